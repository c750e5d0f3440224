import type { Page } from "@playwright/test";
import { expect, test } from "../app.ts";
import { choose, expectFocusKept, expectFocusSeen, press, tabTo } from "../keys.ts";
import { today } from "../pages/plan.ts";
import { expectRolling } from "../pages/session.ts";
import { byHand, seedRoller } from "../seed.ts";

const sectionCount = 8;

test("a person with a keyboard alone is assessed, plans, and goes through a session", async ({
  app,
  page,
}) => {
  await byHand(app);
  await seedRoller(app);
  await page.goto("/");
  await press(page, page.getByRole("link", { name: "Start", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/rolling be done/);
  await expectFocusKept(page);
  await assessByKeys(page);
  await press(page, page.getByRole("link", { name: "Make a plan" }));
  await planByKeys(page);

  await press(page, page.getByRole("link", { name: "Today" }));
  await press(page, page.getByRole("link", { name: "Start the session" }));
  await press(page, page.getByRole("button", { name: "Start the session" }));
  await sessionByKeys(page);
});

async function assessByKeys(page: Page): Promise<void> {
  await answerOneOf(page, /^At home/);
  await tabTo(page, page.getByLabel("Age in years"));
  await page.keyboard.type("34");
  await nextByKeys(page);
  await answerOneOf(page, /^Stage III vertex/);
  await tabTo(page, page.getByLabel("crown", { exact: true }).last());
  await page.keyboard.press("Space");
  await nextByKeys(page);
  for (let screen = 0; screen < 5; screen += 1) {
    await press(page, page.getByRole("button", { name: "None of these" }));
    await nextByKeys(page);
  }
  await answerOneOf(page, /^No, or it cannot/);
  await answerOneOf(page, /^Burns easily/);
  await answerSomeOf(page, "None of these");
  await answerOneOf(page, /^Shorter than 1 cm/);
  await answerSomeOf(page, "Nothing");
  await answerOneOf(page, /^None yet/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rolling is open to you.");
  await expectFocusKept(page);
}

async function answerOneOf(page: Page, label: RegExp): Promise<void> {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const group = page.getByRole("group", { name: title });
  await choose(page, group, group.getByLabel(label));
  await nextByKeys(page);
}

async function answerSomeOf(page: Page, label: string): Promise<void> {
  await tabTo(page, page.getByRole("checkbox", { name: label, exact: true }));
  await page.keyboard.press("Space");
  await nextByKeys(page);
}

/** Enter sends the form from anywhere in it; the next question takes the focus. */
async function nextByKeys(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  const question = await heading.innerText();
  await press(page, page.getByRole("button", { name: /^(Next|See the result)$/ }));
  await expect(heading).not.toHaveText(question);
  await expectFocusKept(page);
}

async function planByKeys(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make a plan");
  const firstOn = page.getByLabel("First session");
  await tabTo(page, firstOn);
  await page.keyboard.type(asTyped(today()));
  await expect(firstOn).toHaveValue(today());
  const at = page.getByLabel("At", { exact: true });
  await tabTo(page, at);
  await page.keyboard.type("1159PM");
  await expect(at).toHaveValue("23:59");
  await press(page, page.getByRole("button", { name: "Keep this plan" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your plan");
  await expectFocusKept(page);
}

/** The digits of a day in the order in which this browser's date field takes them. */
function asTyped(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${month}${day}${year}`;
}

async function sessionByKeys(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  for (let check = 1; check <= 8; check += 1) {
    await expect(heading).toHaveText(`Check ${check} of 8`);
    await expectFocusKept(page);
    await press(page, page.getByRole("button", { name: "Yes", exact: true }));
  }

  for (let direction = 1; direction <= 4; direction += 1) {
    await expectRolling(page, { section: 1, of: sectionCount, direction });
    await expectFocusSeen(page);
    await page.keyboard.press("Space");
  }
  await expect(page.getByText(/How did this section feel/).last()).toBeVisible();
  await expectFocusKept(page);
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Pain 2 of 10" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("Space");

  await expectRolling(page, { section: 2, of: sectionCount, direction: 1 });
  await page.keyboard.press("p");
  await expect(heading).toHaveText("Paused");
  await expectFocusSeen(page);
  await page.keyboard.press("p");
  await expectRolling(page, { section: 2, of: sectionCount, direction: 1 });
  await expectFocusSeen(page);
  await page.keyboard.press("Escape");

  await expect(heading).toHaveText("Clean the roller");
  await expectFocusKept(page);
  await page.keyboard.press("Space");
  await expect(page.locator("[aria-current=step]")).toContainText("Disinfect");
  await press(page, page.getByRole("button", { name: "I cannot clean it now" }));
  await press(page, page.getByRole("button", { name: "No time now" }));
  await expect(heading).toHaveText("Session over");
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("Today");
}

test("the head map is worked with arrow keys and Space", async ({ page }) => {
  await page.goto("/assess?q=thinZones");
  const map = page.getByRole("group", { name: "Where is your hair thin?" });
  await tabTo(page, map.locator("[tabindex='0']").first());
  await page.keyboard.press("ArrowRight");
  await expectFocusSeen(page);
  await page.keyboard.press("Space");
  await expect(
    page.getByRole("group", { name: "Or by name" }).getByRole("checkbox", { checked: true }),
  ).toHaveCount(1);
});

test("a sheet keeps the focus inside and gives it back when it closes", async ({ page }) => {
  await page.goto("/devices");
  const add = page.getByRole("button", { name: /^Add/ });
  await press(page, add);
  const form = page.getByRole("dialog");
  await expect(form).toBeVisible();
  await expect
    .poll(() => form.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(add).toBeFocused();
});
