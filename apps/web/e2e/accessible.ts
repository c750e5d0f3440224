import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const widths = [360, 1280];
const themes = ["light", "dark"] as const;
const narrowPx = 320;
const heightPx = 800;

/** Finds nothing wrong with the page as it stands: in both themes, narrow and wide, and at 320 px before and after. */
export async function expectNothingWrong(page: Page, name: string): Promise<void> {
  await expectNoSideways(page, name);
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightPx });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await drawn(page);
      faults.push(...(await violations(page)).map((says) => `${colorScheme} ${width} px: ${says}`));
    }
  }
  expect.soft(faults, name).toEqual([]);
  await expectNoSideways(page, `${name}, after it was wide`);
}

/** The page has been drawn with its present colours, and stands still. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect.poll(() => movements(page), "nothing moves").toEqual([]);
}

/** What moves or fades on the page at this moment: the property or the animation, and where. */
export async function movements(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        const properties = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
        return `${target?.getAttribute("class")}: ${JSON.stringify(properties.at(-1))}`;
      }),
  );
}

/** What axe has against the page as it stands. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .setLegacyMode(true)
    .analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** At 320 px nothing makes the page wider than the screen. */
async function expectNoSideways(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: narrowPx, height: heightPx });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), name)
    .toBeLessThanOrEqual(narrowPx);
}
