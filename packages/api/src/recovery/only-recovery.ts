import type { MiddlewareHandler } from "hono";
import type { Host } from "../host.ts";
import { Problem } from "../problem.ts";

/** While the database is not open, only health and recovery answer; the pages themselves still load. */
export function onlyRecovery({ recovery }: Host): MiddlewareHandler {
  return async (c, next) => {
    if (!recovery || !needsDatabase(c.req.path)) return next();
    const { code, message, action } = recovery.problem;
    throw new Problem(code, 503, { message, action });
  };
}

function needsDatabase(path: string): boolean {
  const isAnswered = ["/api/health", "/api/recovery", "/api/openapi.json"].includes(path);
  return !isAnswered && (path.startsWith("/api/") || path.startsWith("/calendar/"));
}
