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
import { moveRoutes } from "./moves/moves.routes.ts";
import { answerOpenApi, newRoutes, refuseInvalid } from "./openapi.ts";
import { planRoutes } from "./plans/plans.routes.ts";
import { Problem, problemResponse } from "./problem.ts";
import { onlyRecovery } from "./recovery/only-recovery.ts";
import { recoveryRoutes } from "./recovery/recovery.routes.ts";
import { securityHeaders } from "./security-headers.ts";
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
    .route("/", transferRoutes(host, book));

  app.get("/api/openapi.json", (c) => c.json(answerOpenApi(app, host.version)));
  app.all("/api/*", () => refuseUnknown());
  app.all("/calendar/*", () => refuseUnknown());
  return routes;
}

/** What the typed client `hc<AppType>` knows. */
export type AppType = ClientType<ReturnType<typeof createApp>>;

function refuseUnknown(): never {
  throw new Problem("route.unknown", 404, {
    message: "There is nothing at this address, or not by this method.",
    action: "Look at /api/openapi.json for what there is.",
  });
}
