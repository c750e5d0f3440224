import { expect, test } from "vitest";
import { testApi } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

test("history begins empty", async () => {
  const api = await testApi();
  expect((await api.send("GET", "/api/history")).json).toEqual({
    sessions: [],
    checkIns: [],
    adherence: { planned: 0, done: 0, score: 1, says: "Nothing was planned yet." },
    holds: [],
  });
});

test("two sessions done and one missed are two of three", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  await api.doNextSession();
  const { next } = (await api.send("GET", "/api/today")).json;
  api.setNow(next.latest);
  api.wait(1);
  const { json } = await api.send("GET", "/api/history");
  expect(json.adherence).toMatchObject({ planned: 3, done: 2 });
  expect(json.adherence.score).toBeLessThan(1);
  const dates = json.sessions.map(({ date }: { date: string }) => date);
  expect(dates).toEqual(["2026-11-29", "2026-11-22"]);
});
