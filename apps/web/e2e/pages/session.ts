import { expect, type Locator, type Page } from "@playwright/test";

/** Checks before the first stroke. */
const gateCount = 8;
const directionCount = 4;

export function done(page: Page): Locator {
  return page.getByRole("button", { name: "Done", exact: true });
}

/** From Today to the first check, with the roller that the page has chosen. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Start the session" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Before you start" })).toBeVisible();
  await page.getByRole("button", { name: "Start the session" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Check 1 of ${gateCount}`);
}

/** Answers every check with "yes". */
export async function passGate(page: Page): Promise<void> {
  for (let check = 1; check <= gateCount; check += 1) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `Check ${check} of ${gateCount}`,
    );
    await page.getByRole("button", { name: "Yes", exact: true }).click();
  }
}

/** Where rolling stands: section, direction, and the rolls that are left in it. */
export async function expectRolling(
  page: Page,
  { section, of, direction }: { section: number; of: number; direction: number },
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Section ${section} of ${of}`);
  await expect(page.getByText(`direction ${direction} of ${directionCount}`)).toBeVisible();
  await expect(page.getByText(/^3\s*rolls left$/)).toBeVisible();
}

/** Rolls the rest of a section from this direction on, by "Done". */
export async function rollFrom(page: Page, direction: number): Promise<void> {
  for (let now = direction; now <= directionCount; now += 1) {
    await expect(page.getByText(`direction ${now} of ${directionCount}`)).toBeVisible();
    await done(page).click();
  }
}

/** Says how a section felt: a number, then "no blood, no snag". */
export async function feel(page: Page, pain: number): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Pain ${pain} of 10`) }).click();
  await page.getByRole("button", { name: "No blood, no snag" }).click();
}

/** Rolls a whole section and says how it felt. */
export async function rollSection(page: Page, pain = 1): Promise<void> {
  await rollFrom(page, 1);
  await feel(page, pain);
}

export async function stop(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Stop", exact: true }).click();
}

/** Cleans the roller to the end; the soak is passed by the page's clock, which must be installed. */
export async function cleanRoller(page: Page): Promise<void> {
  const step = page.locator("[aria-current=step]");
  await expect(step).toContainText("Rinse");
  await done(page).click();
  await expect(step).toContainText("Disinfect");
  await expect(done(page)).toBeDisabled();
  await page.clock.fastForward("10:01");
  await expect(page.getByText("Long enough")).toBeVisible();
  await done(page).click();
  await expect(step).toContainText("Dry");
  await done(page).click();
  await expect(step).toContainText("Case");
  await done(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Session over");
}
