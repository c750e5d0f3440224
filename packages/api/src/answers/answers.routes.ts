import { createRoute, z } from "@hono/zod-openapi";
import { type Answers, answersSchema, type Instant } from "@stipple/protocol";
import { columnsOf } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { body, json, newRoutes, shape } from "../openapi.ts";

const answersShape = shape<Answers>("SavedAnswers", "Answers of the assessment");
const instantShape = z.custom<Instant>().openapi({ type: "string", format: "date-time" });

const readAnswers = createRoute({
  method: "get",
  path: "/api/answers",
  summary: "The answers given so far",
  responses: {
    200: json(
      z.object({ answers: answersShape, savedAt: instantShape.optional() }),
      "The draft, empty when none was saved",
    ),
  },
});

const saveAnswers = createRoute({
  method: "put",
  path: "/api/answers",
  summary: "Save the answers given so far",
  request: { body: body(z.strictObject({ answers: answersSchema })) },
  responses: { 200: json(z.object({ answers: answersShape, savedAt: instantShape }), "Saved") },
});

export function answersRoutes({ db, person, clock }: Host) {
  return newRoutes()
    .openapi(readAnswers, async (c) => {
      const row = await db
        .selectFrom("answers")
        .select(["answers", "saved_at"])
        .where("clinic_id", "=", person.clinicId)
        .where("person_id", "=", person.personId)
        .executeTakeFirst();
      return row
        ? c.json({ answers: fromJson(row.answers), savedAt: row.saved_at }, 200)
        : c.json({ answers: {} }, 200);
    })
    .openapi(saveAnswers, async (c) => {
      const { answers } = c.req.valid("json");
      const row = { answers: toJson(answers), saved_at: clock() };
      await db
        .insertInto("answers")
        .values({ ...columnsOf(person), ...row })
        .onConflict((conflict) => conflict.columns(["clinic_id", "person_id"]).doUpdateSet(row))
        .execute();
      return c.json({ answers, savedAt: row.saved_at }, 200);
    });
}
