import { addHours, type GuardFinding } from "@stipple/protocol";
import { expect, test } from "vitest";
import { calmAnswers, roller, sundayChoices, testId, wholeSession } from "../testing/course.ts";
import { treatedApi } from "../testing/treated-api.ts";

type Api = Awaited<ReturnType<typeof treatedApi>>;

async function startCodes(api: Api): Promise<readonly string[]> {
  const start = { deviceId: roller.id, zones: ["vertex"] };
  const { json } = await api.send("POST", "/api/sessions/check", start);
  return json.findings.map(({ code }: GuardFinding) => code);
}

test("newer answers that close rolling close the session of an older plan too", async () => {
  const api = await treatedApi();
  const { json } = await api.send("GET", "/api/today");
  api.setNow(json.next.ideal);
  expect(await startCodes(api)).toEqual([]);

  const conditions = { ...calmAnswers.conditions, "botulinum-or-filler": "yes" };
  const answers = { ...calmAnswers, conditions, doctorAgreed: "yes" };
  await api.send("POST", "/api/assessments", { answers });
  const codes = await startCodes(api);
  expect(codes).toContain("guard.assessment_closed");
  expect(codes).toContain("guard.wait_not_over");
});

test("a session dated ahead of this clock still keeps the next one away", async () => {
  const api = await treatedApi();
  const { json } = await api.send("GET", "/api/today");
  api.setNow(json.next.ideal);
  const sessionId = testId(0x5100);
  const startedAt = addHours(json.next.ideal, 2);
  const events = wholeSession({ sessionId, planId: api.plan.id, plan: api.plan.plan, startedAt });
  await api.send("POST", `/api/sessions/${sessionId}/events`, { events });
  expect(await startCodes(api)).toContain("guard.clock_uncertain");
});

test("the plan's own rest counts where it is longer than the hard limit", async () => {
  const answers = { ...calmAnswers, phototype: "V" } as const;
  const api = await treatedApi({ answers, choices: sundayChoices });
  await api.doNextSession();
  api.wait(100);
  const codes = await startCodes(api);
  expect(codes).toEqual(["schedule.too_early"]);
});
