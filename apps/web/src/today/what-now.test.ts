import { type Hold, instant, isoDate, type NextSession } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { DeviceRow, Today } from "../ui/contract.ts";
import { alarmsBeside, whatNow } from "./what-now.ts";

const now = instant("2026-03-08T10:00:00Z");
const next: NextSession = {
  kind: "next",
  earliest: instant("2026-03-06T19:20:00Z"),
  ideal: instant("2026-03-08T19:00:00Z"),
  latest: instant("2026-03-11T19:00:00Z"),
  date: isoDate("2026-03-08"),
  zones: [],
  number: 3,
  missed: 0,
  decidedBy: [],
};
const fitRoller = { state: { fitness: "fit" } } as DeviceRow;
const wetRoller = {
  device: { name: "Mine" },
  state: { fitness: "blocked", findings: [{ says: "It was not cleaned.", nextStep: "Clean it." }] },
  events: [],
} as unknown as DeviceRow;
const ready: Today = {
  now,
  timeZone: "Europe/Berlin",
  demo: false,
  assessment: {
    id: "a",
    outcome: "suitable",
    headline: "",
    nextStep: "",
    expiresOn: isoDate("2026-04-01"),
    expired: false,
  },
  planId: "p",
  next,
  devices: [fitRoller],
  holds: [],
  alarms: [],
  days: [],
};
const hold = (why: Hold["why"]): Hold => ({ id: why, from: now, why, says: "" });

test("on the planned day the one thing to do is to roll, also before the hour", () => {
  expect(whatNow(ready)).toMatchObject({ kind: "roll", next: { number: 3 } });
});

test("the day before there is nothing to do, though starting is possible", () => {
  expect(whatNow({ ...ready, now: instant("2026-03-07T10:00:00Z") })).toMatchObject({
    kind: "rest",
    mayStart: true,
  });
  expect(whatNow({ ...ready, now: instant("2026-03-05T10:00:00Z") })).toMatchObject({
    kind: "rest",
    mayStart: false,
  });
});

test("the planned day counts on the person's wall clock, not in Greenwich", () => {
  const auckland = {
    ...ready,
    timeZone: "Pacific/Auckland",
    now: instant("2026-03-08T11:30:00Z"),
    next: { ...next, ideal: instant("2026-03-08T07:00:00Z") },
  };
  expect(whatNow(auckland).kind).toBe("roll");
  expect(whatNow({ ...auckland, now: instant("2026-03-07T10:30:00Z") }).kind).toBe("rest");
});

test("a red flag comes before an open session, and an open session before a pause", () => {
  const openSession = { sessionId: "s", startedAt: now };
  expect(
    whatNow({ ...ready, openSession, holds: [hold("person"), hold("red-flag")] }),
  ).toMatchObject({ kind: "held", hold: { why: "red-flag" } });
  expect(whatNow({ ...ready, openSession, holds: [hold("person")] }).kind).toBe("open-session");
  expect(whatNow({ ...ready, holds: [hold("person")] }).kind).toBe("held");
});

test("the newest due check-in is asked for, and never again once it is done", () => {
  const checkIns = (done: boolean) => ({
    avoidNow: [],
    later: [],
    checkIns: [
      { slot: "24h" as const, dueAt: instant("2026-03-05T10:00:00Z"), done: false },
      { slot: "72h" as const, dueAt: instant("2026-03-07T10:00:00Z"), done },
      { slot: "7d" as const, dueAt: instant("2026-03-11T10:00:00Z"), done: false },
    ],
  });
  expect(whatNow({ ...ready, aftercare: checkIns(false) })).toMatchObject({ slot: "72h" });
  expect(whatNow({ ...ready, aftercare: checkIns(true) }).kind).toBe("roll");
});

test.each([
  [{ assessment: undefined }, "assess"],
  [{ assessment: { ...ready.assessment, expired: true } }, "assess-again"],
  [{ assessment: { ...ready.assessment, outcome: "see-doctor" } }, "not-open"],
  [{ assessment: { ...ready.assessment, outcome: "clinic-only" } }, "not-open"],
  [{ assessment: { ...ready.assessment, outcome: "clinic-only", setting: "home" } }, "not-open"],
  [{ assessment: { ...ready.assessment, outcome: "clinic-only", setting: "clinic" } }, "roll"],
  [{ planId: undefined }, "make-plan"],
  [{ devices: [] }, "add-device"],
  [{ devices: [{ ...wetRoller, events: [{ kind: "retired" }] }] }, "add-device"],
])("what is missing first is asked for first: %o", (change, kind) => {
  expect(whatNow({ ...ready, ...change } as Today).kind).toBe(kind);
});

test("a roller that is not ready matters on the day of the session, not before", () => {
  const wet = { ...ready, devices: [wetRoller] };
  expect(whatNow(wet)).toEqual({
    kind: "ready-device",
    name: "Mine",
    says: "It was not cleaned.",
    nextStep: "Clean it.",
  });
  expect(whatNow({ ...wet, now: instant("2026-03-05T10:00:00Z") }).kind).toBe("rest");
  expect(whatNow({ ...wet, devices: [wetRoller, fitRoller] }).kind).toBe("roll");
});

test("an alarm that the thing to do says itself is not said twice; every other one stays", () => {
  const alarms = ["hold.red-flag", "hold.person", "check-in.due", "storage.read_only"].map(
    (code) => ({ code, says: code, nextStep: "", to: "/today" }),
  );
  const codesBeside = (today: Today) =>
    alarmsBeside(whatNow(today), alarms).map(({ code }) => code);

  expect(codesBeside({ ...ready, holds: [hold("red-flag")] })).toEqual([
    "hold.person",
    "check-in.due",
    "storage.read_only",
  ]);
  expect(codesBeside(ready)).toEqual(alarms.map(({ code }) => code));
});
