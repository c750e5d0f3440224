import { expect, test } from "vitest";
import { calmAnswers, sundayChoices } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

test("a plan needs an assessment", async () => {
  const api = await testApi();
  const { status, json } = await api.send("POST", "/api/plans", { choices: sundayChoices });
  expect({ status, code: json.code }).toEqual({ status: 404, code: "assessment.none" });
  expect((await api.send("GET", "/api/plans/current")).json.code).toBe("plan.none");
});

test("a preview gives the plan and keeps nothing", async () => {
  const api = await testApi();
  await api.send("POST", "/api/assessments", { answers: calmAnswers });
  const { json } = await api.send("POST", "/api/plans/preview", { choices: sundayChoices });
  expect(json.result).toMatchObject({
    kind: "plan",
    needle: { recommendedUm: { value: 250 } },
    timeZone: "Europe/Berlin",
  });
  expect((await api.send("GET", "/api/plans/current")).status).toBe(404);
});

test("the plan made is the current one and is found by its id", async () => {
  const { send, plan } = await treatedApi();
  expect((await send("GET", "/api/plans/current")).json).toEqual(plan);
  expect((await send("GET", `/api/plans/${plan.id}`)).json).toEqual(plan);
  expect(plan.choices).toEqual(sundayChoices);
});

test("a newer plan is followed, and the older one stays readable", async () => {
  const { send, plan } = await treatedApi();
  const choices = { ...sundayChoices, timeOfDay: "07:30" };
  const { json: newer } = await send("POST", "/api/plans", { choices });
  expect((await send("GET", "/api/plans/current")).json.id).toBe(newer.id);
  expect((await send("GET", `/api/plans/${plan.id}`)).json.choices.timeOfDay).toBe("20:00");
});

test("a refused plan is a problem that carries the refusal, and a preview shows the same", async () => {
  const api = await testApi();
  const answers = { ...calmAnswers, conditions: { ...calmAnswers.conditions, keloid: "yes" } };
  await api.send("POST", "/api/assessments", { answers });
  const preview = await api.send("POST", "/api/plans/preview", { choices: sundayChoices });
  expect(preview).toMatchObject({ status: 200, json: { result: { kind: "refused" } } });

  const { status, json } = await api.send("POST", "/api/plans", { choices: sundayChoices });
  expect(status).toBe(422);
  expect(json.code).toBe("plan.refused");
  expect(json.refusal).toEqual(preview.json.result);
  expect(json.message).toBe(json.refusal.says);
  expect((await api.send("GET", "/api/plans/current")).status).toBe(404);
});
