import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { onlyAllowedHosts } from "./allowed-hosts.ts";
import { answersRoutes } from "./answers/answers.routes.ts";
import { assessmentRoutes } from "./assessments/assessments.routes.ts";
import { jsonBorder } from "./border.ts";
import { calendarFeedRoutes } from "./calendar-feed/calendar-feed.routes.ts";
import { checkInRoutes } from "./check-ins/check-ins.routes.ts";
import type { ClientType } from "./client-type.ts";
import { deviceRoutes } from "./devices/devices.routes.ts";
import { problemOf } from "./faults.ts";
import { healthRoutes } from "./health/health.routes.ts";
import { historyRoutes } from "./history/history.routes.ts";
import { holdRoutes } from "./holds/holds.routes.ts";
import type { Host } from "./host.ts";
import { measurementRoutes } from "./measurements/measurements.routes.ts";
import { moveRoutes } from "./moves/moves.routes.ts";
import { answerOpenApi, methodsAt, newRoutes, refuseInvalid } from "./openapi.ts";
import { photoUploadRoutes } from "./photos/photo-uploads.routes.ts";
import { photoRoutes } from "./photos/photos.routes.ts";
import { planRoutes } from "./plans/plans.routes.ts";
import { Problem, problemResponse } from "./problem.ts";
import { onlyRecovery } from "./recovery/only-recovery.ts";
import { recoveryRoutes } from "./recovery/recovery.routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { selfRatingRoutes } from "./self-ratings/self-ratings.routes.ts";
import { openSessionBook } from "./sessions/session-book.ts";
import { sessionRoutes } from "./sessions/sessions.routes.ts";
import { settingsRoutes } from "./settings/settings.routes.ts";
import { todayRoutes } from "./today/today.routes.ts";
import { transferRoutes } from "./transfer/transfer.routes.ts";

/** The whole API of one person at home. It knows nothing of the machine but what `host` says. */
export function createApp(host: Host) {
  const book = openSessionBook(host);
  const app = newRoutes();
  app.defaultHook = refuseInvalid;
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status === 500) host.report?.(error);
    return problemResponse(problem);
  });
  app.use(securityHeaders, onlyAllowedHosts(host.allowedHosts), onlyRecovery(host), jsonBorder);

  const routes = app
    .route("/", healthRoutes(host))
    .route("/", recoveryRoutes(host))
    .route("/", answersRoutes(host))
    .route("/", assessmentRoutes(host))
    .route("/", planRoutes(host, book))
    .route("/", todayRoutes(host, book))
    .route("/", deviceRoutes(host, book))
    .route("/", sessionRoutes(host, book))
    .route("/", checkInRoutes(host, book))
    .route("/", holdRoutes(host))
    .route("/", moveRoutes(host, book))
    .route("/", settingsRoutes(host))
    .route("/", historyRoutes(host, book))
    .route("/", calendarFeedRoutes(host, book))
    .route("/", photoUploadRoutes(host))
    .route("/", photoRoutes(host))
    .route("/", measurementRoutes(host))
    .route("/", selfRatingRoutes(host))
    .route("/", transferRoutes(host, book));

  app.get("/api/openapi.json", (c) => c.json(answerOpenApi(app, host.version)));
  app.all("/api/*", (c) => refuseRequest(app, c));
  app.all("/calendar/*", (c) => refuseRequest(app, c));
  app.notFound((c) => refuseRequest(app, c));
  return routes;
}

/** What the typed client `hc<AppType>` knows. */
export type AppType = ClientType<ReturnType<typeof createApp>>;

/** An address that exists names the methods it takes; any other is not there. */
function refuseRequest(app: OpenAPIHono, { req }: Context): Response {
  const methods = methodsAt(app, req.path);
  const refusal = problemResponse(
    methods.length > 0 ? wrongMethod(methods, req.method) : unknown(),
  );
  if (methods.length > 0) refusal.headers.set("allow", methods.join(", "));
  return refusal;
}

function wrongMethod(methods: readonly string[], method: string): Problem {
  return new Problem("route.method", 405, {
    message: `This address takes ${methods.join(" and ")}, not ${method}.`,
    action: "Look at /api/openapi.json for what each is for.",
  });
}

function unknown(): Problem {
  return new Problem("route.unknown", 404, {
    message: "There is nothing at this address, or not by this method.",
    action: "Look at /api/openapi.json for what there is.",
  });
}
