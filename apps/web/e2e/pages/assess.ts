import { expect, type Page } from "@playwright/test";

/** Where the person differs from a healthy man of 34 with a thin crown and a fit 0.25 mm roller. */
interface Person {
  readonly age?: string;
  readonly stage?: RegExp;
  readonly therapy?: string;
  /** Yes to this on the screen about the scalp. */
  readonly scalpCondition?: string;
}

/** Walks through every question of Assess, with the pointer. */
export async function assessAs(page: Page, person: Person = {}): Promise<void> {
  await page.goto("/assess");
  await pick(page, /^At home/);
  await page.getByLabel("Age in years").fill(person.age ?? "34");
  await next(page);
  await pick(page, person.stage ?? /^Stage III vertex/);
  await pickZones(page, ["crown"]);
  for (const screen of ["signs", "scalp", "history", "health", "treatments"]) {
    await page.getByRole("button", { name: "None of these" }).click();
    if (screen === "scalp" && person.scalpCondition) {
      await page.getByRole("group", { name: person.scalpCondition }).getByText("Yes").click();
    }
    await next(page);
  }
  await pick(page, /^No, or it cannot/);
  await pick(page, /^Burns easily/);
  await pick(page, /^None of these/);
  await pick(page, /^Shorter than 1 cm/);
  await pick(page, person.therapy ?? "Minoxidil on the scalp");
  await page.getByText("Roller", { exact: true }).click();
  await page.getByLabel("Needle length").fill("0.25");
  for (const question of ["Has anyone else ever used it?", "Is it bent, rusty, snagging"]) {
    await page.getByRole("group", { name: question }).getByText("No", { exact: true }).click();
  }
  await next(page);
}

export async function pick(page: Page, label: string | RegExp): Promise<void> {
  await page.getByLabel(label).first().check();
  await next(page);
}

async function pickZones(page: Page, names: readonly string[]): Promise<void> {
  const byName = page.getByRole("group", { name: "Or by name" });
  for (const name of names) await byName.getByLabel(name).check();
  await next(page);
}

export async function next(page: Page): Promise<void> {
  const question = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: /^(Next|See the result)$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(question ?? "");
}
