import { createRoute, z } from "@hono/zod-openapi";
import {
  type Instant,
  type Plan,
  type PlanChoices,
  type PlanRefusal,
  planChoicesSchema,
  planTreatment,
} from "@stipple/protocol";
import { readLatestAssessment } from "../assessments/assessments.queries.ts";
import { noAssessment } from "../assessments/assessments.routes.ts";
import { recordClock } from "../db/clock.ts";
import { columnsOf, nextPosition } from "../db/database.ts";
import { toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readCurrentPlan, readPlan } from "./plans.queries.ts";

/** One plan as it was made. */
export interface PlanRow {
  readonly id: string;
  readonly createdAt: Instant;
  readonly choices: PlanChoices;
  readonly plan: Plan;
}

const planRow = shape<PlanRow>("PlanRow", "A plan with the wishes it was made from");
const planResult = shape<Plan | PlanRefusal>("PlanResult", "A plan, or why there is none");
const choices = z.strictObject({ choices: planChoicesSchema });

const previewPlan = createRoute({
  method: "post",
  path: "/api/plans/preview",
  summary: "The plan these wishes would give; nothing is kept",
  request: { body: body(choices) },
  responses: { 200: json(z.object({ result: planResult }), "Plan or refusal") },
});

const makePlan = createRoute({
  method: "post",
  path: "/api/plans",
  summary: "Make the plan and follow it from now on",
  request: { body: body(choices) },
  responses: { 201: json(planRow, "The plan now followed") },
});

const readCurrent = createRoute({
  method: "get",
  path: "/api/plans/current",
  summary: "The plan that is followed now",
  responses: { 200: json(planRow, "The newest plan") },
});

const readOne = createRoute({
  method: "get",
  path: "/api/plans/{id}",
  summary: "One plan",
  request: { params: idParam },
  responses: { 200: json(planRow, "The plan") },
});

export function planRoutes(host: Host, book: SessionBook) {
  const { db, person } = host;
  return newRoutes()
    .openapi(previewPlan, async (c) => {
      const { result } = await planFor(host, book, c.req.valid("json").choices);
      return c.json({ result }, 200);
    })
    .openapi(makePlan, async (c) => {
      const { choices } = c.req.valid("json");
      const { result, assessmentId, now } = await planFor(host, book, choices);
      if (result.kind === "refused") throw planRefused(result);
      const row = { id: crypto.randomUUID(), createdAt: now, choices, plan: result };
      await keepPlan(host, row, assessmentId);
      return c.json(row, 201);
    })
    .openapi(readCurrent, async (c) => {
      const current = await readCurrentPlan(db, person);
      if (!current) throw noPlan();
      return c.json(current, 200);
    })
    .openapi(readOne, async (c) => {
      const plan = await readPlan(db, person, c.req.valid("param").id);
      if (!plan) throw unknownPlan();
      return c.json(plan, 200);
    });
}

/** The plan for these wishes, from the newest assessment and what was really done. */
async function planFor(host: Host, book: SessionBook, wishes: PlanChoices) {
  const { db, person, clock } = host;
  const now = clock();
  const latest = await readLatestAssessment(db, person);
  if (!latest) throw noAssessment();
  const sessions = await book.all(now);
  const result = planTreatment({
    answers: latest.answers,
    assessment: latest.assessment,
    choices: wishes,
    history: sessions.flatMap(({ done }) => done ?? []),
    now,
  });
  return { result, assessmentId: latest.id, now };
}

async function keepPlan(
  { db, person }: Host,
  { id, createdAt, choices: wishes, plan }: PlanRow,
  assessmentId: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("plan")
      .values({
        ...columnsOf(person),
        id,
        position: nextPosition("plan", person),
        created_at: createdAt,
        assessment_id: assessmentId,
        choices: toJson(wishes),
        plan: toJson(plan),
      })
      .execute();
    await recordClock(trx, person, createdAt);
  });
}

/** Nothing is planned yet. */
export function noPlan(): Problem {
  return new Problem("plan.none", 404, {
    message: "There is no plan yet.",
    action: "Make a plan first.",
  });
}

function unknownPlan(): Problem {
  return new Problem("plan.unknown", 404, {
    message: "There is no plan of this id.",
    action: "Open the plan that is followed now.",
  });
}

function planRefused(refusal: PlanRefusal): Problem {
  return new Problem("plan.refused", 422, {
    message: refusal.says,
    action: refusal.nextStep,
    refusal,
  });
}
