import type { Page } from "@playwright/test";
import { expect, test } from "../app.ts";
import { checkIn, expectUrgency } from "../pages/aftercare.ts";
import { assessAs } from "../pages/assess.ts";
import { addRoller } from "../pages/devices.ts";
import { makePlan } from "../pages/plan.ts";
import {
  cleanRoller,
  done,
  expectRolling,
  feel,
  passGate,
  rollFrom,
  rollSection,
  startSession,
  stop,
} from "../pages/session.ts";
import { dayFromNow, expectNow } from "../pages/today.ts";
import { byHand, leaveAt, seedSession, seedTreatment, send } from "../seed.ts";

const sectionCount = 8;

test("a person goes the whole way, from the questions to the date of the next session", async ({
  app,
  context,
  page: first,
}) => {
  await byHand(app);
  // The page's clock runs a quarter of an hour behind, so that the soak can be passed without waiting.
  await context.clock.install({ time: Date.now() - 15 * 60_000 });

  await assessAs(first);
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Rolling is open to you.");
  await first.getByRole("link", { name: "Make a plan" }).click();
  await makePlan(first);
  await expect(first.getByText(/crown/).first()).toBeVisible();
  await addRoller(first, "0.25 mm");

  await first.goto("/today");
  await expectNow(first, "Time to roll");
  await startSession(first);
  await passGate(first);
  await expectRolling(first, { section: 1, of: sectionCount, direction: 1 });
  await rollSection(first);
  await done(first).click();
  await done(first).click();
  await expectRolling(first, { section: 2, of: sectionCount, direction: 3 });

  await first.close();
  const page = await context.newPage();
  await page.goto("/today");
  await expectNow(page, "A session is open");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await expectRolling(page, { section: 2, of: sectionCount, direction: 3 });
  await rollFrom(page, 3);
  await feel(page, 2);

  await expectRolling(page, { section: 3, of: sectionCount, direction: 1 });
  await stop(page);
  await cleanRoller(page);
  await expect(page.getByText(`2 of ${sectionCount}`, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Go to Today" }).click();

  await page.goto("/aftercare");
  await page.getByRole("button", { name: "Check in now" }).click();
  await checkIn(page);
  await expectUrgency(page, "Nothing more than care at home");
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expectNow(page, "Nothing to do now");
  await expect(page.getByText(/^Your next session is/)).toContainText(dayFromNow(7));
});

test("a session whose tab crashes in mid-section goes on exactly there", async ({
  app,
  context,
  page,
}) => {
  const treatment = await seedTreatment(app);
  await seedSession(app, treatment, leaveAt("roll"));
  await page.goto("/session");
  await expectRolling(page, { section: 1, of: sectionCount, direction: 1 });
  await rollSection(page);
  await done(page).click();
  await expectRolling(page, { section: 2, of: sectionCount, direction: 2 });

  await crash(page);
  const reopened = await context.newPage();
  await reopened.goto("/session");
  await expectRolling(reopened, { section: 2, of: sectionCount, direction: 2 });
});

/** Kills the page's renderer as the system does when memory runs out. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  const devtools = await page.context().newCDPSession(page);
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}

test("the session moves on by itself at the pace of a hand", async ({ app, page }) => {
  await page.clock.install({ time: Date.now() - 15 * 60_000 });
  const treatment = await seedTreatment(app);
  await seedSession(app, treatment, leaveAt("roll"));
  await page.goto("/session");
  await expectRolling(page, { section: 1, of: sectionCount, direction: 1 });
  await page.getByRole("button", { name: "Voice, sound and pace" }).click();
  await page.getByRole("checkbox", { name: "Move on by itself" }).check();
  await page.getByRole("button", { name: "Close" }).click();

  await page.clock.runFor(60_000);
  await expect(page.getByRole("heading", { name: /How did this section feel/ })).toBeVisible();
});

test("a section that hurts ends there, and the record says why", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  const sessionId = await seedSession(app, treatment, leaveAt("feel"));
  await page.goto("/session");
  await feel(page, 5);
  await expectRolling(page, { section: 2, of: sectionCount, direction: 1 });
  await expect(page.getByText(/pain 5 of 10/i).first()).toBeVisible();

  await stop(page);
  await expect(done(page)).toBeVisible();
  await expect
    .poll(async () => {
      const { sessions } = await send<{ sessions: readonly unknown[] }>(
        app,
        "GET",
        "/api/sessions",
      );
      return sessions;
    })
    .toMatchObject([{ sessionId, worstPain: 5, sectionsDone: 1, stoppedWhy: "person" }]);
});

test("after the last section the guide says when minoxidil may go on again", async ({
  app,
  page,
}) => {
  await page.clock.install({ time: Date.now() - 15 * 60_000 });
  const treatment = await seedTreatment(app);
  await seedSession(app, treatment, leaveAt("topical"));
  await page.goto("/session");
  await expect(page.getByText("Not before")).toBeVisible();
  await expect(page.getByText(dayFromNow(1)).first()).toBeVisible();
  await page.getByRole("button", { name: "Understood" }).click();
  await cleanRoller(page);
  await expect(page.getByText(`${sectionCount} of ${sectionCount}`, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expectNow(page, "Nothing to do now");
  await expect(page.getByText(/^Not before/)).toContainText(dayFromNow(1));
});
