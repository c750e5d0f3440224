import { instant, type Plan, type SessionEvent } from "@stipple/protocol";
import { beforeEach, expect, test, vi } from "vitest";
import { storageOf } from "../testing/storage.ts";
import { joinKept, mergeEvents, openOutbox, retryDelayMs, type SendResult } from "./outbox.ts";
import { keptSessionIds, readKept } from "./record.ts";

const sessionId = "5b4ab2a6-5c1e-4c7e-9a53-0d1fb1a3c001";
const plan = { kind: "plan", sections: [] } as unknown as Plan;

function event(number: number, body: Partial<SessionEvent> = { kind: "paused" }): SessionEvent {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    sessionId,
    at: instant(new Date(Date.UTC(2026, 2, 1, 19, 0, number)).toISOString()),
    ...body,
  } as SessionEvent;
}

/** A server that can be cut off, and remembers what it was sent and in which order. */
function serverOf() {
  const server = {
    result: { kind: "taken", findings: [] } as SendResult,
    requests: [] as string[][],
    send: async (_: string, events: readonly SessionEvent[]) => {
      server.requests.push(events.map(({ id }) => id));
      return server.result;
    },
  };
  return server;
}

const isOver = (_: Plan, events: readonly SessionEvent[]) => events.at(-1)?.kind === "closed";

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const opened = (
  storage: Storage,
  server: ReturnType<typeof serverOf>,
  later = vi.fn(() => () => {}),
) =>
  openOutbox(readKept(storage, sessionId) ?? { sessionId, plan, events: [], knownIds: new Set() }, {
    storage,
    send: server.send,
    later,
    isOver,
  });

let storage = storageOf(1_000_000);
let server = serverOf();
beforeEach(() => {
  storage = storageOf(1_000_000);
  server = serverOf();
});

test("an event is kept before anyone sees it as done", () => {
  const outbox = opened(storage, server);
  const keptWhenShown: number[] = [];
  outbox.subscribe(() => keptWhenShown.push(readKept(storage, sessionId)?.events.length ?? 0));
  outbox.append(event(1));

  expect(keptWhenShown[0]).toBe(1);
  expect(outbox.read().events.map(({ id }) => id)).toEqual([event(1).id]);
});

test("a killed tab finds all its events again in order, and sends only what was not answered", async () => {
  const first = opened(storage, server);
  for (const number of [1, 2, 3]) first.append(event(number));
  await settle();
  server.result = { kind: "unreachable" };
  for (const number of [4, 5]) first.append(event(number));
  await settle();

  const back = serverOf();
  const second = opened(storage, back);
  await settle();

  expect(second.read().events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((n) => event(n).id));
  expect(back.requests.flat()).toEqual([event(4).id, event(5).id]);
  expect(second.read().unsent).toBe(0);
});

test("without a network it waits longer each time, at most a minute, and one attempt runs at a time", async () => {
  server.result = { kind: "unreachable" };
  const waits: number[] = [];
  const again: (() => void)[] = [];
  const later = vi.fn((callback: () => void, ms: number) => {
    waits.push(ms);
    again.push(callback);
    return () => {};
  });
  const outbox = opened(storage, server, later);
  outbox.append(event(1));
  await settle();
  for (let turn = 0; turn < 7; turn += 1) {
    again.at(-1)?.();
    await settle();
  }

  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(outbox.read()).toMatchObject({ sending: "waiting", unsent: 1 });
  expect(retryDelayMs(1)).toBe(1_000);
});

test("a full storage is said, the session goes on in memory, and its events are still sent", async () => {
  storage = storageOf(500);
  server.result = { kind: "unreachable" };
  const outbox = opened(storage, server);
  for (const number of [1, 2, 3, 4, 5]) outbox.append(event(number));
  await settle();
  expect(outbox.read()).toMatchObject({ storage: "full", unsent: 5 });

  server.result = { kind: "taken", findings: [] };
  outbox.sendNow();
  await settle();
  expect(outbox.read().unsent).toBe(0);
  expect(server.requests.at(-1)).toHaveLength(5);
});

test("a refusal keeps every event and shows what the server said", async () => {
  server.result = { kind: "refused", says: "Too many events.", nextStep: "Send fewer." };
  const outbox = opened(storage, server);
  outbox.append(event(1));
  await settle();

  expect(outbox.read()).toMatchObject({
    sending: "refused",
    unsent: 1,
    refusal: { says: "Too many events.", nextStep: "Send fewer." },
  });
  expect(readKept(storage, sessionId)?.events).toHaveLength(1);
});

test("the same event appended twice is one event", async () => {
  const outbox = opened(storage, server);
  outbox.append(event(1));
  outbox.append(event(1));
  await settle();

  expect(outbox.read().events).toHaveLength(1);
  expect(server.requests.flat()).toEqual([event(1).id]);
});

test("a closed session leaves the browser only once the server knows all of it", async () => {
  server.result = { kind: "unreachable" };
  const cut = opened(storage, server);
  cut.append(event(1, { kind: "closed" }));
  await settle();
  cut.close();
  expect(keptSessionIds(storage)).toEqual([sessionId]);

  const back = serverOf();
  const outbox = opened(storage, back);
  await settle();
  outbox.close();
  expect(back.requests.flat()).toEqual([event(1).id]);
  expect(keptSessionIds(storage)).toEqual([]);
});

test("what the server knows and what this browser kept become one list without doubles", () => {
  expect(mergeEvents([event(1), event(2)], [event(2), event(3)]).map(({ id }) => id)).toEqual(
    [1, 2, 3].map((number) => event(number).id),
  );

  openOutbox(
    { sessionId, plan, events: [event(1), event(2), event(3)], knownIds: new Set([event(1).id]) },
    { storage, send: async () => ({ kind: "unreachable" }), later: () => () => {}, isOver },
  );
  const joined = joinKept(storage, { sessionId, plan, events: [event(1), event(2)] });
  expect([...joined.knownIds].sort()).toEqual([event(1).id, event(2).id]);
  expect(joined.events).toHaveLength(3);
});

test("a torn or foreign entry in the storage is passed over", () => {
  opened(storage, server).append(event(1));
  storage.setItem(`stipple/session/${sessionId}/event/00009`, '{"kind":"strokes-d');
  expect(readKept(storage, sessionId)?.events).toHaveLength(1);

  storage.setItem(`stipple/session/${sessionId}/plan`, "{");
  expect(readKept(storage, sessionId)).toBeUndefined();
});
