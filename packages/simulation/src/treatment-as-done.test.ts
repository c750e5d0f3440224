import {
  addHours,
  type Device,
  gateChecks,
  instant,
  type SessionEvent,
  type SessionEventBody,
} from "@stipple/protocol";
import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { exportedRecordsSchema, exportedTreatment } from "./exported-records.ts";
import { simulatedPlanSchema } from "./simulated-plan.ts";
import { treatmentAsDone } from "./treatment-as-done.ts";
import { simulatedTreatmentSchema } from "./treatment-schema.ts";

const plan = calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 });
const sectionIds = plan.sections.map(({ id }) => id);
const [first = "", second = "", third = ""] = sectionIds;
const answers = {
  ageYears: 41,
  pattern: { scale: "norwood-hamilton", stage: "IV" },
  pregnancy: "no",
  conditions: { "suspected-scarring-alopecia": "no" },
  therapies: ["minoxidil-topical" as const],
} as const;
const given = { ...answers, therapies: [...answers.therapies] };
const deviceId = "de71ce00-0000-4000-8000-000000000001";
const device: Device = {
  id: deviceId,
  name: "mine",
  kind: "roller",
  needleLengthUm: 250,
  needleCount: 540,
  construction: "single-needles",
  material: "steel",
  earlierUses: 0,
  usedByAnotherPerson: "no",
};

let ids = 0;
const uuid = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;

/** A session: the gate, then what is given, one event a minute. */
function session(startsAt: string, bodies: readonly SessionEventBody[]): SessionEvent[] {
  const sessionId = uuid();
  const all: SessionEventBody[] = [
    {
      kind: "started",
      deviceId,
      needleLengthUm: 300,
      setting: "home",
      zones: ["vertex"],
      sectionIds,
      timeZone: "Europe/Berlin",
    },
    ...gateChecks.map((check) => ({
      kind: "gate-answered" as const,
      check,
      answer: "yes" as const,
    })),
    ...bodies,
  ];
  return all.map((body, at) => ({
    ...body,
    id: uuid(),
    sessionId,
    at: addHours(instant(startsAt), at / 60),
  }));
}

const rolls = (sectionId: string, direction: number, count: number): SessionEventBody => ({
  kind: "strokes-done",
  sectionId,
  direction,
  rolls: count,
});
const star = (sectionId: string, each: number) =>
  [0, 1, 2, 3].map((at) => rolls(sectionId, at, each));
const over: SessionEventBody = { kind: "rolling-ended" };

function asDone(events: readonly SessionEvent[], devices: readonly Device[] = [device]) {
  const done = treatmentAsDone(given, plan, { events, devices });
  if (done.kind !== "as-done") throw new Error(done.says);
  return done;
}

test("days, needle, rolls and reach are those of the records, not of the plan", () => {
  const later = session("2027-03-14T19:00:00Z", [
    ...star(first, 3),
    ...star(second, 1),
    { kind: "section-skipped", sectionId: third },
    over,
  ]);
  const earlier = session("2027-03-05T07:00:00Z", [
    ...sectionIds.flatMap((id) => star(id, 3)),
    over,
  ]);
  const { treatment, firstAt, sessions } = asDone([...later, ...earlier]);
  expect(firstAt).toBe("2027-03-05T07:00:00Z");
  expect(treatment.sessions).toEqual([
    {
      day: 0,
      needleLengthUm: 300,
      rolls: 12,
      pattern: plan.stroke.pattern.value,
      treatedFraction: 1,
      withPrp: false,
      isDone: true,
    },
    expect.objectContaining({ day: 9.5, rolls: 8, treatedFraction: 2 / sectionIds.length }),
  ]);
  expect(sessions[1]?.rolled).toEqual([
    { sectionId: first, rolls: 12, rollsPerDirection: [3, 3, 3, 3] },
    { sectionId: second, rolls: 4, rollsPerDirection: [1, 1, 1, 1] },
  ]);
  expect(simulatedTreatmentSchema.safeParse(treatment).success).toBe(true);
});

test("a stroke taken back, or sent twice, counts as it should", () => {
  const done = session("2027-03-14T19:00:00Z", [rolls(first, 0, 3), rolls(first, 1, 3)]);
  const last = done.at(-1);
  if (last === undefined) throw new Error("no event");
  const undone: SessionEvent = {
    kind: "undone",
    eventId: last.id,
    id: uuid(),
    sessionId: last.sessionId,
    at: addHours(last.at, 1 / 60),
  };
  const again = done.slice(9, 10);
  const { treatment } = asDone([...done, undone, ...again]);
  expect(treatment.sessions).toMatchObject([{ rolls: 3, pattern: "one-direction" }]);
});

test("the drug's wait is counted from the end of rolling; a drug that waits takes the plan's day", () => {
  const windowed = session("2027-03-14T19:00:00Z", [
    ...star(first, 3),
    over,
    { kind: "topical-applied", product: "minoxidil" },
  ]);
  const applied = asDone(windowed);
  expect(applied.treatment.topical?.delayMin).toBeCloseTo(1, 9);
  expect(applied.treatment.topical?.areaCm2).toBe(sectionIds.length * 8);
  expect(applied.assumed).toEqual(["drum", "dose"]);

  const waiting = asDone(
    session("2027-03-14T19:00:00Z", [...star(first, 3), over, { kind: "topical-waits" }]),
  );
  expect(waiting.treatment.topical?.delayMin).toBe(1440);
  expect(waiting.assumed).toContain("topical-time");
});

test("PRP is seen, and is not taken for the drug", () => {
  const { treatment } = asDone(
    session("2027-03-14T19:00:00Z", [
      ...star(first, 3),
      over,
      { kind: "topical-applied", product: "prp" },
    ]),
  );
  expect(treatment.sessions[0]?.withPrp).toBe(true);
  expect(treatment.topical?.delayMin).toBe(1440);
});

test("sessions without a recorded roll are left out, and told", () => {
  const stopped = session("2027-03-10T19:00:00Z", [{ kind: "stopped", why: "pain" }]);
  const rolled = session("2027-03-14T19:00:00Z", [...star(first, 3), over]);
  const done = asDone([...stopped, ...rolled]);
  expect(done.treatment.sessions).toHaveLength(1);
  expect(done.assumed).toContain("sessions-without-rolls");
  expect(treatmentAsDone(given, plan, { events: stopped, devices: [] })).toMatchObject({
    kind: "nothing-done",
  });
  expect(treatmentAsDone(given, plan, { events: [], devices: [] }).kind).toBe("nothing-done");
});

test("the roller has as many needles as its owner counted; a pen, or nothing known, is told", () => {
  const rolled = session("2027-03-14T19:00:00Z", [...star(first, 3), over]);
  const { rings, needlesPerRing } = asDone(rolled).treatment.roller;
  expect(Math.abs(rings * needlesPerRing - 540)).toBeLessThan(10);
  expect(asDone(rolled, []).assumed).toContain("roller");
  expect(asDone(rolled, []).treatment.roller).toMatchObject({ rings: 8, needlesPerRing: 24 });
  expect(asDone(rolled, [{ ...device, kind: "pen" }]).assumed).toContain("not-a-roller");
  const few = asDone(rolled, [{ ...device, needleCount: 1 }]).treatment;
  expect(simulatedTreatmentSchema.safeParse(few).success).toBe(true);
  const many = asDone(rolled, [{ ...device, needleCount: 2000 }]).treatment;
  expect(many.roller.rings * many.roller.needlesPerRing).toBeGreaterThan(1950);
});

test("without a plan the sections that were set out for are the area, and the pattern is assumed", () => {
  const events = session("2027-03-14T19:00:00Z", [...star(first, 3), over]);
  const done = treatmentAsDone(given, undefined, { events, devices: [device] });
  if (done.kind !== "as-done") throw new Error(done.says);
  expect(done.treatment.sessions[0]).toMatchObject({
    pattern: "star",
    treatedFraction: 1 / sectionIds.length,
  });
  expect(done.assumed).toEqual(["drum", "dose", "pattern", "topical-time"]);
});

test("years of sessions are followed to half a year after the last", () => {
  const events = ["2026-01-01T10:00:00Z", "2028-01-01T10:00:00Z"].flatMap((startsAt) =>
    session(startsAt, [...star(first, 3), over]),
  );
  expect(asDone(events).treatment.weeks).toBe(Math.ceil(730 / 7) + 26);
});

test("an export gives the answers of its plan, and passes over tables it does not need", () => {
  const events = session("2027-03-14T19:00:00Z", [...star(first, 3), over]);
  const file = {
    format: "stipple-export",
    version: 7,
    photos: ["later"],
    answers: [{ answers: { ageYears: 20 }, savedAt: "2027-03-14T19:00:00Z" }],
    assessments: [{ id: "a", answers: given }],
    plans: [{ id: "p", assessmentId: "a", plan }],
    devices: [device],
    sessionEvents: events,
  };
  const read = exportedTreatment(exportedRecordsSchema.parse(JSON.parse(JSON.stringify(file))));
  expect(read.answers.ageYears).toBe(41);
  expect(read.plan).toEqual(simulatedPlanSchema.parse(plan));
  expect(treatmentAsDone(read.answers, read.plan, read.records)).toEqual(asDone(events));
  const unplanned = exportedTreatment(exportedRecordsSchema.parse({ ...file, plans: [] }));
  expect(unplanned).toMatchObject({ answers: { ageYears: 20 }, plan: undefined });
});
