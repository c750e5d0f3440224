import { expect, test } from "vitest";
import { testApi } from "../testing/test-host.ts";

test("answers are saved at any point and replaced whole", async () => {
  const api = await testApi();
  expect((await api.send("GET", "/api/answers")).json).toEqual({ answers: {} });
  await api.send("PUT", "/api/answers", { answers: { setting: "home", ageYears: 34 } });
  const saved = await api.send("PUT", "/api/answers", { answers: { ageYears: 35 } });
  expect(saved.json).toEqual({ answers: { ageYears: 35 }, savedAt: "2026-11-22T18:00:00Z" });
  expect((await api.send("GET", "/api/answers")).json).toEqual(saved.json);
});

test("an answer outside its limit is named with value and limit, and the draft stays", async () => {
  const api = await testApi();
  await api.send("PUT", "/api/answers", { answers: { ageYears: 34 } });
  const { status, json } = await api.send("PUT", "/api/answers", { answers: { ageYears: 340 } });
  expect(status).toBe(422);
  expect(json).toMatchObject({
    code: "request.invalid",
    message: "answers.ageYears is 340; the most is 120.",
    issues: [{ path: "answers.ageYears" }],
  });
  expect((await api.send("GET", "/api/answers")).json.answers).toEqual({ ageYears: 34 });
});

test("a needle of 25 µm is refused with the least length", async () => {
  const api = await testApi();
  const device = {
    kind: "roller",
    needleLengthUm: 25,
    usedByAnotherPerson: "no",
    damaged: "no",
  };
  const { json } = await api.send("PUT", "/api/answers", { answers: { device } });
  expect(json.code).toBe("request.invalid");
});
