import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const mostStops = 120;

/** Moves the focus with Tab until it is here, and checks at every stop that it can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await pressTab(page);
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Tabs to a button or link and presses it. */
export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Tabs into a group of radio buttons and moves on with the arrow keys until this one is chosen. */
export async function choose(page: Page, group: Locator, choice: Locator): Promise<void> {
  await tabInto(page, group);
  await page.keyboard.press("Space");
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await choice.isChecked()) return expectFocusSeen(page);
    await page.keyboard.press("ArrowDown");
    await expectFocusSeen(page);
  }
  throw new Error(`The arrow keys never came to ${choice}`);
}

async function tabInto(page: Page, group: Locator): Promise<void> {
  await expect(group).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) return;
    await pressTab(page);
  }
  throw new Error(`Tab never came into ${group}`);
}

/** One stop on. Behind the last stop of a page the browser's own controls follow, then its first stop again. */
async function pressTab(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  const hasLeft = await page.evaluate(() => document.activeElement === document.body);
  if (hasLeft) await page.keyboard.press("Tab");
  await expectFocusSeen(page);
}

/** The focus is somewhere, and its place is marked: by an outline, a shadow, or a heavier line in a drawing. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const { isOnPage, isMarked, focused } = await page.evaluate(focusMark);
  expect(isOnPage, "something has the focus").toBe(true);
  expect(isMarked, `the focus can be seen on ${focused}`).toBe(true);
}

/** The focus was not lost: it is on something of the page, not on the page as a whole. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? "BODY"))
    .not.toBe("BODY");
}

/** Runs in the page. A hidden input is marked by what stands for it: its label, or something beside it. */
function focusMark() {
  const focused = document.activeElement;
  const isOnPage = focused !== null && focused !== document.body;
  const stands = [focused, focused?.closest("label"), focused?.nextElementSibling];
  const isMarked = stands.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    return width > 1 && height > 1 && (hasOutline || boxShadow !== "none");
  });
  const drawn = focused instanceof SVGElement ? focused.querySelector("path") : null;
  const isDrawnHeavier =
    drawn !== null && Number.parseFloat(getComputedStyle(drawn).strokeWidth) > 3;
  return {
    isOnPage,
    isMarked: isMarked || isDrawnHeavier,
    focused: focused?.outerHTML.slice(0, 160),
  };
}
