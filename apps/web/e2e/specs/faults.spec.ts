import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../app.ts";
import { next, pick } from "../pages/assess.ts";
import { expectNow } from "../pages/today.ts";
import { calmAnswers, seedAssessment, seedTreatment, send } from "../seed.ts";
import { startBeside } from "../server.ts";

test("answers typed while the server is gone stay on the page and are saved when it is back", async ({
  app,
  page,
}) => {
  await page.goto("/assess");
  await pick(page, /^At home/);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await app.kill();
  await page.getByLabel("Age in years").fill("34");
  await expect(page.getByText("Kept on this page; saving again soon")).toBeVisible();
  await expect(page.getByLabel("Age in years")).toHaveValue("34");
  await next(page);
  await page.getByLabel(/^Stage III vertex/).check();
  await expect(page.getByText("Kept on this page; saving again soon")).toBeVisible();

  await app.start();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByLabel(/^Stage III vertex/)).toBeChecked();
  expect(await send(app, "GET", "/api/answers")).toMatchObject({
    answers: { setting: "home", ageYears: 34, pattern: calmAnswers.pattern },
  });
});

test("a device that could not be saved stays in its form and is saved on the next try", async ({
  app,
  page,
}) => {
  await page.goto("/devices");
  await page.getByRole("button", { name: /^Add/ }).click();
  const form = page.getByRole("dialog", { name: "Write down a roller" });
  await form.getByLabel("Needle length").fill("0.5 mm");
  await form.getByRole("radio", { name: "No, only me" }).check();
  await form.getByLabel("What do you call it?").fill("Grey roller");

  await app.kill();
  await form.getByRole("button", { name: "Save the roller" }).click();
  await expect(form.getByRole("alert")).toContainText("Stipple's server does not answer.");
  await expect(form.getByLabel("What do you call it?")).toHaveValue("Grey roller");

  await app.start();
  await form.getByRole("button", { name: "Save the roller" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole("heading", { name: "Grey roller" })).toBeVisible();
});

test("a damaged database is left as it is, and the last copy brings the records back", async ({
  app,
  page,
}) => {
  await seedTreatment(app);
  await app.end();
  // The copy of the day was made when the database was still empty; the next start makes one with the records in it.
  rmSync(join(app.folder, "copies"), { recursive: true, force: true });
  await app.start();
  await seedAssessment(app, { ageYears: 35 });
  await app.end();
  damage(join(app.folder, "stipple.sqlite"));
  await app.start();

  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Stipple cannot open its records",
  );
  await expect(page.getByRole("main")).toContainText(
    "The database file is damaged. It was left untouched.",
  );
  await expect(page.getByText(/can read but not save/)).toBeHidden();
  await page
    .getByRole("button", { name: /^Go back to the copy of/ })
    .first()
    .click();
  await expectNow(page, "Your plan waits");
  await expect(page.getByText(/^Your records come from a copy of/).first()).toBeVisible();

  const assessed = await send(app, "GET", "/api/assessments/latest");
  expect(assessed).toMatchObject({ answers: { ageYears: 34 } });
  expect(readdirSync(app.folder).filter((name) => name.includes("damaged"))).not.toEqual([]);
});

/** Overwrites every page of the file but its first bytes, as a failing disk might. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 512);
  writeFileSync(path, bytes);
}

test("a second server on the same data is refused and told who holds it", async ({ app }) => {
  const { said, exitCode } = await startBeside(app.folder);
  expect(exitCode).toBe(1);
  expect(said).toMatch(/is in use by process \d+ on .+, started 20\d\d-/);
});
