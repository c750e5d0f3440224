import { expect, type Page } from "@playwright/test";

/** The one thing to do now, as Today says it. */
export async function expectNow(page: Page, what: string): Promise<void> {
  await expect(page.getByRole("region", { name: what })).toBeVisible();
}

/** A day so many days from now, in the words of the app's dates, without the year. */
export function dayFromNow(days: number): RegExp {
  const day = new Date(Date.now() + days * 24 * 3_600_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", ...options }).format(day);
  const [date, month] = [part({ day: "numeric" }), part({ month: "short" })];
  return new RegExp(`${part({ weekday: "short" })},? (${date} ${month}|${month} ${date})`);
}
