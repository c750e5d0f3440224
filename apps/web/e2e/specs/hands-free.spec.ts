import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../app.ts";
import { listenTo, type Told } from "../pages/channels.ts";
import { done } from "../pages/session.ts";
import { leaveAt, seedSession, seedSettings, seedTreatment } from "../seed.ts";
import type { App } from "../server.ts";

const gateCount = 8;
/** Longer than the four directions of one section take at the plan's pace. */
const oneSectionMs = 60_000;

/** A session at its last check, on one channel, at the pace of a hand; one tap begins the first section. */
async function startOn(
  app: App,
  page: Page,
  channels: Record<string, boolean>,
): Promise<readonly Told[]> {
  await page.clock.install({ time: Date.now() - 15 * 60_000 });
  const treatment = await seedTreatment(app);
  await seedSettings(app, { autoAdvance: true, ...channels });
  let checks = 0;
  await seedSession(app, treatment, ({ kind }) => {
    if (kind === "gate") checks += 1;
    return kind === "gate" && checks === gateCount ? "leave" : undefined;
  });
  const told = await listenTo(page);
  await page.goto("/session");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Check ${gateCount} of ${gateCount}`,
  );
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Section 1 of 8");
  return told;
}

async function expectAsked(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: /How did this section feel/ })).toBeVisible();
}

const whatOn = (told: readonly Told[], channel: Told["channel"]) =>
  told.filter((each) => each.channel === channel).map(({ what }) => what);

/** Four directions of three rolls, then the end of the section. */
const sectionOf = (turn: readonly string[], roll: string, over: readonly string[]) => [
  ...Array.from({ length: 4 }, () => [...turn, roll, roll, roll]).flat(),
  ...over,
];

test("sounds alone tell a new direction, each roll and the end of a section apart", async ({
  app,
  page,
}) => {
  const told = await startOn(app, page, { sound: true });
  await page.clock.runFor(oneSectionMs);
  await expectAsked(page);
  await expect
    .poll(() => whatOn(told, "sound"))
    .toEqual(sectionOf(["494", "494"], "660", ["587", "880"]));
  expect(whatOn(told, "speech")).toEqual([]);
  expect(whatOn(told, "vibration")).toEqual([]);
});

test("vibration alone tells them apart too", async ({ app, page }) => {
  const told = await startOn(app, page, { vibration: true });
  await page.clock.runFor(oneSectionMs);
  await expectAsked(page);
  await expect
    .poll(() => whatOn(told, "vibration"))
    .toEqual(sectionOf(["60 120 60"], "60", ["60 80 240"]));
  expect(whatOn(told, "speech")).toEqual([]);
  expect(whatOn(told, "sound")).toEqual([]);
});

test("the voice alone says each direction, counts the rolls and asks how it felt", async ({
  app,
  page,
}) => {
  const told = await startOn(app, page, { speech: true });
  await page.clock.runFor(oneSectionMs);
  await expectAsked(page);
  await expect.poll(() => whatOn(told, "speech").at(-1)).toMatch(/How did this section feel/);
  const said = whatOn(told, "speech");
  expect(said.filter((line) => /Three rolls/.test(line))).toHaveLength(4);
  expect(said.filter((line) => /^[12]$/.test(line))).toEqual([
    "2",
    "1",
    "2",
    "1",
    "2",
    "1",
    "2",
    "1",
  ]);
  expect(whatOn(told, "sound")).toEqual([]);
  expect(whatOn(told, "vibration")).toEqual([]);
});

test("without any channel the screen alone goes on, stays lit, and waits while paused", async ({
  app,
  page,
}) => {
  const told = await startOn(app, page, {});
  await page.clock.runFor(8_000);
  await expect(page.getByText(/^\d\s*rolls? left$/)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.clock.runFor(2 * oneSectionMs);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paused");

  await page.getByRole("button", { name: "Go on" }).click();
  await page.clock.runFor(oneSectionMs);
  await expectAsked(page);
  await expect.poll(() => told.map(({ channel }) => channel)).toEqual(["screen"]);
});

test("every target of a session is at least 64 px wide and high", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  const open = async (leave: Parameters<typeof seedSession>[2]) => {
    await page.goto(`/session/${await seedSession(app, treatment, leave)}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  };
  for (const step of ["gate", "topical", "clean"] as const) {
    await open(leaveAt(step));
    await expectTargets(page.getByRole("main"), step);
  }
  await page.getByRole("button", { name: "I cannot clean it now" }).click();
  await expectTargets(page.getByRole("main"), "not cleaning");

  await open(leaveAt("roll"));
  await done(page).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectTargets(page.getByRole("main"), "roll");
  await page.getByRole("button", { name: "Voice, sound and pace" }).click();
  await expectTargets(page.getByRole("dialog"), "channels");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expectTargets(page.getByRole("main"), "paused");

  await open(leaveAt("feel"));
  await expectTargets(page.getByRole("main"), "feel");
  await page.getByRole("button", { name: "Blood or a snag" }).click();
  await expectTargets(page.getByRole("main"), "blood or a snag");
  await open(undefined);
  await expectTargets(page.getByRole("main"), "closed");
});

/** A switch is pressed by its whole row. */
async function expectTargets(place: Locator, name: string): Promise<void> {
  const targets = await place
    .locator("button:visible, a:visible, label:visible")
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const text = element.textContent || element.ariaLabel;
        return { text, width: Math.round(width), height: Math.round(height) };
      }),
    );
  expect(targets.length, name).toBeGreaterThan(0);
  expect
    .soft(
      targets.filter(({ width, height }) => Math.min(width, height) < 64),
      name,
    )
    .toEqual([]);
}
