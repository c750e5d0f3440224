import { expect, test } from "../app.ts";
import { done, feel, rollFrom } from "../pages/session.ts";
import { keptSessionKeys } from "../pages/storage.ts";
import {
  calmAnswers,
  hoursAgo,
  leaveAt,
  seedCheckIn,
  seedSession,
  seedTreatment,
  send,
} from "../seed.ts";

const routes = [
  "/?about=true",
  "/assess?q=pattern",
  "/assess?q=result",
  "/plan",
  "/today",
  "/session",
  "/aftercare",
  "/aftercare#wrong",
  "/devices",
  "/history",
  "/understand",
  "/settings",
];

/** Words of this person's answers, records and device that no title and no address may carry. */
const personal =
  /34|vertex|crown|norwood|minoxidil|blue roller|0\.25|pain|redness|hair|scalp|roller|needle/i;

test("no page tells another host, its title or its address anything about the person", async ({
  app,
  page,
}) => {
  const treatment = await seedTreatment(app);
  await send(app, "PUT", "/api/answers", { answers: calmAnswers });
  await seedSession(app, { ...treatment, startedAt: hoursAgo(26) });
  await seedCheckIn(app);
  const openId = await seedSession(app, treatment, leaveAt("roll"));

  const told: string[] = [];
  page.on("request", (request) => told.push(decodeURIComponent(request.url())));
  for (const route of [...routes, `/session/${openId}`]) {
    await page.goto(route);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    told.push(await page.title(), decodeURIComponent(page.url()));
  }
  const places = told.filter((said) => !said.includes("/assets/"));
  expect(places.filter((said) => personal.test(withoutIds(said, app.url)))).toEqual([]);
});

/** The app's own address and its random ids say nothing about anyone, whatever digits they hold. */
function withoutIds(said: string, home: string): string {
  return said.replaceAll(home, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}

test("the browser forgets a session that is closed and that the server knows whole", async ({
  app,
  page,
}) => {
  const treatment = await seedTreatment(app);
  const sessionId = await seedSession(app, treatment, leaveAt("roll"));
  await page.goto("/session");
  await rollFrom(page, 1);
  await feel(page, 1);
  expect(await keptSessionKeys(page)).not.toEqual([]);

  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(done(page)).toBeVisible();
  await page.getByRole("button", { name: "I cannot clean it now" }).click();
  await page.getByRole("button", { name: "No time now" }).click();
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Today");
  await expect.poll(() => keptSessionKeys(page)).toEqual([]);

  const { sessions } = await send<{ sessions: readonly unknown[] }>(app, "GET", "/api/sessions");
  expect(sessions).toMatchObject([{ sessionId, closed: true }]);
});

test("a breach of the page's content policy would be noticed", async ({ page, offences }) => {
  await page.goto("/today");
  await page.evaluate(() => {
    const picture = new Image();
    picture.src = "https://example.org/pixel.png";
  });
  await expect.poll(() => offences.length).toBeGreaterThan(0);
  offences.length = 0;
});
