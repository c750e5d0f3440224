import type { Page } from "@playwright/test";
import { expect, test } from "../app.ts";
import {
  done,
  expectRolling,
  feel,
  passGate,
  rollFrom,
  rollSection,
  startSession,
} from "../pages/session.ts";
import { keptEventIds } from "../pages/storage.ts";
import { seedTreatment, send } from "../seed.ts";

const sectionCount = 8;

interface Recorded {
  readonly events: readonly { readonly id: string; readonly kind: string }[];
}

test("a session goes on without a network, over a reload too, and the server gets every event once", async ({
  app,
  context,
  page,
}) => {
  await seedTreatment(app);
  await page.goto("/today");
  await serviceWorkerReady(page);
  await page.reload();
  await startSession(page);
  await passGate(page);
  await rollSection(page);
  await moveByHand(page);

  await context.setOffline(true);
  await done(page).click();
  await done(page).click();
  await expectRolling(page, { section: 2, of: sectionCount, direction: 3 });
  await expect(page.getByText(/kept here, not sent yet/)).toBeVisible();

  await page.reload();
  await expectRolling(page, { section: 2, of: sectionCount, direction: 3 });
  await rollFrom(page, 3);
  await feel(page, 2);
  await expectRolling(page, { section: 3, of: sectionCount, direction: 1 });

  const kept = await keptEventIds(page);
  const sessionId = page.url().split("/").at(-1);
  const recorded = () => send<Recorded>(app, "GET", `/api/sessions/${sessionId}`);
  expect((await recorded()).events.length).toBeLessThan(kept.length);

  await context.setOffline(false);
  await expect.poll(async () => (await recorded()).events.length).toBe(kept.length);
  await expect(page.getByText(/kept here, not sent yet/)).toBeHidden();
  const { events } = await recorded();
  expect(events.map(({ id }) => id)).toEqual(kept);
  expect(events.filter(({ kind }) => kind === "started")).toHaveLength(1);
});

/** The app's files are in the browser from here on. */
async function serviceWorkerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Said on this device, the pace holds without the server's settings too. */
async function moveByHand(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Voice, sound and pace" }).click();
  const pace = page.getByRole("checkbox", { name: "Move on by itself" });
  await pace.check();
  await pace.uncheck();
  await page.getByRole("button", { name: "Close" }).click();
}
