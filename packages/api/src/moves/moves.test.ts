import { expect, test } from "vitest";
import { treatedApi } from "../testing/treated-api.ts";

test("a session moves later, and stays moved", async () => {
  const api = await treatedApi();
  const to = "2026-11-24T18:30:00Z";
  const { status, json } = await api.send("POST", "/api/moves", { number: 1, to });
  expect(status).toBe(200);
  expect(json).toMatchObject({ kind: "next", number: 1, ideal: to });
  expect((await api.send("GET", "/api/today")).json.next.ideal).toBe(to);
});

test("a move before the earliest moment is refused with that moment", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  const { next } = (await api.send("GET", "/api/today")).json;
  const to = "2026-11-23T19:00:00Z";
  const { status, json } = await api.send("POST", "/api/moves", { number: 2, to });
  expect(status).toBe(422);
  expect(json).toMatchObject({ code: "move.too_early", earliest: next.earliest });
  expect(json.message).toContain(next.earliest);
  expect((await api.send("GET", "/api/today")).json.next).toEqual(next);
});

test("only the next session moves, and not without end", async () => {
  const api = await treatedApi();
  const third = { number: 3, to: "2026-12-24T19:00:00Z" };
  expect((await api.send("POST", "/api/moves", third)).json).toMatchObject({
    code: "move.not_next",
    next: 1,
  });
  const far = { number: 1, to: "2027-11-22T19:00:00Z" };
  expect((await api.send("POST", "/api/moves", far)).json.code).toBe("move.too_far");
});
