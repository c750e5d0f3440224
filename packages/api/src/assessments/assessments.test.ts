import { expect, test } from "vitest";
import { calmAnswers } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";

test("an assessment is kept with its answers and is the latest", async () => {
  const api = await testApi();
  expect((await api.send("GET", "/api/assessments/latest")).json.code).toBe("assessment.none");
  const { status, json } = await api.send("POST", "/api/assessments", { answers: calmAnswers });
  expect(status).toBe(201);
  expect(json).toMatchObject({
    createdAt: "2026-11-22T18:00:00Z",
    answers: calmAnswers,
    assessment: { outcome: "suitable", assessedOn: "2026-11-22", expiresOn: "2026-12-22" },
  });
  expect((await api.send("GET", "/api/assessments/latest")).json).toEqual(json);
});

test("the day of an assessment is the person's, not Greenwich's", async () => {
  const api = await testApi();
  api.setNow("2026-11-22T23:30:00Z");
  const { json } = await api.send("POST", "/api/assessments", { answers: calmAnswers });
  expect(json.assessment.assessedOn).toBe("2026-11-23");
});

test("the newest assessment counts even when the clock went back in between", async () => {
  const api = await testApi();
  await api.send("POST", "/api/assessments", { answers: calmAnswers });
  api.setNow("2026-11-01T00:00:00Z");
  const { json } = await api.send("POST", "/api/assessments", { answers: {} });
  expect((await api.send("GET", "/api/assessments/latest")).json.id).toBe(json.id);
});
