import { createRoute, z } from "@hono/zod-openapi";
import { rulesVersion } from "@stipple/protocol";
import type { Host } from "../host.ts";
import { json, newRoutes } from "../openapi.ts";

const healthSchema = z
  .object({
    status: z.enum(["ok", "read-only"]),
    version: z.string(),
    rulesVersion: z.string(),
    demo: z.boolean(),
    database: z.object({ writable: z.boolean(), reason: z.string().optional() }),
  })
  .openapi("Health");
export type Health = z.infer<typeof healthSchema>;

const readHealth = createRoute({
  method: "get",
  path: "/api/health",
  summary: "Whether the server and its database work",
  responses: { 200: json(healthSchema, "How it is") },
});

export function healthRoutes({ storage, version, demo = false }: Host) {
  return newRoutes().openapi(readHealth, (c) => {
    const database = storage.state();
    const status = database.writable ? "ok" : "read-only";
    return c.json({ status, version, rulesVersion, demo, database } satisfies Health, 200);
  });
}
