import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { Waiting } from "../ui/Waiting.tsx";
import { Banners } from "./Banners.tsx";
import { isSessionKept } from "./is-session-kept.ts";
import { Navigation } from "./Navigation.tsx";
import { databaseProblemKey } from "./query-client.ts";
import classes from "./Shell.module.css";
import { shellTexts } from "./texts.ts";

const RecoveryScreen = lazy(() =>
  import("./RecoveryScreen.tsx").then(({ RecoveryScreen }) => ({ default: RecoveryScreen })),
);

/** How much of the shell a place wants: the session is full screen, single tasks hide the bar on phones. */
function frameOf(path: string): "bare" | "task" | "full" {
  if (path.startsWith("/session")) return "bare";
  return path === "/" || path === "/assess" ? "task" : "full";
}

/** Sends what this browser keeps of sessions; the code for it is loaded only when there is something. */
function sendKept(): void {
  if (isSessionKept())
    void import("../session/send-kept.ts").then(({ keptPump }) => keptPump.look());
}

/** Looks for unsent sessions at the start, on return to the tab or the network, and after leaving a session. */
function useKeptSessions(isInSession: boolean): void {
  useEffect(() => {
    if (!isInSession) sendKept();
  }, [isInSession]);

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === "visible") sendKept();
    };
    window.addEventListener("online", sendKept);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.removeEventListener("online", sendKept);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, []);
}

/** Everything around a place: skip link, navigation, banners, and the way back from a broken database. */
export function Shell() {
  const frame = frameOf(useLocation().pathname);
  const queryClient = useQueryClient();
  useKeptSessions(frame === "bare");
  const { data: databaseProblem } = useQuery({
    queryKey: databaseProblemKey,
    queryFn: () => queryClient.getQueryData(databaseProblemKey) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });

  return (
    <div className={classes.shell} data-frame={frame}>
      <a className={classes.skip} href="#page">
        {shellTexts.skip}
      </a>
      {frame !== "bare" && !databaseProblem && <Navigation />}
      <div className={classes.stage}>
        {!databaseProblem && <Banners isRecovering={Boolean(databaseProblem)} />}
        <main id="page" tabIndex={-1} className={classes.page}>
          <Suspense fallback={<Waiting />}>
            {databaseProblem ? <RecoveryScreen /> : <Outlet />}
          </Suspense>
        </main>
      </div>
    </div>
  );
}
