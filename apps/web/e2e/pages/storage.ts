import type { Page } from "@playwright/test";

/** Keys under which the browser keeps anything of a session. */
export async function keptSessionKeys(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("stipple/session/")),
  );
}

/** Ids of the events that this browser keeps, in the order in which they happened. */
export async function keptEventIds(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.includes("/event/"))
      .sort()
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "{}").id),
  );
}
