import type { Answers, PlanChoices } from "@stipple/protocol";
import type { Host } from "../host.ts";
import type { PlanRow } from "../plans/plans.routes.ts";
import { calmAnswers, roller, sundayChoices, testId, wholeSession } from "./course.ts";
import { testApi } from "./test-host.ts";

type Treated = Partial<Host> & {
  readonly now?: string;
  readonly answers?: Answers;
  readonly choices?: PlanChoices;
};

/** An API whose person is assessed, has a plan for Sundays and one roller; it is Sunday evening before the first session. */
export async function treatedApi({
  now,
  answers = calmAnswers,
  choices = sundayChoices,
  ...changes
}: Treated = {}) {
  const api = await testApi(changes);
  if (now) api.setNow(now);
  await api.send("POST", "/api/assessments", { answers });
  const made = await api.send("POST", "/api/plans", { choices });
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
  const plan: PlanRow = made.json;
  await api.send("PUT", `/api/devices/${roller.id}`, roller);
  let sessions = 0;

  return {
    ...api,
    plan,
    /** Does the whole next session at the moment it is planned for, and sends it in one request. */
    async doNextSession() {
      const { json } = await api.send("GET", "/api/today");
      api.setNow(json.next.ideal);
      sessions += 1;
      const sessionId = testId(0x5000 + sessions);
      const events = wholeSession({
        sessionId,
        planId: plan.id,
        plan: plan.plan,
        startedAt: json.next.ideal,
      });
      api.wait(1);
      const sent = await api.send("POST", `/api/sessions/${sessionId}/events`, { events });
      return { sessionId, events, sent };
    },
  };
}
