import { expect, type Page } from "@playwright/test";

/** Answers the six questions with "none" and ticks these signs. */
export async function checkIn(page: Page, signs: readonly string[] = []): Promise<void> {
  await page.getByRole("button", { name: "All calm: none of these" }).click();
  for (const sign of signs) await page.getByRole("checkbox", { name: sign }).check();
  await page.getByRole("button", { name: "See what to do" }).click();
}

/** How urgent it is, as the page says after a check-in. */
export async function expectUrgency(page: Page, urgency: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: urgency })).toBeVisible();
}
