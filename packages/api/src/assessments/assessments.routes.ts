import { createRoute, z } from "@hono/zod-openapi";
import {
  type Answers,
  type Assessment,
  answersSchema,
  assess,
  type Instant,
  localDate,
} from "@stipple/protocol";
import { recordClock } from "../db/clock.ts";
import { columnsOf, nextPosition } from "../db/database.ts";
import { toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { body, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import { readSettings } from "../settings/settings.queries.ts";
import { readAssessedStages, readLatestAssessment } from "./assessments.queries.ts";

/** One assessment as it was made. */
export interface AssessmentRow {
  readonly id: string;
  readonly createdAt: Instant;
  readonly answers: Answers;
  readonly assessment: Assessment;
}

/** How far the hair loss was when the questions were answered. */
export interface AssessedStage {
  readonly id: string;
  readonly createdAt: Instant;
  readonly pattern?: Answers["pattern"];
}

const assessmentRow = shape<AssessmentRow>("AssessmentRow", "An assessment with its answers");

const makeAssessment = createRoute({
  method: "post",
  path: "/api/assessments",
  summary: "Assess these answers and keep the result",
  request: { body: body(z.strictObject({ answers: answersSchema })) },
  responses: { 201: json(assessmentRow, "Assessed") },
});

const listAssessments = createRoute({
  method: "get",
  path: "/api/assessments",
  summary: "Every assessment, newest first, by its day and the stage that was chosen",
  responses: {
    200: json(
      z.object({
        assessments: z.array(shape<AssessedStage>("AssessedStage", "The stage of one assessment")),
      }),
      "Assessments",
    ),
  },
});

const readLatest = createRoute({
  method: "get",
  path: "/api/assessments/latest",
  summary: "The newest assessment",
  responses: { 200: json(assessmentRow, "The newest assessment") },
});

export function assessmentRoutes(host: Host) {
  const { db, person, clock } = host;
  return newRoutes()
    .openapi(makeAssessment, async (c) => {
      const { answers } = c.req.valid("json");
      const createdAt = clock();
      const { timeZone } = await readSettings(host);
      const assessment = assess(answers, localDate(createdAt, timeZone));
      const row = { id: crypto.randomUUID(), createdAt, answers, assessment };
      await keepAssessment(host, row);
      return c.json(row, 201);
    })
    .openapi(listAssessments, async (c) => {
      return c.json({ assessments: [...(await readAssessedStages(db, person))] }, 200);
    })
    .openapi(readLatest, async (c) => {
      const latest = await readLatestAssessment(db, person);
      if (!latest) throw noAssessment();
      return c.json(latest, 200);
    });
}

async function keepAssessment(
  { db, person }: Host,
  { id, createdAt, answers, assessment }: AssessmentRow,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("assessment")
      .values({
        ...columnsOf(person),
        id,
        position: nextPosition("assessment", person),
        created_at: createdAt,
        answers: toJson(answers),
        assessment: toJson(assessment),
      })
      .execute();
    await recordClock(trx, person, createdAt);
  });
}

/** Nothing was assessed yet. */
export function noAssessment(): Problem {
  return new Problem("assessment.none", 404, {
    message: "There is no assessment yet.",
    action: "Answer the questions of the assessment first.",
  });
}
