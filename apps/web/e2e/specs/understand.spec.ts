import type { Page } from "@playwright/test";
import { expectNothingWrong } from "../accessible.ts";
import { expect, test } from "../app.ts";
import { seedAssessment, seedTreatment, send } from "../seed.ts";

/** A step of the chain, by its heading. */
function step(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

async function openSteps(page: Page): Promise<void> {
  await page.goto("/understand");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Understand");
  await expect(page.getByRole("status", { name: "Working it out" })).toHaveCount(0);
}

test("the delay moves by keyboard, and the table reads the new numbers back", async ({
  app,
  page,
}) => {
  await seedTreatment(app);
  await openSteps(page);
  await expect(page.getByText("Runs on your plan and your answers.")).toBeVisible();

  const closure = step(page, "How long the channels stay open");
  const delay = closure.getByRole("slider", { name: "From rolling to the drug" });
  await expect(delay).toHaveAttribute("aria-valuetext", "24 hours");
  await closure.getByText("Table", { exact: true }).click();
  await delay.focus();
  await page.keyboard.press("Home");
  await expect(delay).toHaveAttribute("aria-valuetext", "no wait");
  for (let press = 0; press < 6; press++) await page.keyboard.press("ArrowRight");
  await expect(delay).toHaveAttribute("aria-valuetext", "45 minutes");

  // 2^(−45/25), and what the article's 60 minutes would leave: 20^(−45/60).
  await expect(closure.getByRole("row", { name: /Measured, fast/ })).toContainText("29 %");
  await expect(closure.getByRole("row", { name: /late end/ })).toContainText("11 %");

  const absorption = step(page, "What passes into the blood");
  await expect(absorption.getByRole("slider")).toHaveAttribute("aria-valuetext", "45 minutes");
  await absorption.getByText("Table", { exact: true }).click();
  const afterTwoDays = absorption.getByRole("row", { name: /^48 h/ }).getByRole("cell");
  await expect
    .poll(async () => {
      const [early = 0, late = 0, intact = 0] = (await afterTwoDays.allTextContents()).map(Number);
      return intact > 0 && early > intact && late > early;
    })
    .toBe(true);

  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(delay).toHaveAttribute("aria-valuetext", "24 hours");
});

test("rolls and pattern change the holes, and the forecast ends finer than it began", async ({
  app,
  page,
}) => {
  await seedTreatment(app);
  await openSteps(page);
  const punctures = step(page, "Where the needles hit");
  await punctures.getByText("Table", { exact: true }).click();
  const density = punctures
    .getByRole("row", { name: /^Holes per/ })
    .getByRole("cell")
    .first();
  const before = Number(await density.textContent());
  await punctures.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect.poll(async () => Number(await density.textContent())).toBeGreaterThan(1.5 * before);

  const forecast = step(page, "What the hair may do in a year");
  await forecast.getByText("Table", { exact: true }).click();
  const start = forecast.getByRole("row", { name: /^0 / }).getByRole("cell");
  await expect(start.first()).toHaveText("0");
  await expect(forecast.getByRole("row", { name: /^52 / }).getByRole("cell")).toHaveCount(4);
});

test("Understand is accessible, as pictures and as tables", async ({ app, page }) => {
  test.slow();
  await seedTreatment(app);
  await openSteps(page);
  await expectNothingWrong(page, "pictures");
  for (const table of await page.getByText("Table", { exact: true }).all()) await table.click();
  for (const more of await page.getByText("What this cannot tell you").all()) await more.click();
  await expectNothingWrong(page, "tables");
});

test("without a plan an example stands, and says so", async ({ page }) => {
  await openSteps(page);
  await expect(page.getByText(/^This is an example/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Answer the questions" })).toBeVisible();
  await expect(step(page, "Where the needles hit").getByRole("img")).toBeVisible();
});

test("with answers and no plan, only the sessions are an example", async ({ app, page }) => {
  await seedAssessment(app);
  await openSteps(page);
  await expect(page.getByText(/the sessions are an example/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Make a plan" })).toBeVisible();
});

test("a pattern the model was not fitted to is refused, with the reason and the next step", async ({
  app,
  page,
}) => {
  await send(app, "PUT", "/api/answers", {
    answers: {
      ageYears: 40,
      pattern: { scale: "sinclair", stage: "3" },
      pregnancy: "no",
      conditions: { "suspected-scarring-alopecia": "no" },
    },
  });
  await openSteps(page);
  const refusal = step(page, "No simulation for you");
  await expect(refusal).toContainText("What it would say about women is not known.");
  await expect(refusal).toContainText("Use the plan, the session guide and the photos");
  await expect(page.getByRole("img", { name: /^Map of/ })).toHaveCount(0);
  await expectNothingWrong(page, "refused");
});
