import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { instant, localDate, localTime } from "@stipple/protocol";
import { makeCrown, makeCrownView } from "@stipple/synthetic-scalp";
import { addCountedCloseUp, firstVisit, nextVisit, pngOf, sendPhoto } from "../closeup-photos.ts";
import { expectRolling } from "../pages/session.ts";
import { expectNow } from "../pages/today.ts";
import {
  byHand,
  calmAnswers,
  hoursAgo,
  leaveAt,
  type Rolled,
  seedAssessment,
  seedCheckIn,
  seedPlan,
  seedRoller,
  seedSession,
  seedSettings,
  send,
} from "../seed.ts";
import { type App, startApp } from "../server.ts";

/** Pictures for the README, of a person in the third week. Made on demand: SCREENSHOTS=1. */
const folder = fileURLToPath(new URL("../../../../docs/screenshots/", import.meta.url));
const themes = ["light", "dark"] as const;
const mostBytes = 250 * 1024;
const weekH = 7 * 24;

/** Somewhere on earth the evening's session is still to come, whenever the pictures are made. */
const now = instant(new Date().toISOString());
const timeZone =
  ["Europe/Berlin", "America/New_York", "Asia/Tokyo"].find((zone) => {
    const time = localTime(now, zone);
    return time > "08:00" && time < "19:00";
  }) ?? "Europe/Berlin";

test.describe.configure({ mode: "serial" });

let app: App;
let treatment: Omit<Rolled, "startedAt">;

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await startApp();
  await byHand(app);
  await seedSettings(app, { locale: "en-GB", timeZone });
  await seedAssessment(app, { thinZones: ["left-temple", "right-temple", "vertex"] });
  treatment = {
    plan: await seedPlan(app, {
      zones: ["left-temple", "right-temple", "vertex"],
      firstOn: localDate(now, timeZone),
      timeOfDay: "20:00",
      timeZone,
    }),
    roller: await seedRoller(app),
  };
  for (const week of [2, 1]) {
    const sessionId = await seedSession(app, {
      ...treatment,
      startedAt: hoursAgo(week * weekH - 2),
    });
    for (const [slot, afterH] of [
      ["24h", 25],
      ["72h", 73],
    ] as const) {
      await seedCheckIn(app, { sessionId, slot, at: hoursAgo(week * weekH - afterH) });
    }
  }
});
test.afterAll(() => app.stop());

test("Today and Plan", async ({ browser }) => {
  for (const theme of themes) {
    const page = await phone(browser, theme);
    await page.goto("/today");
    await expectNow(page, "Time to roll");
    await picture(page, `today-${theme}`);
    await page.goto("/plan");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your plan");
    await picture(page, `plan-${theme}`);
    await page.context().close();

    const desk = await pageOf(browser, theme, { viewport: { width: 1280, height: 900 } });
    await desk.goto("/plan");
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Your plan");
    await picture(desk, `plan-wide-${theme}`);
    await desk.context().close();
  }
});

test("Assess", async ({ browser }) => {
  const { setting, ageYears } = calmAnswers;
  const pattern = { scale: "norwood-hamilton", stage: "II" };
  await send(app, "PUT", "/api/answers", { answers: { setting, ageYears, pattern } });
  for (const theme of themes) {
    const page = await phone(browser, theme);
    await page.goto("/assess?q=pattern");
    await expect(page.getByRole("radio", { name: /Stage II Small/ })).toBeChecked();
    await picture(page, `assess-${theme}`);
    await page.context().close();
  }
});

test("Session", async ({ browser }) => {
  const seen = new Set<string>();
  const id = await seedSession(app, { ...treatment, startedAt: hoursAgo(0.1) }, (step) => {
    if (step.kind === "roll") seen.add(step.section.id);
    return seen.size > 8 ? leaveAt("roll")(step) : undefined;
  });
  for (const theme of themes) {
    const page = await phone(browser, theme);
    await page.goto(`/session/${id}`);
    await expectRolling(page, { section: 9, of: 12, direction: 1 });
    await picture(page, `session-${theme}`);
    await page.context().close();
  }
});

test("Understand", async ({ browser }) => {
  const example = await startApp();
  const steps = [
    ["holes", "Where the needles hit"],
    ["absorption", "What passes into the blood"],
    ["forecast", "What the hair may do in a year"],
  ] as const;
  for (const theme of themes) {
    const page = await phone(browser, theme, example);
    await page.goto("/understand");
    for (const [name, title] of steps) {
      const region = page.getByRole("region", { name: title });
      const toTop = () => region.evaluate((section) => section.scrollIntoView());
      await toTop();
      await expect(region.getByRole("img")).toBeVisible();
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      await expect(page.getByRole("status", { name: "Working it out" })).toHaveCount(0);
      // Steps above may have grown meanwhile.
      await toTop();
      await picture(page, `understand-${name}-${theme}`);
    }
    await page.context().close();
  }
  await example.stop();
});

/** Every photo in these pictures is drawn: the scalps and heads of the package synthetic-scalp. */
test("Measure", async ({ browser }) => {
  test.slow();
  const measured = await startApp();
  await seedSettings(measured, { locale: "en-GB", timeZone });
  await seedAssessment(measured);
  const { plan } = await seedPlan(measured, {
    firstOn: localDate(hoursAgo(13 * weekH), timeZone),
    timeZone,
  });
  const before = plan.sessions[0]?.date ?? "";
  const after = plan.reviews.find(({ week }) => week === 12)?.on ?? "";
  await addCountedCloseUp(measured, firstVisit(), before);
  const photoId = await addCountedCloseUp(measured, nextVisit(), after);
  const head = {
    seed: 4,
    tone: "II",
    hairColour: "dark",
    coverageFraction: 0.66,
    partWidthMm: 9,
  } as const;
  const first = makeCrown(head).image;
  const second = makeCrownView(head, { hairMove: "moved", light: "same" }).image;
  await sendPhoto(measured, pngOf(first), { view: "vertex", takenOn: before });
  await sendPhoto(measured, pngOf(second), { view: "vertex", takenOn: after });

  for (const theme of themes) {
    const page = await phone(browser, theme, measured, 1);
    await page.goto(`/measure/closeup/${photoId}`);
    const photo = page.getByRole("group", { name: "Every hair that was counted" });
    await photo.evaluate((group) => group.closest("section")?.scrollIntoView());
    await expect(photo.getByRole("img", { name: /^The photo with \d+ hairs/ })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await picture(page, `measure-overlay-${theme}`);

    await page.goto("/measure/view/vertex");
    await expect(page.getByText("The photos lie over each other.")).toBeVisible({
      timeout: 60_000,
    });
    const slider = page.getByRole("slider", { name: "Where before ends and after begins" });
    await slider.evaluate((line) => line.closest("section")?.scrollIntoView());
    await page.waitForLoadState("networkidle");
    await picture(page, `measure-before-after-${theme}`);

    await page.goto("/measure");
    const progress = page.getByRole("region", { name: "Progress: left of the mole" });
    await expect(progress.getByRole("img", { name: /^Hair density and thickness/ })).toBeVisible();
    await progress.evaluate((section) => section.scrollIntoView());
    await picture(page, `measure-progress-${theme}`);
    await page.context().close();
  }
  await measured.stop();
});

type Theme = (typeof themes)[number];

async function phone(
  browser: Browser,
  theme: Theme,
  { url } = app,
  deviceScaleFactor = 2,
): Promise<Page> {
  return await pageOf(browser, theme, {
    baseURL: url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor,
  });
}

async function pageOf(browser: Browser, colorScheme: Theme, look: object): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.url,
    colorScheme,
    timezoneId: timeZone,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...look,
  });
  return await context.newPage();
}

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.screenshot({ path: `${folder}${name}.png`, animations: "disabled" });
  expect(bytes.length, `${name}.png`).toBeLessThan(mostBytes);
}
