import fc from "fast-check";
import type { Answers } from "../answers.ts";
import { therapies } from "../answers.ts";
import type { Assessment, Restrictions } from "../assess.ts";
import { addDays, dateOfEpochDay, instantAt } from "../calendar.ts";
import { type DoneSession, type PlanChoices, type PlanInput, protocolIds } from "../plan.ts";
import { rulesVersion } from "../rule.ts";
import { partZoneIds, zoneIds } from "../zones.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;
const startOf2026Ms = Date.parse("2026-01-01T00:00:00Z");
const threeYearsH = 3 * 365 * 24;

/** Zones with unusual clocks: half-hour and two-hour changes, odd offsets, the southern half, none at all. */
const unusualTimeZones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Pacific/Chatham",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Asuncion",
  "UTC",
] as const;

/** A moment in the years 2026 to 2028, to the minute. */
export const anyNowMs: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: threeYearsH * 60 })
  .map((minutes) => startOf2026Ms + minutes * minuteMs);

const mostlyFalse = fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0);

/** What an assessment may forbid, mostly nothing. */
const anyRestrictions: fc.Arbitrary<Restrictions> = fc.record({
  hasRelativeFlag: mostlyFalse,
  hasCardiovascularFlag: mostlyFalse,
  usesDrugTopical: fc.boolean(),
  noHairDrugs: mostlyFalse,
  pigmentRisk: mostlyFalse,
});

type Therapies = NonNullable<Answers["therapies"]>;

const someTherapies: fc.Arbitrary<Therapies> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Therapies>(["minoxidil-topical"]) },
  { weight: 2, arbitrary: fc.constant<Therapies>(["none"]) },
  { weight: 1, arbitrary: fc.constant<Therapies>(["unknown"]) },
  {
    weight: 3,
    arbitrary: fc.subarray<Therapies[number]>([...therapies], { minLength: 1, maxLength: 4 }),
  },
);

/** The answers a plan itself looks at; the rest has already become restrictions. */
const anyPlanAnswers = fc.record(
  {
    setting: fc.constantFrom("home" as const, "clinic" as const),
    hairLength: fc.constantFrom(
      "bald-or-shaved" as const,
      "under-1-cm" as const,
      "1-to-5-cm" as const,
      "over-5-cm" as const,
      "unknown" as const,
    ),
    therapies: someTherapies,
    allergies: fc.constantFrom<NonNullable<Answers["allergies"]>>(
      ["none"],
      ["none"],
      ["minoxidil"],
    ),
  },
  { requiredKeys: ["setting"] },
) satisfies fc.Arbitrary<Answers>;

const wishedLengthUm = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 2, max: 40 }).map((steps) => steps * 50) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3000 }) },
);

const timeOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});

const timeZone = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...unusualTimeZones) },
  { weight: 1, arbitrary: fc.constantFrom(...Intl.supportedValuesOf("timeZone")) },
);

/** Wishes of every kind, the first day around `nowMs`. */
export function anyChoices(nowMs: number): fc.Arbitrary<PlanChoices> {
  const today = dateOfEpochDay(Math.floor(nowMs / (24 * hourMs)));
  return fc.record(
    {
      protocolId: fc.constantFrom(...protocolIds),
      zones: fc.subarray([...zoneIds], { minLength: 1 }),
      firstOn: fc.integer({ min: -20, max: 60 }).map((days) => addDays(today, days)),
      timeOfDay,
      timeZone,
      needleLengthUm: wishedLengthUm,
      sessionsPerWeek: fc.constantFrom(1 as const, 2 as const),
      rollsPerSection: fc.integer({ min: 1, max: 60 }),
      topicalTiming: fc.constantFrom("wait-24h" as const, "article-window" as const),
      readBothSides: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
      doctorOverride: fc.constant({ by: "Dr. A", reason: "Trial", recordedOn: addDays(today, -3) }),
    },
    { requiredKeys: ["protocolId", "zones", "firstOn", "timeOfDay", "timeZone"] },
  );
}

/** Sessions of the last weeks before `nowMs`, inside and outside the rules, any order. */
export function anyHistory(nowMs: number): fc.Arbitrary<readonly DoneSession[]> {
  const done = fc
    .record({
      agoMin: fc.integer({ min: 0, max: 400 * 60 }),
      lastedMin: fc.integer({ min: 0, max: 40 }),
      needleLengthUm: fc.constantFrom(200, 250, 300, 301, 500, 1000, 1500, 2000),
      zones: fc.subarray([...partZoneIds], { minLength: 1 }),
      setting: fc.constantFrom("home" as const, "clinic" as const),
    })
    .map(({ agoMin, lastedMin, ...session }) => ({
      ...session,
      startedAt: instantAt(nowMs - (agoMin + lastedMin) * minuteMs),
      endedAt: instantAt(nowMs - agoMin * minuteMs),
    }));
  return fc.array(done, { maxLength: 4 });
}

/** An assessment with these restrictions, made today and open unless told otherwise. */
export function assessmentOf(
  restrictions: Restrictions,
  nowMs: number,
  outcome: Assessment["outcome"] = "suitable",
): Assessment {
  const assessedOn = dateOfEpochDay(Math.floor(nowMs / (24 * hourMs)));
  return {
    outcome,
    headline: "Rolling is open to you.",
    nextStep: "Make a plan.",
    findings: [],
    restrictions,
    stageNote: { says: "Studied.", insideStudiedRange: true, sources: ["english-2022"] },
    missing: [],
    assessedOn,
    expiresOn: addDays(assessedOn, 30),
    rulesVersion,
  };
}

const programmes = {
  home: ["article-home"],
  clinic: ["article-clinic", "article-clinic", "dhurat-2013", "faghihi-2021"],
} as const;

/** Everything the planner may be asked, mostly so that a plan comes of it. */
export const anyPlanInput: fc.Arbitrary<PlanInput> = anyNowMs.chain((nowMs) =>
  fc
    .record({
      answers: anyPlanAnswers,
      restrictions: anyRestrictions,
      outcome: fc.integer({ min: 0, max: 19 }),
      choices: anyChoices(nowMs),
      history: anyHistory(nowMs),
      programme: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ answers, restrictions, outcome, choices, history, programme }) => {
      const fitting = programmes[answers.setting];
      const protocolId = fitting[programme % fitting.length] ?? fitting[0];
      return {
        answers,
        assessment: assessmentOf(
          restrictions,
          nowMs,
          outcome === 0 ? "see-doctor" : outcome === 1 ? "clinic-only" : "suitable",
        ),
        choices: programme === 9 ? choices : { ...choices, protocolId },
        history,
        now: instantAt(nowMs),
      };
    }),
);
