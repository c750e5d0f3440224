import { randomUUID } from "node:crypto";
import {
  type Answers,
  absoluteConditions,
  addHours,
  type CheckIn,
  type Device,
  doneEvent,
  guideSession,
  type Instant,
  instant,
  localDate,
  type Plan,
  type PlanChoices,
  patternSigns,
  relativeConditions,
  type SessionEvent,
  type SessionEventBody,
  type SessionStep,
} from "@stipple/protocol";
import type { App } from "./server.ts";

const timeZone = "Europe/Berlin";

const no = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, "no"]));

/** A man of 34 with a thin crown, minoxidil and nothing that speaks against rolling. */
export const calmAnswers: Answers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["vertex"],
  signs: no(patternSigns),
  conditions: no([...absoluteConditions, ...relativeConditions]),
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["minoxidil-topical"],
  device: "none-yet",
};

/** A plan that is in force. */
export interface SavedPlan {
  readonly id: string;
  readonly plan: Plan;
}

/** Sends real JSON to the real server and answers with its JSON; a refusal fails the test. */
export async function send<Answer>(
  { url }: Pick<App, "url">,
  method: "GET" | "PUT" | "POST",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

export function hoursAgo(hours: number): Instant {
  return instant(new Date(Date.now() - hours * 3_600_000).toISOString());
}

/** Changes some settings. Tests move through a session by hand: the pace of a hand would only make them slow. */
export async function seedSettings(app: App, change: Record<string, unknown>): Promise<void> {
  const settings = await send<Record<string, unknown>>(app, "GET", "/api/settings");
  await send(app, "PUT", "/api/settings", { ...settings, ...change });
}

export async function byHand(app: App): Promise<void> {
  await seedSettings(app, { autoAdvance: false, speech: false, sound: false, vibration: false });
}

export async function seedAssessment(app: App, change: Partial<Answers> = {}): Promise<void> {
  const answers = { ...calmAnswers, ...change };
  await send(app, "PUT", "/api/answers", { answers });
  await send(app, "POST", "/api/assessments", { answers });
}

/** A plan for the crown whose first session is due today. */
export async function seedPlan(app: App, change: Partial<PlanChoices> = {}): Promise<SavedPlan> {
  const choices: PlanChoices = {
    protocolId: "article-home",
    zones: ["vertex"],
    firstOn: localDate(hoursAgo(0), timeZone),
    timeOfDay: "23:59",
    timeZone,
    sessionsPerWeek: 1,
    topicalTiming: "wait-24h",
    ...change,
  };
  return await send(app, "POST", "/api/plans", { choices });
}

export async function seedRoller(app: App, change: Partial<Device> = {}): Promise<Device> {
  const roller: Device = {
    id: randomUUID(),
    name: "Blue roller",
    kind: "roller",
    needleLengthUm: 250,
    construction: "single-needles",
    material: "steel",
    earlierUses: 0,
    usedByAnotherPerson: "no",
    ...change,
  };
  await send(app, "PUT", `/api/devices/${roller.id}`, roller);
  return roller;
}

/** What a person does at a step instead of pressing Done; "leave" puts the phone away. */
type Behaviour = (step: SessionStep) => SessionEventBody | "leave" | undefined;

export interface Rolled {
  readonly plan: SavedPlan;
  readonly roller: Device;
  readonly startedAt?: Instant;
}

/** Records a session that began some time ago, step by step as the guide would have it, and answers with its id. */
export async function seedSession(
  app: App,
  { plan: { id: planId, plan }, roller, startedAt = hoursAgo(0.5) }: Rolled,
  behave: Behaviour = () => undefined,
): Promise<string> {
  const sessionId = randomUUID();
  const started: SessionEventBody = {
    kind: "started",
    planId,
    deviceId: roller.id,
    needleLengthUm: roller.needleLengthUm,
    setting: plan.setting,
    zones: [...plan.zones],
    sectionIds: plan.sections.map(({ id }) => id),
    timeZone,
  };
  const events: SessionEvent[] = [];
  for (
    let body: SessionEventBody | undefined = started;
    body;
    body = nextBody(plan, events, behave)
  ) {
    const at = addHours(startedAt, events.length / 720);
    events.push({ ...body, id: randomUUID(), sessionId, at });
  }
  await send(app, "POST", `/api/sessions/${sessionId}/events`, { events });
  return sessionId;
}

function nextBody(
  plan: Plan,
  events: readonly SessionEvent[],
  behave: Behaviour,
): SessionEventBody | undefined {
  const state = guideSession(plan, events);
  const { step } = state;
  if (step.kind === "closed" || step.kind === "blocked") return undefined;
  const wish = behave(step);
  if (wish === "leave") return undefined;
  if (wish) return wish;
  if (step.kind !== "feel") return doneEvent(state);
  return {
    kind: "section-felt",
    sectionId: step.section.id,
    painScore: 1,
    blood: "none",
    snag: false,
  };
}

/** Puts the phone away at the first step of this kind. */
export function leaveAt(kind: SessionStep["kind"], detail?: string): Behaviour {
  return (step) => {
    const isThere =
      step.kind === kind && (detail === undefined || Object.values(step).includes(detail));
    return isThere ? "leave" : undefined;
  };
}

export async function seedCheckIn(app: App, change: Partial<CheckIn> = {}): Promise<void> {
  await send(app, "POST", "/api/check-ins", {
    id: randomUUID(),
    at: hoursAgo(0),
    slot: "any",
    graded: { redness: 1, swelling: 0, pain: 0, itch: 0, flaking: 0, shedding: 0 },
    signs: [],
    ...change,
  });
}

/** A person who is assessed, has a plan that is due and one roller. */
export async function seedTreatment(app: App): Promise<Omit<Rolled, "startedAt">> {
  await byHand(app);
  await seedAssessment(app);
  const plan = await seedPlan(app);
  const roller = await seedRoller(app);
  return { plan, roller };
}
