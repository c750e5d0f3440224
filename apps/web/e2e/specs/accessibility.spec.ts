import type { Page } from "@playwright/test";
import { isoDate } from "@stipple/protocol";
import { expectNothingWrong, movements, violations } from "../accessible.ts";
import { expect, test } from "../app.ts";
import { checkIn } from "../pages/aftercare.ts";
import {
  byHand,
  calmAnswers,
  hoursAgo,
  leaveAt,
  seedAssessment,
  seedCheckIn,
  seedPlan,
  seedRoller,
  seedSession,
  seedTreatment,
  send,
} from "../seed.ts";

test.describe.configure({ mode: "parallel" });

/** Goes to a page, waits until it says what it is about, and finds nothing wrong with it. */
async function expectAccessible(
  page: Page,
  path: string,
  act?: () => Promise<void>,
): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await act?.();
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  await expectNothingWrong(page, path);
}

test("every place is accessible while it is empty", async ({ page }) => {
  const places = [
    "/",
    "/plan",
    "/today",
    "/session",
    "/aftercare",
    "/devices",
    "/history",
    "/measure",
    "/measure/card",
  ];
  for (const path of places) await expectAccessible(page, path);
  await expectAccessible(page, "/no/such/page");
});

const questions = [
  "setting",
  "ageYears",
  "pattern",
  "thinZones",
  "signs",
  "scalp",
  "history",
  "health",
  "treatments",
  "dates",
  "pregnancy",
  "phototype",
  "allergies",
  "hairLength",
  "therapies",
  "device",
  "doctorAgreed",
];

for (const half of [questions.slice(0, 9), questions.slice(9)]) {
  test(`the questions from ${half[0]} to ${half.at(-1)} are accessible`, async ({ app, page }) => {
    const conditions = {
      ...calmAnswers.conditions,
      "hair-transplant": "yes",
      "blood-thinner": "yes",
    };
    const answers = {
      ...calmAnswers,
      conditions,
      device: { kind: "roller", needleLengthUm: 250, usedByAnotherPerson: "no", damaged: "no" },
    };
    await send(app, "PUT", "/api/answers", { answers });
    for (const question of half) await expectAccessible(page, `/assess?q=${question}`);
  });
}

test("every outcome of the assessment is accessible", async ({ app, page }) => {
  const outcomes = [
    calmAnswers,
    { ...calmAnswers, setting: "clinic" },
    { ...calmAnswers, conditions: { ...calmAnswers.conditions, "scalp-infection": "yes" } },
    { ...calmAnswers, conditions: { ...calmAnswers.conditions, "hair-transplant": "yes" } },
    { ...calmAnswers, conditions: { ...calmAnswers.conditions, "blood-thinner": "yes" } },
    { setting: "home" },
  ];
  for (const answers of outcomes) {
    await send(app, "PUT", "/api/answers", { answers });
    await expectAccessible(page, "/assess?q=result");
  }
});

test("making and reading a plan is accessible", async ({ app, page }) => {
  await seedAssessment(app);
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/plan", async () => {
    await expect(page.getByRole("button", { name: "Keep this plan" })).toBeVisible();
  });
  await seedPlan(app);
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/plan");
  await expectAccessible(page, "/plan", async () => {
    await page.getByRole("button", { name: "Why?" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});

test("a plan that is refused is accessible", async ({ app, page }) => {
  await seedAssessment(app, {
    conditions: { ...calmAnswers.conditions, "scalp-infection": "yes" },
  });
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/plan");
});

test("every step of the session's way in is accessible", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/session");
  for (const step of ["gate", "roll", "feel"] as const) {
    const id = await seedSession(app, treatment, leaveAt(step));
    await expectAccessible(page, `/session/${id}`);
  }
  const blockedId = await seedSession(app, treatment, (step) =>
    step.kind === "gate" ? { kind: "gate-answered", check: step.check, answer: "no" } : undefined,
  );
  await expectAccessible(page, `/session/${blockedId}`);
  await expectAccessible(
    page,
    `/session/${await seedSession(app, treatment, leaveAt("feel"))}`,
    () => page.getByRole("button", { name: "Blood or a snag" }).click(),
  );
  await expectAccessible(
    page,
    `/session/${await seedSession(app, treatment, leaveAt("roll"))}`,
    () => page.getByRole("button", { name: "Pause" }).click(),
  );
  await expectAccessible(
    page,
    `/session/${await seedSession(app, treatment, leaveAt("roll"))}`,
    () => page.getByRole("button", { name: "Voice, sound and pace" }).click(),
  );
});

test("every step of the session's way out is accessible", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  await expectAccessible(page, `/session/${await seedSession(app, treatment, leaveAt("topical"))}`);
  for (const step of ["rinse-with-detergent", "disinfect-alcohol-70", "air-dry", "into-case"]) {
    const id = await seedSession(app, treatment, leaveAt("clean", step));
    await expectAccessible(page, `/session/${id}`);
  }
  const id = await seedSession(app, treatment, leaveAt("clean"));
  await expectAccessible(page, `/session/${id}`, () =>
    page.getByRole("button", { name: "I cannot clean it now" }).click(),
  );
  await expectAccessible(page, `/session/${await seedSession(app, treatment)}`);
  await expectAccessible(page, "/session/00000000-0000-4000-8000-000000000000");
});

test("Today, Aftercare and History are accessible after sessions", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  await seedSession(app, { ...treatment, startedAt: hoursAgo(26) });
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/aftercare");
  await expectAccessible(page, "/aftercare", async () => {
    await page.getByText("More signs, slower ones").click();
    await checkIn(page);
  });
  await seedCheckIn(app);
  await expectAccessible(page, "/today");
  await expectAccessible(page, "/today", async () => {
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
  await expectAccessible(page, "/history");
  await expectAccessible(page, "/history", async () => {
    for (const table of await page.getByText("Table", { exact: true }).all()) await table.click();
  });
});

test("Aftercare is accessible when something is wrong, and the plan on hold", async ({
  app,
  page,
}) => {
  const treatment = await seedTreatment(app);
  await seedSession(app, { ...treatment, startedAt: hoursAgo(26) });
  await expectAccessible(page, "/aftercare#wrong");
  await expectAccessible(page, "/aftercare#wrong", () =>
    page.getByRole("checkbox", { name: "Chest pain, or you fainted" }).check(),
  );
  await seedCheckIn(app, { signs: ["pus"] });
  for (const path of ["/today", "/aftercare", "/session"]) await expectAccessible(page, path);
});

test("Devices and Settings are accessible", async ({ app, page }) => {
  await byHand(app);
  await seedRoller(app);
  await seedRoller(app, {
    name: "Old roller",
    earlierUses: 12,
    firstUsedOn: isoDate("2026-01-01"),
  });
  await seedRoller(app, { name: "Shared roller", usedByAnotherPerson: "yes" });
  await expectAccessible(page, "/devices");
  await expectAccessible(page, "/devices", async () => {
    await page.getByRole("button", { name: /^Add/ }).click();
    await page.getByText("More about it").click();
    await page.getByLabel("Needle length").fill("25");
  });
  await expectAccessible(page, "/devices", () =>
    page.getByRole("button", { name: "I checked it" }).first().click(),
  );
  await send(app, "POST", "/api/calendar-feed");
  await expectAccessible(page, "/settings");
});

test("a change of theme changes every colour at once, and less motion means none", async ({
  app,
  page,
}) => {
  await seedRoller(app);
  for (const path of ["/", "/assess?q=pattern", "/assess?q=thinZones", "/devices", "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
    for (const colorScheme of ["dark", "light"] as const) {
      await expect.poll(() => movements(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      expect(await movements(page), `${path} turns ${colorScheme}`).toEqual([]);
    }
  }

  await page.emulateMedia({ reducedMotion: "reduce" });
  const sheet = page.getByRole("dialog");
  await page.goto("/devices");
  await page.getByRole("button", { name: /^Add/ }).click();
  expect(await movements(page)).toEqual([]);
  await expect(sheet).toBeVisible();
});

test("the check notices words that are too pale", async ({ page }) => {
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector("h1")?.setAttribute("style", "color: #bbb");
  });
  expect(await violations(page)).toEqual([expect.stringContaining("color-contrast: h1")]);
});
