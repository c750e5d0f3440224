import { expect, test } from "vitest";
import { testId } from "../testing/course.ts";
import { treatedApi } from "../testing/treated-api.ts";

const calm = {
  id: testId(0xc1),
  at: "2026-11-23T20:00:00Z",
  slot: "24h",
  graded: { redness: 1, itch: 1 },
  signs: [],
};
const pus = { ...calm, id: testId(0xc2), graded: { redness: 2 }, signs: ["pus"] };

test("mild redness gets plain advice and no hold", async () => {
  const api = await treatedApi();
  const { status, json } = await api.send("POST", "/api/check-ins", calm);
  expect(status).toBe(201);
  expect(json.triage.holdsPlan).toBe(false);
  expect(json).not.toHaveProperty("holdId");
  const list = await api.send("GET", "/api/check-ins");
  expect(list.json.checkIns).toEqual([{ checkIn: calm, triage: json.triage }]);
});

test("a red flag holds the plan, once, however often it is sent", async () => {
  const api = await treatedApi();
  api.setNow("2026-11-23T20:01:00Z");
  const first = await api.send("POST", "/api/check-ins", pus);
  const again = await api.send("POST", "/api/check-ins", pus);
  expect(first.json.triage.holdsPlan).toBe(true);
  expect(again.json).toEqual(first.json);

  const { json } = await api.send("GET", "/api/holds");
  expect(json.holds).toEqual([
    { id: first.json.holdId, from: pus.at, why: "red-flag", says: first.json.triage.says },
  ]);
  const today = await api.send("GET", "/api/today");
  expect(today.json.next.kind).toBe("held");
  expect(today.json.alarms[0].code).toBe("hold.red-flag");
});

test("a check-in sent again after its hold ended does not hold the plan anew", async () => {
  const api = await treatedApi();
  const { json } = await api.send("POST", "/api/check-ins", pus);
  await api.send("POST", `/api/holds/${json.holdId}/clear`, { doctorCleared: true });
  await api.send("POST", "/api/check-ins", pus);
  expect((await api.send("GET", "/api/today")).json.holds).toEqual([]);
});

test("moderate redness is judged by the hours since the session, and as lasting when they are unknown", async () => {
  const api = await treatedApi();
  let sent = 0;
  const holds = async (changes: object) => {
    sent += 1;
    const red = {
      ...calm,
      id: testId(0xd0 + sent),
      slot: "any",
      graded: { redness: 2 },
      ...changes,
    };
    return (await api.send("POST", "/api/check-ins", red)).json.triage.holdsPlan;
  };
  expect(await holds({ at: "2026-11-22T18:00:00Z" })).toBe(true);

  await api.send("POST", `/api/holds/${testId(0xd1)}/clear`, { doctorCleared: true });
  const { sessionId } = await api.doNextSession();
  expect(await holds({ at: api.wait(10) })).toBe(false);
  expect(await holds({ at: api.wait(1), sessionId })).toBe(false);
  expect(await holds({ at: api.wait(1), sessionId: testId(0xdead) })).toBe(true);
  expect(await holds({ at: api.wait(60), sessionId, slot: "24h" })).toBe(true);
});

test("other answers under a known id are refused with their own advice, and the first stay", async () => {
  const api = await treatedApi();
  const first = await api.send("POST", "/api/check-ins", calm);
  const { status, json } = await api.send("POST", "/api/check-ins", { ...pus, id: calm.id });
  expect({ status, code: json.code }).toEqual({ status: 409, code: "check-in.changed" });
  expect(json).toMatchObject({ action: "Save it as a new check-in.", triage: { holdsPlan: true } });

  const list = await api.send("GET", "/api/check-ins");
  expect(list.json.checkIns).toEqual([{ checkIn: calm, triage: first.json.triage }]);
  const reordered = { ...calm, graded: { itch: 1, redness: 1 } };
  expect(await api.send("POST", "/api/check-ins", reordered)).toMatchObject({
    status: 201,
    json: first.json,
  });
});
