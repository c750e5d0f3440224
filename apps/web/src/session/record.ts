import {
  type Answers,
  answersSchema,
  type Device,
  deviceSchema,
  type Plan,
  type SessionEvent,
  sessionEventSchema,
} from "@stipple/protocol";

/** A session as this browser keeps it: enough to go on after a killed tab or without a network. */
export interface KeptSession {
  readonly sessionId: string;
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  /** Ids the server has answered for. */
  readonly knownIds: ReadonlySet<string>;
}

/** What the picture of a session must know beside its events: whether the model holds for this person, and the drum. */
export interface KeptPerson {
  readonly answers: Pick<Answers, "ageYears" | "pattern" | "pregnancy" | "conditions" | "signs">;
  readonly device: Device | undefined;
}

const prefix = "stipple/session/";
const planKey = (sessionId: string) => `${prefix}${sessionId}/plan`;
const personKey = (sessionId: string) => `${prefix}${sessionId}/person`;
const knownKey = (sessionId: string) => `${prefix}${sessionId}/known`;
const eventPrefix = (sessionId: string) => `${prefix}${sessionId}/event/`;
const eventKey = (sessionId: string, index: number) =>
  `${eventPrefix(sessionId)}${String(index).padStart(5, "0")}`;

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
}

/** Writes, or says that there was no room (or no storage at all). */
function write(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the plan a session follows. */
export function keepPlan(storage: Storage, sessionId: string, plan: Plan): boolean {
  return write(storage, planKey(sessionId), JSON.stringify(plan));
}

/** Keeps one event under its own key: earlier events are never rewritten, so none can be torn. */
export function keepEvent(storage: Storage, event: SessionEvent, index: number): boolean {
  return write(storage, eventKey(event.sessionId, index), JSON.stringify(event));
}

/** Remembers which events the server knows. Losing this only means that they are sent again. */
export function keepKnown(storage: Storage, sessionId: string, ids: ReadonlySet<string>): boolean {
  return write(storage, knownKey(sessionId), JSON.stringify([...ids]));
}

/** Keeps what the picture needs, for as long as the session itself is kept here and no longer. */
export function keepPerson(storage: Storage, sessionId: string, person: KeptPerson): boolean {
  if (storage.getItem(planKey(sessionId)) === null) return false;
  return write(storage, personKey(sessionId), JSON.stringify(person));
}

/** What was kept for the picture, or `undefined` when this browser holds nothing usable of it. */
export function readPerson(storage: Storage, sessionId: string): KeptPerson | undefined {
  const kept = parse(storage.getItem(personKey(sessionId)));
  if (typeof kept !== "object" || kept === null || !("answers" in kept)) return undefined;
  const answers = answersSchema.safeParse(kept.answers);
  const device = deviceSchema.safeParse("device" in kept ? kept.device : undefined);
  return answers.success ? { answers: answers.data, device: device.data } : undefined;
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlan(value: unknown): value is Plan {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "plan" &&
    "sections" in value &&
    Array.isArray(value.sections)
  );
}

function readKnown(storage: Storage, sessionId: string): Set<string> {
  const ids = parse(storage.getItem(knownKey(sessionId)));
  return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
}

/** The session as it was kept, or `undefined` when this browser holds nothing usable of it. */
export function readKept(storage: Storage, sessionId: string): KeptSession | undefined {
  const plan = parse(storage.getItem(planKey(sessionId)));
  if (!isPlan(plan)) return undefined;

  const events = keysOf(storage)
    .filter((key) => key.startsWith(eventPrefix(sessionId)))
    .sort()
    .flatMap((key) => {
      const event = sessionEventSchema.safeParse(parse(storage.getItem(key)));
      return event.success ? [event.data] : [];
    });
  return { sessionId, plan, events, knownIds: readKnown(storage, sessionId) };
}

/** Ids of the sessions this browser still holds something of. */
export function keptSessionIds(storage: Storage): readonly string[] {
  const ids = keysOf(storage)
    .filter((key) => key.startsWith(prefix) && key.endsWith("/plan"))
    .map((key) => key.slice(prefix.length, -"/plan".length));
  return ids.sort();
}

/** Removes a session from this browser. Only for sessions the server knows whole. */
export function forgetKept(storage: Storage, sessionId: string): void {
  for (const key of keysOf(storage)) {
    if (key.startsWith(`${prefix}${sessionId}/`)) storage.removeItem(key);
  }
}
