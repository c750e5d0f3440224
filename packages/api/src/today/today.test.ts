import { expect, test } from "vitest";
import type { PlanRow } from "../plans/plans.routes.ts";
import { calmAnswers, sundayChoices, testId, wholeSession } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

test("before anything is known, today has seven empty days and no alarms", async () => {
  const api = await testApi();
  const { status, json } = await api.send("GET", "/api/today");
  expect(status).toBe(200);
  expect(json).toMatchObject({ timeZone: "Europe/Berlin", demo: false, alarms: [], devices: [] });
  expect(json.days.map(({ date }: { date: string }) => date)).toEqual([
    "2026-11-22",
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
  ]);
});

test("the evening of the first session stands on its day", async () => {
  const api = await treatedApi();
  const { json } = await api.send("GET", "/api/today");
  expect(json.next).toMatchObject({ kind: "next", number: 1, ideal: "2026-11-22T19:00:00Z" });
  expect(json.days[0].entries).toEqual([
    { kind: "session", says: "Session 1: crown", at: "2026-11-22T19:00:00Z" },
  ]);
  expect(json.planSentence).toContain("0.25 mm");
});

test("after a session today counts its hours, and names the next date a week later", async () => {
  const api = await treatedApi();
  const { sessionId } = await api.doNextSession();
  const { json } = await api.send("GET", "/api/today");
  expect(json.lastSession.sessionId).toBe(sessionId);
  expect(json.next).toMatchObject({ number: 2, ideal: "2026-11-29T19:00:00Z" });
  const dues = json.aftercare.checkIns.map(({ slot }: { slot: string }) => slot);
  expect(dues).toEqual(["24h", "72h", "7d"]);
  const kinds = json.days.flatMap(({ entries }: { entries: { kind: string }[] }) =>
    entries.map(({ kind }) => kind),
  );
  expect(kinds).toContain("check-in");
  expect(kinds).toContain("avoid-ends");
});

test("a check-in that is due is an alarm until it is made", async () => {
  const api = await treatedApi();
  const { sessionId } = await api.doNextSession();
  const at = api.wait(25);
  const codes = async () =>
    (await api.send("GET", "/api/today")).json.alarms.map(({ code }: { code: string }) => code);
  expect(await codes()).toContain("check-in.due");
  await api.send("POST", "/api/check-ins", {
    id: testId(0xc1),
    at,
    sessionId,
    slot: "24h",
    graded: { redness: 1 },
    signs: [],
  });
  expect(await codes()).not.toContain("check-in.due");
});

test("answers older than 30 days are an alarm with the way to renew them", async () => {
  const api = await treatedApi();
  api.wait(31 * 24);
  const { json } = await api.send("GET", "/api/today");
  expect(json.assessment.expired).toBe(true);
  expect(json.alarms).toContainEqual(
    expect.objectContaining({ code: "assessment.expired", to: "/assess" }),
  );
});

test("a clock set back behind what was recorded is uncertain, and says so", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  api.setNow("2026-11-01T00:00:00Z");
  const { json } = await api.send("GET", "/api/today");
  expect(json.next.kind).toBe("time-uncertain");
  expect(json.alarms.map(({ code }: { code: string }) => code)).toContain("clock.uncertain");
});

test("a storage that cannot be written is the first alarm", async () => {
  const storage = {
    state: () => ({ writable: false, reason: "The disk is full." }),
    copy: async () => {},
    scrub: async () => {},
  };
  const api = await testApi({ storage });
  const { json } = await api.send("GET", "/api/today");
  expect(json.alarms[0]).toMatchObject({ code: "storage.read_only", says: "The disk is full." });
  expect((await api.send("GET", "/api/health")).json).toMatchObject({
    status: "read-only",
    database: { writable: false, reason: "The disk is full." },
  });
});

test("the article's window opens for the session that allowed it, never for a plan made after it", async () => {
  const api = await testApi();
  const answers = { ...calmAnswers, therapies: ["minoxidil-topical"] };
  const choices = { ...sundayChoices, topicalTiming: "article-window", readBothSides: true };
  await api.send("POST", "/api/assessments", { answers });
  const { json: waiting } = await api.send("POST", "/api/plans", { choices: sundayChoices });
  const rolled = async (number: number, made: PlanRow, needleLengthUm: number) => {
    const startedAt = api.wait(number * 24 * 8);
    const course = { sessionId: testId(0xa000 + number), planId: made.id, plan: made.plan };
    const events = wholeSession({ ...course, startedAt })
      .map((event) => (event.kind === "started" ? { ...event, needleLengthUm } : event))
      .filter(({ kind }) => !/^(topical|cleaning|closed)/.test(kind));
    await api.send("POST", `/api/sessions/${course.sessionId}/events`, { events });
    api.setNow(events.at(-1)?.at ?? startedAt);
  };
  const isDue = async () => (await api.send("GET", "/api/today")).json.aftercare.topical.isDue;

  await rolled(0, waiting, 500);
  const { status, json: open } = await api.send("POST", "/api/plans", { choices });
  expect({ status, timing: open.plan.topicalTiming.value }).toEqual({
    status: 201,
    timing: "article-window",
  });
  expect(await isDue()).toBe(false);
  await rolled(1, open, 500);
  expect(await isDue()).toBe(false);
  await rolled(2, open, 250);
  expect(await isDue()).toBe(true);
});

test("while a red flag stands, Today names no product that may go on", async () => {
  const api = await treatedApi({
    answers: { ...calmAnswers, therapies: ["minoxidil-topical"] },
  });
  const { sessionId } = await api.doNextSession();
  api.wait(30);
  expect((await api.send("GET", "/api/today")).json.aftercare.topical.isDue).toBe(true);

  const { json: today } = await api.send("GET", "/api/today");
  await api.send("POST", "/api/check-ins", {
    id: testId(0x7777),
    at: today.now,
    sessionId,
    slot: "24h",
    graded: {},
    signs: ["pus"],
  });
  const { json } = await api.send("GET", "/api/today");
  expect(json.holds).toHaveLength(1);
  expect(json.aftercare).not.toHaveProperty("topical");
});
