import type { Locator } from "@playwright/test";
import { expect, test } from "../app.ts";
import { checkIn, expectUrgency } from "../pages/aftercare.ts";
import { assessAs } from "../pages/assess.ts";
import { openForm } from "../pages/devices.ts";
import { expectNow } from "../pages/today.ts";
import { calmAnswers, hoursAgo, seedSession, seedTreatment, send } from "../seed.ts";

/** What people type when they mean a roller of 0.25 mm. */
const slips = ["25", "250"];

test("a mistyped needle is asked about in Assess", async ({ app, page }) => {
  const { device: _, ...answers } = calmAnswers;
  await send(app, "PUT", "/api/answers", { answers });
  await page.goto("/assess");
  await page.getByRole("radio", { name: /^Roller/ }).check();
  for (const question of ["Has anyone else ever used it?", "Is it bent, rusty, snagging"]) {
    await page.getByRole("group", { name: question }).getByText("No", { exact: true }).click();
  }
  const length = page.getByLabel("Needle length");
  for (const slip of slips) {
    await length.fill(slip);
    await expectQuestion(page.getByRole("status"));
    await page.getByRole("button", { name: "See the result" }).click();
    await expect(page.getByText("Choose an answer to go on.")).toBeVisible();
  }
  await page.getByRole("button", { name: "0.25 mm", exact: true }).click();
  await expect(page.getByText("Needles of 0.25 mm")).toBeVisible();

  await length.fill("0,25 mm");
  await expect(page.getByText("Needles of 0.25 mm")).toBeVisible();
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rolling is open to you.");
  const kept = await send(app, "GET", "/api/answers");
  expect(kept).toMatchObject({ answers: { device: { kind: "roller", needleLengthUm: 250 } } });
});

test("a mistyped needle is asked about in Devices", async ({ app, page }) => {
  const form = await openForm(page);
  await form.getByRole("radio", { name: "No, only me" }).check();
  for (const slip of slips) {
    await form.getByLabel("Needle length").fill(slip);
    await expectQuestion(form.getByRole("status"));
    await form.getByRole("button", { name: "Save the roller" }).click();
    await expectQuestion(form.getByRole("status"));
  }
  await form.getByLabel("Needle length").fill("");
  await form.getByRole("button", { name: "Save the roller" }).click();
  await expect(form.getByText("Type the needle length first.")).toBeVisible();
  expect(await send(app, "GET", "/api/devices")).toEqual({ devices: [] });

  await form.getByLabel("Needle length").fill("250");
  await form.getByRole("button", { name: "0.25 mm", exact: true }).click();
  await expect(form.getByText("Needles of 0.25 mm")).toBeVisible();
  await form.getByLabel("Needle length").fill("0,25 mm");
  await expect(form.getByText("Needles of 0.25 mm")).toBeVisible();
  await form.getByRole("button", { name: "Save the roller" }).click();
  await expect(form).toBeHidden();
  expect(await send(app, "GET", "/api/devices")).toMatchObject({
    devices: [{ device: { needleLengthUm: 250 } }],
  });
});

async function expectQuestion(said: Locator): Promise<void> {
  await expect(said.filter({ hasText: "?" })).toBeVisible();
  await expect(said.getByRole("button", { name: "0.25 mm", exact: true })).toBeVisible();
}

test("a scalp infection leads to a doctor, with a next step and no plan", async ({ app, page }) => {
  await assessAs(page, { scalpCondition: "An infection of the scalp" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("See a doctor before you roll.");
  await expect(page.getByText("Have a doctor treat the infection.").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Make a plan" })).toBeHidden();
  const latest = `${app.url}/api/assessments/latest`;
  await expect.poll(async () => (await fetch(latest)).status, "the result is saved").toBe(200);

  await page.goto("/plan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No plan for now");
  await expect(page.getByText("Have a doctor treat the infection.").first()).toBeVisible();
  await expect(page.getByLabel("First session")).toBeHidden();
  await expect(page.getByRole("button", { name: "Keep this plan" })).toBeHidden();
  await page.getByRole("link", { name: "See what was found" }).click();
  await page.getByRole("button", { name: "Change the answer: Is any of this on" }).click();
  await expect(page.getByRole("group", { name: "An infection of the scalp" })).toBeVisible();
  const current = await fetch(`${app.url}/api/plans/current`);
  expect(await current.json()).toMatchObject({ code: "plan.none" });
});

test("a red flag holds the plan until a doctor cleared it", async ({ app, page }) => {
  const treatment = await seedTreatment(app);
  await seedSession(app, { ...treatment, startedAt: hoursAgo(26) });
  await page.goto("/today");
  await expectNow(page, "How is your scalp?");
  await page.getByRole("link", { name: "Check in" }).click();
  await checkIn(page, ["Pus"]);
  await expectUrgency(page, "See a doctor today");

  await page.getByRole("link", { name: "Go to Today" }).click();
  await expectNow(page, "Your plan is on hold");
  await expect(page.getByRole("link", { name: "Start the session" })).toBeHidden();
  await page.goto("/session");
  await expect(page.getByRole("heading", { name: "Not now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the session" })).toBeDisabled();

  await page.goto("/today");
  await page.getByRole("link", { name: "See why, and how to lift it" }).click();
  await page.getByRole("button", { name: "Lift the hold" }).click();
  await expect(page.getByText("Tick the sentence above first.")).toBeVisible();
  expect(await send(app, "GET", "/api/holds")).toMatchObject({ holds: [{ why: "red-flag" }] });

  await page.getByRole("checkbox", { name: /^A doctor looked at this/ }).check();
  await page.getByRole("button", { name: "Lift the hold" }).click();
  await expect(page.getByText("Your plan is on hold")).toBeHidden();
  await page.goto("/today");
  await expectNow(page, "Nothing to do now");
});
