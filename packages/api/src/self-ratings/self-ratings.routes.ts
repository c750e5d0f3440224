import { createRoute, z } from "@hono/zod-openapi";
import { addDays, localDate, type SelfRating, selfRatingSchema } from "@stipple/protocol";
import { columnsOf } from "../db/database.ts";
import type { Host } from "../host.ts";
import { body, idParam, json, newRoutes } from "../openapi.ts";
import { Problem } from "../problem.ts";
import { readSettings } from "../settings/settings.queries.ts";
import { keepSelfRating, readSelfRatings } from "./self-ratings.queries.ts";

const listRatings = createRoute({
  method: "get",
  path: "/api/self-ratings",
  summary: "How the person saw the own hair, by day",
  responses: { 200: json(z.object({ ratings: z.array(selfRatingSchema) }), "Ratings") },
});

const saveRating = createRoute({
  method: "put",
  path: "/api/self-ratings/{id}",
  summary: "Keep a rating, or correct it; sending twice is harmless",
  request: { params: idParam, body: body(selfRatingSchema) },
  responses: { 200: json(selfRatingSchema, "Kept") },
});

const deleteRating = createRoute({
  method: "delete",
  path: "/api/self-ratings/{id}",
  summary: "Take a rating back",
  request: { params: idParam },
  responses: { 204: { description: "Taken back" } },
});

export function selfRatingRoutes(host: Host) {
  const { db, person, clock } = host;
  return newRoutes()
    .openapi(listRatings, async (c) => {
      const ratings = await readSelfRatings(db, person);
      return c.json({ ratings: ratings.toSorted((a, b) => a.on.localeCompare(b.on)) }, 200);
    })
    .openapi(saveRating, async (c) => {
      const rating = c.req.valid("json");
      if (rating.id !== c.req.valid("param").id) throw otherRating();
      const { timeZone } = await readSettings(host);
      refuseFuture(rating, addDays(localDate(clock(), timeZone), 1));
      await keepSelfRating(db, person, rating);
      return c.json(rating, 200);
    })
    .openapi(deleteRating, async (c) => {
      const { numDeletedRows } = await db
        .deleteFrom("self_rating")
        .where((eb) => eb.and(columnsOf(person)))
        .where("id", "=", c.req.valid("param").id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw unknownRating();
      return c.body(null, 204);
    });
}

/** Tomorrow passes: the clocks of two machines may stand in two days. */
function refuseFuture({ on }: SelfRating, latest: string): void {
  if (on <= latest) return;
  throw new Problem("self-rating.future", 422, {
    message: `A rating of ${on} lies in the future.`,
    action: "Give the day on which you looked.",
  });
}

function unknownRating(): Problem {
  return new Problem("self-rating.unknown", 404, {
    message: "There is no rating with this id.",
    action: "Read the ratings again.",
  });
}

function otherRating(): Problem {
  return new Problem("self-rating.mismatch", 422, {
    message: "The id in the address and the id of the rating differ.",
    action: "Send the rating to the address with its own id.",
  });
}
