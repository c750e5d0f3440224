import { createApp, type Host, type PlanRow, type SessionRow } from "@stipple/api";
import { elapsedHours, type Instant } from "@stipple/protocol";
import { demoActs } from "../../../scenarios/demo.ts";
import type { Act } from "../../../scenarios/replay-world.ts";

/** A demo whose last session is older than this is told anew, so that it always ends today. */
const staleH = 5 * 24;

/**
 * Fills an empty demo database with half a year of one person, the scenario "demo-six-months", through the
 * API and with a clock of its own.
 */
export async function seedDemo(host: Host): Promise<void> {
  const today = host.clock();
  const demo: Demo = { api: requestsOf(host, () => demo.now), now: today, planId: undefined };
  const { sessions } = await demo.api<{ sessions: readonly SessionRow[] }>("GET", "/api/sessions");
  const newest = sessions[0]?.startedAt;
  if (newest && elapsedHours(newest, today) < staleH) return;

  await demo.api("POST", "/api/erase", { confirm: "erase everything" });
  for (const act of demoActs(today, host.timeZone)) {
    demo.now = timeOf(act);
    await tell(demo, act);
  }
}

type Api = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

interface Demo {
  readonly api: Api;
  /** What the clock of the demo's host shows. */
  now: Instant;
  planId: string | undefined;
}

function requestsOf(host: Host, clock: () => Instant): Api {
  const app = createApp({ ...host, clock });
  return async (method, path, body) => {
    const response = await app.request(`http://${host.allowedHosts[0]}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The demo cannot be made: ${method} ${path} says ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

/** A session is sent when it is over, everything else when it happens. */
function timeOf(act: Act): Instant {
  return act.kind === "session" ? (act.events.at(-1)?.at ?? act.at) : act.at;
}

/** Sends one thing that happened to where the web app would send it. */
async function tell(demo: Demo, act: Act): Promise<void> {
  const { api } = demo;
  switch (act.kind) {
    case "assessment":
      await api("PUT", "/api/answers", { answers: act.answers });
      await api("POST", "/api/assessments", { answers: act.answers });
      break;
    case "plan":
      demo.planId = (await api<PlanRow>("POST", "/api/plans", { choices: act.choices })).id;
      break;
    case "device":
      await api("PUT", `/api/devices/${act.device.id}`, act.device);
      break;
    case "device-event":
      await api("POST", `/api/devices/${act.deviceId}/events`, { events: [act.event] });
      break;
    case "session":
      await api("POST", `/api/sessions/${act.sessionId}/events`, { events: eventsOf(act, demo) });
      break;
    case "check-in":
      await api("POST", "/api/check-ins", act.checkIn);
      break;
    case "move":
      await api("POST", "/api/moves", { number: act.number, to: act.to });
      break;
    case "pause":
      await api("POST", "/api/holds", { id: act.id, says: act.says });
      break;
    case "clear-hold":
      await api("POST", `/api/holds/${act.id}/clear`, { doctorCleared: act.doctorCleared });
      break;
  }
}

/** The events with the id of the plan that the API gave. */
function eventsOf({ events }: Extract<Act, { kind: "session" }>, { planId }: Demo) {
  return events.map((event) => (event.kind === "started" && planId ? { ...event, planId } : event));
}
