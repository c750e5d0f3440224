import { expect, type Page } from "@playwright/test";
import { type IsoDate, instant, localDate } from "@stipple/protocol";

/** Today as the calendar on the wall has it, "2026-03-08". */
export function today(): IsoDate {
  return localDate(instant(new Date().toISOString()), "Europe/Berlin");
}

/** Wishes for a first session late today, looks at the preview, and keeps the plan. */
export async function makePlan(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make a plan");
  await page.getByLabel("First session").fill(today());
  await page.getByLabel("At", { exact: true }).fill("23:59");
  await expect(page.getByText(/0\.25 mm/).first()).toBeVisible();
  await page.getByRole("button", { name: "Keep this plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your plan");
}
