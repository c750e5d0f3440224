import { createRoute, z } from "@hono/zod-openapi";
import type { DatabaseCopy, Host, Recovery } from "../host.ts";
import { body, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";

const recoverySchema = z
  .object({
    problem: z.object({ code: z.string(), message: z.string(), action: z.string() }),
    copies: z.array(shape<DatabaseCopy>("DatabaseCopy", "An automatic copy of the database")),
  })
  .openapi("Recovery");

const readRecovery = createRoute({
  method: "get",
  path: "/api/recovery",
  summary: "Why the database did not open, and the copies there are",
  responses: { 200: json(recoverySchema, "Problem and copies") },
});

const restoreCopy = createRoute({
  method: "post",
  path: "/api/recovery",
  summary: "Open a copy in place of the damaged file, which is kept",
  request: { body: body(z.strictObject({ copy: z.string().min(1).max(120) })) },
  responses: {
    200: json(z.object({ restored: z.string() }), "The copy is open"),
  },
});

export function recoveryRoutes({ recovery }: Host) {
  return newRoutes()
    .openapi(readRecovery, async (c) => {
      const { problem, copies } = neededRecovery(recovery);
      return c.json({ problem, copies: [...(await copies())] }, 200);
    })
    .openapi(restoreCopy, async (c) => {
      const { copy } = c.req.valid("json");
      const result = await neededRecovery(recovery).restore(copy);
      if (result === "unknown") throw unknownCopy();
      if (result === "damaged") throw damagedCopy();
      return c.json({ restored: copy }, 200);
    });
}

function neededRecovery(recovery: Recovery | undefined): Recovery {
  if (recovery) return recovery;
  throw new Problem("recovery.not_needed", 409, {
    message: "The database is open and sound; there is nothing to recover.",
    action: "Go on as usual.",
  });
}

function unknownCopy(): Problem {
  return new Problem("recovery.copy_unknown", 404, {
    message: "There is no copy of that name.",
    action: "Choose one of the copies listed at /api/recovery.",
  });
}

function damagedCopy(): Problem {
  return new Problem("recovery.copy_damaged", 422, {
    message: "This copy does not open either.",
    action: "Choose another copy; nothing was thrown away.",
  });
}
