import type { Locator, Page } from "@playwright/test";
import { expectNothingWrong } from "../accessible.ts";
import { expect, test } from "../app.ts";
import { done, feel, passGate, rollSection, startSession, stop } from "../pages/session.ts";
import {
  hoursAgo,
  type Rolled,
  seedAssessment,
  seedCheckIn,
  seedPlan,
  seedSession,
  seedTreatment,
} from "../seed.ts";

test.describe.configure({ mode: "parallel" });

/** Brings a picture into view, which is when it is fetched, and waits until it is worked out. */
async function look(page: Page, name: string): Promise<Locator> {
  const picture = page.getByRole("region", { name, exact: true }).first();
  const switchToTable = picture.getByRole("radio", { name: "Table" });
  // What waits in its place is replaced on the way.
  await expect(async () => {
    await picture.scrollIntoViewIfNeeded({ timeout: 1000 });
    await expect(switchToTable).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  return picture;
}

async function asTable(picture: Locator): Promise<void> {
  await picture.getByText("Table", { exact: true }).click();
}

/** The cells of a row as numbers; what is not one is NaN. */
async function numbersOf(picture: Locator, row: RegExp): Promise<readonly number[]> {
  const cells = picture.getByRole("row", { name: row }).first().getByRole("cell");
  return (await cells.allTextContents()).map(Number.parseFloat);
}

const drug = "What passes into the blood";
const healing = "Healing on the calendar";
const reached = "What this session reached";

test("Plan draws both topical choices only once they are looked at, and the table has their numbers", async ({
  app,
  page,
}) => {
  await seedTreatment(app);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("/plan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your plan");
  await expect(page.getByRole("heading", { name: drug })).toBeVisible();
  const isHeavy = (url: string) => /draw-chart|worker|TopicalPicture-/.test(url);
  expect(fetched.filter(isHeavy)).toEqual([]);

  const picture = await look(page, drug);
  expect(fetched.filter(isHeavy)).not.toEqual([]);
  await expect(picture.getByRole("img", { name: /^Drug taken up by the blood/ })).toBeVisible();
  await expect(picture).toContainText("A model's estimate, not a measurement. Evidence: C, weak");
  await expect(picture).toContainText("In the window the model says: wait longer.");
  await expectNothingWrong(page, "plan with its picture");

  await asTable(picture);
  const [early = 0, late = 0, waitEarly = 0, waitLate = 0, intact = 0] = await numbersOf(
    picture,
    /^48 h/,
  );
  expect(early).toBeGreaterThan(intact);
  expect(late).toBeGreaterThan(2 * waitLate);
  expect(waitLate).toBeGreaterThan(intact);
  expect(waitEarly).toBe(intact);
  await expect(picture).toContainText(`may bring ${early} to ${late} mg into the blood`);
  await expect(picture).toContainText(`after 24 hours, ${waitEarly} to ${waitLate} mg`);
  await expectNothingWrong(page, "plan with its table");
});

test("while a plan is made the picture follows the needle, beside the choice", async ({
  app,
  page,
}) => {
  await seedAssessment(app);
  await page.goto("/plan");
  const picture = await look(page, drug);
  await expect(picture).toContainText("rolling with 0.25 mm needles");
  await page.getByLabel("Needle length you have or want").fill("0.2");
  await expect(picture).toContainText("rolling with 0.2 mm needles");
});

test("whom the model was not fitted to is told so, and sees no picture", async ({ app, page }) => {
  await seedAssessment(app, { pattern: { scale: "sinclair", stage: "2" } });
  await seedPlan(app);
  await page.goto("/plan");
  const place = page.getByRole("region", { name: drug, exact: true });
  await place.scrollIntoViewIfNeeded();
  await expect(place).toContainText("What it would say about women is not known.");
  await expect(place.getByRole("img")).toHaveCount(0);
  await expectNothingWrong(page, "plan without a picture");

  await page.goto("/today");
  const onToday = page.getByRole("region", { name: healing, exact: true });
  await onToday.scrollIntoViewIfNeeded();
  await expect(onToday).toContainText("What it would say about women is not known.");
});

test("a picture that cannot be fetched says so, and is there after trying again", async ({
  app,
  page,
}) => {
  await seedTreatment(app);
  await page.route("**/assets/TopicalPicture-*.js", (route) => route.abort());
  await page.goto("/plan");
  await page.getByRole("heading", { name: drug }).scrollIntoViewIfNeeded();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("This picture could not be fetched.");
  await expect(notice).toContainText("Everything else on this page works without it.");
  await page.unroute("**/assets/TopicalPicture-*.js");
  await notice.getByRole("button", { name: "Try again" }).click();
  await look(page, drug);
});

test("before any session Today shows what the plan's first ones may do", async ({ app, page }) => {
  await seedTreatment(app);
  await page.goto("/today");
  const picture = await look(page, healing);
  await expect(picture).toContainText("Nothing is rolled yet.");
  await asTable(picture);
  await expect(picture.getByRole("row", { name: /^Session/ })).toHaveCount(2);
});

test("Today shows the phases after the sessions that were really done, and what is reported counts more", async ({
  app,
  page,
}) => {
  const treatment = await seedTreatment(app);
  await seedSession(app, { ...treatment, startedAt: hoursAgo(9 * 24) });
  await seedSession(app, { ...treatment, startedAt: hoursAgo(48) });
  await page.goto("/today");
  const picture = await look(page, healing);
  await expect(picture).toContainText(
    "Day 2 after your last session: inflammation and new tissue.",
  );
  await expect(picture).toContainText("How the scalp looks and feels today decides first.");
  await expectNothingWrong(page, "today with its picture");
  await asTable(picture);
  await expect(picture.getByRole("row", { name: /^Session/ })).toHaveCount(2);
  await expect(picture.getByRole("row", { name: /^Inflammation/ })).toHaveCount(1);
  await expect(picture.getByRole("row", { name: /^Remodelling/ })).toContainText("later");

  await seedCheckIn(app);
  await page.reload();
  await expect(await look(page, healing)).toContainText(
    "You report redness. That counts, whatever the picture says.",
  );
  await expectNothingWrong(page, "today with what is reported");

  await seedCheckIn(app, { signs: ["pus"] });
  await page.reload();
  await expect(page.getByRole("region", { name: "Your plan is on hold" })).toBeVisible();
  await expect(page.getByRole("region", { name: healing, exact: true })).toHaveCount(0);
});

/** Leaves one section out, stops one after its first direction, and rolls the rest. */
async function seedUneven(app: Parameters<typeof seedSession>[0], rolled: Rolled) {
  return await seedSession(app, rolled, (step) => {
    if (step.kind !== "roll") return undefined;
    const sectionId = step.section.id;
    if (sectionId === "vertex/right-back") return { kind: "section-skipped", sectionId };
    return sectionId === "vertex/right-front" && step.direction === 1
      ? { kind: "section-stopped", sectionId, why: "pain" }
      : undefined;
  });
}

test("after a session each section has the holes of the rolls that were really made", async ({
  app,
  page,
}) => {
  const treatment = await seedTreatment(app);
  const id = await seedUneven(app, { ...treatment, startedAt: hoursAgo(2) });
  await page.goto(`/session/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Session over");
  const picture = await look(page, reached);
  await expect(picture).toContainText("Not rolled: crown, right back.");
  await expect(picture.getByRole("img", { name: /^Map of crown/ })).toHaveCount(7);
  await expect(picture.getByRole("img", { name: /right front, 3 rolls/ })).toBeVisible();
  await expectNothingWrong(page, "session with its picture");

  await asTable(picture);
  const [rolls, density = 0, covered = 0, gap = 0] = await numbersOf(picture, /^crown, left front/);
  const [fewRolls, fewDensity = 0, fewCovered = 0, wideGap = 0] = await numbersOf(
    picture,
    /^crown, right front/,
  );
  expect([rolls, fewRolls]).toEqual([12, 3]);
  expect(density / fewDensity).toBeGreaterThan(3.5);
  expect(density / fewDensity).toBeLessThan(4.5);
  expect(fewCovered).toBeLessThan(covered);
  expect(wideGap).toBeGreaterThan(gap);
  await expect(picture.getByRole("row", { name: /^crown, right back/ })).toContainText(
    "not rolled",
  );
  await expectNothingWrong(page, "session with its table");

  await page.goto("/history");
  await page.getByRole("button", { name: /^What it reached/ }).click();
  const sheet = await look(page, reached);
  await asTable(sheet);
  expect(await numbersOf(sheet, /^crown, left front/)).toEqual([rolls, density, covered, gap]);
  await expectNothingWrong(page, "history with a session's table");
});

test("a session that ends without a network shows what it reached, over a reload too", async ({
  app,
  context,
  page,
}) => {
  await seedTreatment(app);
  await page.goto("/today");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await startSession(page);
  await passGate(page);
  await rollSection(page);

  await context.setOffline(true);
  for (let direction = 1; direction <= 4; direction++) await done(page).click();
  await feel(page, 1);
  await stop(page);
  await page.getByRole("button", { name: "I cannot clean it now" }).click();
  await page.getByRole("button", { name: "No time now" }).click();
  for (const when of ["at once", "after a reload"]) {
    if (when === "after a reload") await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Session over");
    const picture = await look(page, reached);
    await expect(picture.getByRole("img", { name: /^Map of crown/ }), when).toHaveCount(2);
  }
});
