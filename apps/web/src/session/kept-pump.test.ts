import type { SessionEvent, SessionEventBody } from "@stipple/protocol";
import { calmPlan } from "@stipple/protocol/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { eventsOf, openingOf, sessionId } from "../testing/session-events.ts";
import { storageOf } from "../testing/storage.ts";
import { isOver } from "./is-over.ts";
import { type KeptPump, openPump } from "./kept-pump.ts";
import type { SendResult } from "./outbox.ts";
import { keepEvent, keepPlan, keptSessionIds } from "./record.ts";

const plan = calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 });
const gate = openingOf(plan);
const finished: SessionEventBody[] = [...gate.slice(0, 3), { kind: "stopped", why: "person" }];
const session = { sessionId, plan, events: [], knownIds: new Set<string>() };

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

let storage = storageOf(1_000_000);
let result: SendResult = { kind: "unreachable" };
let requests: string[][] = [];
let again: (() => void)[] = [];
beforeEach(() => {
  storage = storageOf(1_000_000);
  result = { kind: "unreachable" };
  requests = [];
  again = [];
});

const pumpOn = (into: Storage = storage) =>
  openPump({
    storage: into,
    isOver,
    send: async (_, events) => {
      requests.push(events.map(({ id }) => id));
      return result;
    },
    later: (callback) => {
      again.push(callback);
      return () => {
        again = again.filter((one) => one !== callback);
      };
    },
  });

function keep(events: readonly SessionEvent[]): void {
  keepPlan(storage, sessionId, plan);
  for (const [index, event] of events.entries()) keepEvent(storage, event, index);
}

test("leaving the page of a finished session does not end its sending", async () => {
  const pump = pumpOn();
  const outbox = pump.guide(session);
  for (const event of eventsOf(finished)) outbox.append(event);
  await settle();
  pump.leave(sessionId);
  expect(pump.read()).toMatchObject({ unsent: 4, sending: "waiting" });

  result = { kind: "taken", findings: [] };
  again.at(-1)?.();
  await settle();
  expect(requests.at(-1)).toEqual(eventsOf(finished).map(({ id }) => id));
  expect(pump.read()).toEqual({ unsent: 0, sending: "idle" });
  expect(keptSessionIds(storage)).toEqual([]);
  expect(again).toEqual([]);
});

test("what only fitted into memory is still sent after the page was left", async () => {
  const pump = pumpOn(storageOf(300));
  const outbox = pump.guide(session);
  for (const event of eventsOf(finished)) outbox.append(event);
  await settle();
  pump.leave(sessionId);
  result = { kind: "taken", findings: [] };
  pump.look();
  await settle();
  expect(requests.at(-1)).toHaveLength(4);
  expect(pump.read().unsent).toBe(0);
});

test("a look finds what a closed tab kept, says it, and tells when the server has it", async () => {
  keep(eventsOf(finished));
  const pump = pumpOn();
  expect(pump.read().unsent).toBe(0);
  const heard = vi.fn();
  pump.subscribe(heard);
  pump.look();
  expect(pump.read()).toEqual({ unsent: 4, sending: "sending" });
  await settle();
  expect(pump.read()).toEqual({ unsent: 4, sending: "waiting" });

  result = { kind: "taken", findings: [] };
  pump.look();
  await settle();
  expect(pump.read()).toEqual({ unsent: 0, sending: "idle" });
  expect(heard).toHaveBeenCalled();
});

test("a refusal is shown with its reason, and stays unsent", async () => {
  keep(eventsOf(finished));
  result = { kind: "refused", says: "Too many.", nextStep: "Send fewer." };
  const pump = pumpOn();
  pump.look();
  await settle();
  expect(pump.read()).toEqual({
    unsent: 4,
    sending: "refused",
    refusal: { says: "Too many.", nextStep: "Send fewer." },
  });
  expect(keptSessionIds(storage)).toEqual([sessionId]);
});

test("a session in the middle has one outbox, on its page and off it, and is kept to go on with", async () => {
  result = { kind: "taken", findings: [] };
  const pump = pumpOn();
  const outbox = pump.guide(session);
  const events = eventsOf(gate);
  for (const event of events.slice(0, 4)) outbox.append(event);
  pump.look();
  await settle();
  pump.look();
  for (const event of events.slice(4)) outbox.append(event);
  await settle();
  pump.leave(sessionId);

  expect(requests.flat()).toEqual(events.map(({ id }) => id));
  expect(keptSessionIds(storage)).toEqual([sessionId]);
  pump.look();
  await settle();
  expect(requests.flat()).toHaveLength(events.length);
});

test("coming back to a session that is still being sent goes on with the same outbox", async () => {
  const pump = pumpOn();
  const outbox = pump.guide(session);
  for (const event of eventsOf(gate)) outbox.append(event);
  await settle();
  pump.leave(sessionId);
  expect(pump.guide({ ...session, events: eventsOf(gate).slice(0, 2) })).toBe(outbox);
});

test.each([
  ["a look", (pump: KeptPump) => pump.look()],
  ["the next attempt", () => again.at(-1)?.()],
])("what was erased, or sent by another tab, is not sent again by %s", async (_, wake) => {
  keep(eventsOf(finished));
  const pump = pumpOn();
  pump.look();
  await settle();
  storage.clear();
  wake(pump);
  await settle();
  pump.look();
  expect(requests).toHaveLength(1);
  expect(pump.read().unsent).toBe(0);
  expect(keptSessionIds(storage)).toEqual([]);
});
