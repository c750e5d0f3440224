import { expect, test } from "vitest";
import { testId } from "../testing/course.ts";
import { treatedApi } from "../testing/treated-api.ts";
import { holdForHistoryGap } from "./holds.queries.ts";

test("the person pauses the plan and goes on by a word", async () => {
  const api = await treatedApi();
  const paused = await api.send("POST", "/api/holds", { id: testId(0xb1), says: "Holidays." });
  expect(paused.json).toEqual({
    id: testId(0xb1),
    from: "2026-11-22T18:00:00Z",
    why: "person",
    says: "Holidays.",
  });
  expect((await api.send("GET", "/api/today")).json.next.kind).toBe("held");

  api.wait(48);
  const path = `/api/holds/${testId(0xb1)}/clear`;
  const cleared = await api.send("POST", path, { doctorCleared: false });
  expect(cleared.json.clearedAt).toBe("2026-11-24T18:00:00Z");
  api.wait(1);
  expect((await api.send("POST", path, { doctorCleared: false })).json).toEqual(cleared.json);
  expect((await api.send("GET", "/api/today")).json).toMatchObject({
    holds: [],
    next: { kind: "next" },
  });
});

test("a hold by a red flag ends only when a doctor cleared it", async () => {
  const api = await treatedApi();
  const { json } = await api.send("POST", "/api/check-ins", {
    id: testId(0xc9),
    at: "2026-11-22T17:00:00Z",
    slot: "any",
    graded: {},
    signs: ["fever-38", "spreading-redness-or-warmth"],
  });
  const path = `/api/holds/${json.holdId}/clear`;
  const refused = await api.send("POST", path, { doctorCleared: false });
  expect(refused).toMatchObject({ status: 422, json: { code: "hold.needs_doctor" } });
  expect((await api.send("GET", "/api/today")).json.holds).toHaveLength(1);
  const cleared = await api.send("POST", path, { doctorCleared: true });
  expect(cleared.json.clearedAt).toBe("2026-11-22T18:00:00Z");
});

test("a hold that does not exist cannot be ended", async () => {
  const api = await treatedApi();
  const path = `/api/holds/${testId(0xb9)}/clear`;
  const { status, json } = await api.send("POST", path, { doctorCleared: true });
  expect({ status, code: json.code }).toEqual({ status: 404, code: "hold.unknown" });
});

test("a hold for a gap in the records ends by the person's word, or after six days without it", async () => {
  const api = await treatedApi();
  await holdForHistoryGap(api.host, "2026-11-20T09:00:00Z");
  const { holds } = (await api.send("GET", "/api/today")).json;
  const path = `/api/holds/${holds[0].id}/clear`;
  for (const word of [{}, { noSessionSince: false }]) {
    const refused = await api.send("POST", path, { doctorCleared: true, ...word });
    expect(refused).toMatchObject({ status: 422, json: { code: "hold.needs_word" } });
    expect(refused.json.action).toContain("2026-11-28T18:00:00Z");
  }
  expect((await api.send("POST", path, { doctorCleared: false, noSessionSince: 1 })).status).toBe(
    422,
  );
  api.wait(143.9);
  expect((await api.send("POST", path, { doctorCleared: false })).status).toBe(422);
  expect((await api.send("GET", "/api/today")).json.holds).toHaveLength(1);
  api.wait(0.1);
  expect((await api.send("POST", path, { doctorCleared: false })).status).toBe(200);

  await holdForHistoryGap(api.host, "2026-11-20T09:00:00Z");
  const [fresh] = (await api.send("GET", "/api/today")).json.holds;
  const said = { doctorCleared: false, noSessionSince: true };
  expect((await api.send("POST", `/api/holds/${fresh.id}/clear`, said)).status).toBe(200);
  expect((await api.send("GET", "/api/today")).json.holds).toEqual([]);
});
