import { instant } from "@stipple/protocol";
import { expect, test } from "vitest";
import { roller, testId, wholeSession } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

test("a whole session is recorded, and reads back in the order it was sent", async () => {
  const api = await treatedApi();
  const { sessionId, events, sent } = await api.doNextSession();
  expect(sent.json).toEqual({ accepted: events.length, known: 0, findings: [] });

  const { json } = await api.send("GET", `/api/sessions/${sessionId}`);
  expect(json.events).toEqual(events);
  expect(json.planId).toBe(api.plan.id);
  expect(json.plan).toEqual(api.plan.plan);
});

test("a session in the list says what was done", async () => {
  const api = await treatedApi();
  const { sessionId } = await api.doNextSession();
  const { json } = await api.send("GET", "/api/sessions");
  expect(json.sessions).toHaveLength(1);
  expect(json.sessions[0]).toMatchObject({
    sessionId,
    planId: api.plan.id,
    date: "2026-11-22",
    zones: ["vertex"],
    needleLengthUm: 250,
    sectionsDone: 8,
    sectionsPlanned: 8,
    worstPain: 2,
    bleeding: false,
    cleaned: true,
    closed: true,
  });
});

test("sending the same events again changes nothing", async () => {
  const api = await treatedApi();
  const { sessionId, events } = await api.doNextSession();
  const again = await api.send("POST", `/api/sessions/${sessionId}/events`, { events });
  expect(again.json).toMatchObject({ accepted: 0, known: events.length });
  expect((await api.send("GET", `/api/sessions/${sessionId}`)).json.events).toEqual(events);
});

test("another event under a known id is not kept, and this is said", async () => {
  const api = await treatedApi();
  const { sessionId, events } = await api.doNextSession();
  const path = `/api/sessions/${sessionId}/events`;
  const changed = events.map((event) => ({ ...event, at: "2026-11-22T19:30:00Z" })).slice(-2);
  for (const sent of [changed, changed.slice(-1)]) {
    const { json } = await api.send("POST", path, { events: sent });
    expect(json).toMatchObject({ accepted: 0, findings: [{ code: "event.clash" }] });
  }
  expect((await api.send("GET", `/api/sessions/${sessionId}`)).json.events).toEqual(events);
});

test("events that arrive one by one, some of them twice, give the same session as all at once", async () => {
  const api = await treatedApi();
  const sessionId = testId(0x7000);
  const startedAt = instant("2026-11-22T19:00:00Z");
  const events = wholeSession({ sessionId, planId: api.plan.id, plan: api.plan.plan, startedAt });
  for (const [index, event] of events.entries()) {
    const batch = index > 0 && index % 5 === 0 ? [events[index - 1], event] : [event];
    await api.send("POST", `/api/sessions/${sessionId}/events`, { events: batch });
  }
  const { json } = await api.send("GET", `/api/sessions/${sessionId}`);
  expect(json.events).toEqual(events);
  expect((await api.send("GET", "/api/sessions")).json.sessions[0]).toMatchObject({ closed: true });
});

test("a start outside the rules is recorded, and the guard says what it breaks", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  const sessionId = testId(0x8000);
  const events = wholeSession({
    sessionId,
    planId: api.plan.id,
    plan: api.plan.plan,
    startedAt: api.wait(1),
  });
  api.wait(1);
  const { status, json } = await api.send("POST", `/api/sessions/${sessionId}/events`, { events });
  expect(status).toBe(200);
  expect(json.accepted).toBe(events.length);
  expect(json.findings.map(({ says }: { says: string }) => says).join(" ")).toMatch(
    /72 h must pass/,
  );
  expect((await api.send("GET", "/api/sessions")).json.sessions).toHaveLength(2);
});

test("a start with a device and a plan that are not known is recorded with a finding each", async () => {
  const api = await testApi();
  api.setNow("2026-11-22T19:00:00Z");
  const sessionId = testId(0x8100);
  const started = {
    id: testId(0x8101),
    sessionId,
    at: "2026-11-22T19:00:00Z",
    kind: "started",
    deviceId: testId(0x8102),
    needleLengthUm: 250,
    setting: "home",
    zones: ["vertex"],
    sectionIds: ["vertex/left-back"],
    timeZone: "Not/AZone",
  };
  const { json } = await api.send("POST", `/api/sessions/${sessionId}/events`, {
    events: [started],
  });
  expect(json).toMatchObject({ accepted: 1, findings: [{ code: "assessment.none" }] });
  const list = await api.send("GET", "/api/sessions");
  expect(list.json.sessions[0]).toMatchObject({ date: "2026-11-22", closed: false });
});

test("an event of another session is refused, and nothing of the request is kept", async () => {
  const api = await treatedApi();
  const sessionId = testId(0x9000);
  const events = wholeSession({
    sessionId,
    planId: api.plan.id,
    plan: api.plan.plan,
    startedAt: api.host.clock(),
  });
  const stray = { ...events[1], sessionId: testId(0x9001) };
  const refused = await api.send("POST", `/api/sessions/${sessionId}/events`, {
    events: [events[0], stray],
  });
  expect(refused).toMatchObject({ status: 422, json: { code: "session.mismatch" } });
  expect((await api.send("GET", `/api/sessions/${sessionId}`)).json.code).toBe("session.unknown");
});

test("a moment in the year 1026 is taken for a slip and refused", async () => {
  const api = await treatedApi();
  const sessionId = testId(0x9100);
  const paused = { id: testId(0x9101), sessionId, at: "1026-11-22T19:00:00Z", kind: "paused" };
  const { status, json } = await api.send("POST", `/api/sessions/${sessionId}/events`, {
    events: [paused],
  });
  expect(status).toBe(422);
  expect(json).toMatchObject({ code: "moment.implausible" });
  expect(json.message).toContain("1026");
});

test("a phone whose clock runs ahead is told so, and cannot lock the plan", async () => {
  const api = await treatedApi();
  const sessionId = testId(0x9200);
  const event = { id: testId(0x9201), sessionId, at: "2027-11-22T19:00:00Z", kind: "paused" };
  const { json } = await api.send("POST", `/api/sessions/${sessionId}/events`, { events: [event] });
  expect(json.findings).toMatchObject([{ code: "clock.ahead" }]);
  expect((await api.send("GET", "/api/today")).json.next.kind).toBe("next");
});

test("the check before a start is clear on the planned evening and not a day later", async () => {
  const api = await treatedApi();
  const start = { deviceId: roller.id, zones: ["vertex"] };
  const { json: today } = await api.send("GET", "/api/today");
  api.setNow(today.next.ideal);
  expect((await api.send("POST", "/api/sessions/check", start)).json).toEqual({ findings: [] });

  await api.doNextSession();
  api.wait(23);
  const { json } = await api.send("POST", "/api/sessions/check", start);
  expect(json.findings.length).toBeGreaterThan(0);
  expect(json.findings[0]).toHaveProperty("nextStep");
});

test("the check names what is missing before it can be made", async () => {
  const api = await testApi();
  const start = { deviceId: roller.id, zones: ["vertex"] };
  const { status, json } = await api.send("POST", "/api/sessions/check", start);
  expect({ status, code: json.code }).toEqual({ status: 404, code: "assessment.none" });

  const treated = await treatedApi();
  const unknown = await treated.send("POST", "/api/sessions/check", {
    ...start,
    deviceId: testId(0xdead),
  });
  expect(unknown).toMatchObject({ status: 404, json: { code: "device.unknown" } });
});

test("a session broken off in the middle is open for a day, then only counts", async () => {
  const api = await treatedApi();
  const sessionId = testId(0x9300);
  const startedAt = instant("2026-11-22T19:00:00Z");
  const all = wholeSession({ sessionId, planId: api.plan.id, plan: api.plan.plan, startedAt });
  api.setNow("2026-11-22T19:10:00Z");
  await api.send("POST", `/api/sessions/${sessionId}/events`, { events: all.slice(0, 15) });
  expect((await api.send("GET", "/api/today")).json.openSession).toEqual({ sessionId, startedAt });

  api.wait(30);
  const { json } = await api.send("GET", "/api/today");
  expect(json.openSession).toBeUndefined();
  expect(json.lastSession.sessionId).toBe(sessionId);
  expect(json.next.number).toBe(2);
});
