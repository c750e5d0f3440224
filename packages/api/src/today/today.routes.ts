import { createRoute } from "@hono/zod-openapi";
import type { Host } from "../host.ts";
import { json, newRoutes, shape } from "../openapi.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { composeToday } from "./compose.ts";
import type { Today } from "./today.ts";

const readToday = createRoute({
  method: "get",
  path: "/api/today",
  summary: "What is due, what to avoid and what stands in the way, now",
  responses: { 200: json(shape<Today>("Today", "Everything the Today page shows"), "Today") },
});

export function todayRoutes(host: Host, book: SessionBook) {
  return newRoutes().openapi(readToday, async (c) => c.json(await composeToday(host, book), 200));
}
