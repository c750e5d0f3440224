import { expect, test } from "../app.ts";

test("the own view is kept for the day, corrected, taken back, and read as a table", async ({
  page,
}) => {
  await page.goto("/measure");
  const panel = page.getByRole("region", { name: "How it looks to you", exact: true }).first();
  await expect(panel).toContainText("You have not said yet");
  await panel.getByLabel("A little better").check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toContainText("a little better than at the start");

  await panel.getByLabel("The same").check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toContainText("the same as at the start");
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(panel).toContainText("a little better than at the start");

  await page.reload();
  await expect(panel.getByLabel("A little better")).toBeChecked();
  await panel.getByText("Table", { exact: true }).click();
  await expect(panel.getByRole("row", { name: /A little better/ })).toHaveCount(1);
});
