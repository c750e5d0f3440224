import {
  addHours,
  doneEvent,
  guideSession,
  type Instant,
  type Plan,
  type SessionEvent,
  type SessionEventBody,
  type SessionState,
  type SessionStep,
} from "@stipple/protocol";

/** An id that is the same in every run: a valid version-4 UUID that ends in this number. */
export function fixedId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** What a person does at a step instead of pressing Done; `undefined`: press Done; "leave": put the phone away. */
export type Behaviour = (
  step: SessionStep,
  state: SessionState,
) => SessionEventBody | "leave" | undefined;

export interface RolledSession {
  readonly events: readonly SessionEvent[];
  /** Each step shown, in order. */
  readonly steps: readonly SessionStep[];
  readonly state: SessionState;
}

export interface Start {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly needleLengthUm: number;
  readonly at: Instant;
  /** Ids of the events count up from here. */
  readonly firstEvent: number;
  readonly planId?: string;
}

/** Far more than any session has: 60 sections of 6 events, 8 checks and the cleaning. */
const mostEvents = 500;

/** Seconds a person takes for a step of each kind; rolls follow the pace of 1–2 cm/s over 4 cm. */
const secondsFor: Readonly<Partial<Record<SessionEvent["kind"], number>>> = {
  "gate-answered": 4,
  "strokes-done": 9,
  "section-felt": 5,
  "cleaning-done": 60,
};
const disinfectS = 600;

/** Goes through one session of the plan, step by step, until it is closed or left. */
export function rollSession(plan: Plan, start: Start, behave: Behaviour): RolledSession {
  const events: SessionEvent[] = [];
  const steps: SessionStep[] = [];
  let at = start.at;
  let state = guideSession(plan, events);
  while (events.length < mostEvents) {
    const body = nextBody(plan, start, state, behave);
    if (body === undefined) break;
    const secs =
      body.kind === "cleaning-done" && body.step === "disinfect-alcohol-70"
        ? disinfectS
        : (secondsFor[body.kind] ?? 1);
    if (body.kind !== "started") at = addHours(at, secs / 3600);
    const id = fixedId(start.firstEvent + events.length);
    events.push({ ...body, id, sessionId: start.sessionId, at });
    state = guideSession(plan, events);
    steps.push(state.step);
  }
  return { events, steps, state };
}

function nextBody(
  plan: Plan,
  start: Start,
  state: SessionState,
  behave: Behaviour,
): SessionEventBody | undefined {
  if (state.step.kind === "not-started") return startedBody(plan, start);
  if (state.step.kind === "closed") return undefined;
  const wish = behave(state.step, state);
  return wish === "leave" ? undefined : (wish ?? slightPrickle(state.step) ?? doneEvent(state));
}

/** How a section usually feels. "Done" alone does not answer the question. */
function slightPrickle(step: SessionStep): SessionEventBody | undefined {
  if (step.kind !== "feel") return undefined;
  const { id } = step.section;
  return { kind: "section-felt", sectionId: id, painScore: 1, blood: "none", snag: false };
}

function startedBody(plan: Plan, { deviceId, needleLengthUm, planId }: Start): SessionEventBody {
  return {
    kind: "started",
    ...(planId && { planId }),
    deviceId,
    needleLengthUm,
    setting: plan.setting,
    zones: [...plan.zones],
    sectionIds: plan.sections.map(({ id }) => id),
    timeZone: plan.timeZone,
  };
}

/** One session of the plan in which Done is pressed at every step and every section prickles slightly. */
export function pressDone(plan: Plan, at: Instant): RolledSession {
  const start: Start = {
    sessionId: fixedId(1),
    deviceId: fixedId(2),
    needleLengthUm: plan.needle.recommendedUm.value,
    at,
    firstEvent: 16,
  };
  return rollSession(plan, start, () => undefined);
}
