import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the form for a new roller. */
export async function openForm(page: Page): Promise<Locator> {
  await page.goto("/devices");
  await page.getByRole("button", { name: /^Add/ }).click();
  const form = page.getByRole("dialog", { name: "Write down a roller" });
  await expect(form).toBeVisible();
  return form;
}

/** Writes down a new roller that nobody else has used. */
export async function addRoller(page: Page, length: string): Promise<void> {
  const form = await openForm(page);
  await form.getByLabel("Needle length").fill(length);
  await form.getByRole("radio", { name: "No, only me" }).check();
  await form.getByRole("button", { name: "Save the roller" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole("article").getByText("Fit to use")).toBeVisible();
}
