import { describe, expect, test } from "vitest";
import { instant, isoDate } from "./calendar.ts";
import {
  type GuardFinding,
  guardPlan,
  guardStart,
  type PlanCheck,
  type StartCheck,
} from "./guard.ts";
import { timetableLimits } from "./guard-calendar.ts";
import { personLimits } from "./guard-person.ts";
import { shapeLimits } from "./guard-shape.ts";
import { startClock, startLimits } from "./guard-start.ts";
import { treatmentLimits } from "./guard-treatment.ts";
import {
  answersWith,
  decided,
  doctorOverride,
  doneAt,
  fitDevice,
  goodAnswers,
  goodCheck,
  goodStart,
  homePlan,
  now,
  sections,
  sessionsOn,
  trialPlan,
  windowPlan,
  withCondition,
} from "./testing/plans.ts";

const codesOf = (findings: readonly GuardFinding[]) => findings.map(({ code }) => code);
const planCodes = (changes: Partial<PlanCheck>) => codesOf(guardPlan(goodCheck(changes)));
const startCodes = (changes: Partial<StartCheck>) => codesOf(guardStart(goodStart(changes)));
const clinicAnswers = answersWith({ setting: "clinic" });
const { phototype: _, ...skinUnasked } = goodAnswers;
const { needle, stroke, intervalH } = homePlan();
const [session] = sessionsOn([0]);
const [minoxidil] = homePlan().topicals;
if (session === undefined || minoxidil === undefined) throw new Error("fixtures are incomplete");

const brokenPlans: readonly [code: string, changes: Partial<PlanCheck>][] = [
  ["guard.pregnancy", { answers: answersWith({ pregnancy: "pregnant" }) }],
  ["guard.wait_not_over", { answers: withCondition("hair-transplant", "yes") }],
  ["guard.isotretinoin_at_home", { answers: withCondition("oral-isotretinoin", "yes") }],
  [
    "guard.drug_never_at_once",
    {
      plan: homePlan({
        topicals: [{ ...minoxidil, product: "finasteride-topical", waitAfterH: 0 }],
      }),
    },
  ],
  [
    "guard.override_missing",
    {
      answers: clinicAnswers,
      choices: { doctorOverride: { ...doctorOverride, recordedOn: isoDate("2099-01-01") } },
      plan: trialPlan(),
    },
  ],
  [
    "guard.override_missing",
    {
      answers: clinicAnswers,
      choices: { doctorOverride: { ...doctorOverride, by: " " } },
      plan: trialPlan(),
    },
  ],
  [
    "guard.override_missing",
    {
      answers: clinicAnswers,
      choices: { doctorOverride: { ...doctorOverride, reason: "" } },
      plan: trialPlan(),
    },
  ],
  ["guard.age", { answers: answersWith({ ageYears: 17 }) }],
  ["guard.absolute_condition", { answers: withCondition("keloid", "yes") }],
  [
    "guard.pattern_sign",
    { answers: answersWith({ signs: { ...goodAnswers.signs, "patchy-loss": "unknown" } }) },
  ],
  [
    "guard.stage",
    { answers: answersWith({ pattern: { scale: "norwood-hamilton", stage: "VI" } }) },
  ],
  ["guard.setting", { answers: clinicAnswers }],
  ["guard.relative_flag_without_doctor", { answers: withCondition("blood-thinner", "yes") }],
  [
    "guard.not_a_count",
    { plan: homePlan({ needle: { ...needle, recommendedUm: decided(250.5) } }) },
  ],
  [
    "guard.not_an_amount",
    { plan: homePlan({ intervalH: { ...intervalH, planned: decided(Number.NaN) } }) },
  ],
  ["guard.session_length", { plan: homePlan({ sessionMin: decided(0) }) }],
  ["guard.time_zone", { plan: homePlan({ timeZone: "Mars/Olympus" }) }],
  [
    "guard.not_a_moment",
    { plan: homePlan({ sessions: JSON.parse('[{"startsAt":"soon","zones":["vertex"]}]') }) },
  ],
  ["guard.not_a_moment", { plan: homePlan({ sessions: sessionsOn([2000]) }) }],
  [
    "guard.history_unreadable",
    {
      history: JSON.parse(
        '[{"startedAt":"2027-03-01T19:00:00Z","endedAt":"?","zones":["vertex"]}]',
      ),
    },
  ],
  [
    "guard.needle_range",
    { plan: homePlan({ needle: { ...needle, recommendedUm: decided(150) } }) },
  ],
  [
    "guard.needle_above_home_cap",
    { plan: homePlan({ needle: { ...needle, rangeUm: decided([200, 501] as const) } }) },
  ],
  [
    "guard.needle_with_drug_topical",
    { plan: homePlan({ needle: { ...needle, rangeUm: decided([200, 301] as const) } }) },
  ],
  [
    "guard.needle_with_relative_flag",
    {
      answers: {
        ...withCondition("scalp-tattoo", "yes"),
        doctorAgreed: "yes",
        therapies: ["none"],
      },
      plan: homePlan({ needle: { ...needle, rangeUm: decided([200, 301] as const) } }),
    },
  ],
  [
    "guard.needle_above_hard_cap",
    {
      answers: clinicAnswers,
      choices: { doctorOverride },
      plan: trialPlan({
        needle: { rangeUm: decided([1000, 1501] as const), recommendedUm: decided(1500) },
      }),
    },
  ],
  [
    "guard.needle_above_clinic_cap",
    {
      answers: clinicAnswers,
      choices: { doctorOverride },
      plan: trialPlan({
        protocolId: "article-clinic",
        needle: { rangeUm: decided([500, 1001] as const), recommendedUm: decided(1000) },
      }),
    },
  ],
  ["guard.override_missing", { answers: clinicAnswers, plan: trialPlan() }],
  ["guard.protocol_not_for_home", { plan: homePlan({ protocolId: "article-clinic" }) }],
  [
    "guard.rolls_per_section",
    {
      plan: homePlan({ stroke: { ...stroke, rollsPerDirection: 4, rollsPerSection: decided(16) } }),
    },
  ],
  [
    "guard.rolls_do_not_add_up",
    { plan: homePlan({ stroke: { ...stroke, rollsPerDirection: 4 } }) },
  ],
  [
    "guard.directions",
    { plan: homePlan({ stroke: { ...stroke, directionsDeg: [0, 45, 45, 135] } }) },
  ],
  ["guard.star_in_long_hair", { answers: answersWith({ hairLength: "1-to-5-cm" }) }],
  [
    "guard.blood_at_home",
    { plan: homePlan({ endpoint: decided("pinpoint-bleeding-allowed" as const) }) },
  ],
  ["guard.sections", { plan: homePlan({ sections: [...sections, ...sections] }) }],
  ["guard.no_stop_rules", { plan: homePlan({ stopRules: [] }) }],
  ["guard.no_hygiene", { plan: homePlan({ hygiene: [] }) }],
  [
    "guard.window_needle",
    {
      choices: { readBothSides: true },
      plan: windowPlan({ needle: { ...needle, rangeUm: decided([200, 301] as const) } }),
    },
  ],
  [
    "guard.window_relative_flag",
    {
      answers: { ...withCondition("scalp-tattoo", "yes"), doctorAgreed: "yes" },
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  [
    "guard.window_skin_type",
    {
      answers: answersWith({ phototype: "IV" }),
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  [
    "guard.window_skin_type",
    { answers: skinUnasked, choices: { readBothSides: true }, plan: windowPlan() },
  ],
  [
    "guard.needle_with_skin_type",
    {
      answers: { ...skinUnasked, therapies: ["none"] },
      plan: homePlan({ needle: { ...needle, rangeUm: decided([200, 301] as const) } }),
    },
  ],
  [
    "guard.window_heart",
    {
      answers: {
        ...withCondition("heart-disease-or-low-blood-pressure", "unknown"),
        doctorAgreed: "yes",
      },
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  [
    "guard.window_therapies_unknown",
    {
      answers: answersWith({ therapies: ["unknown"] }),
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  [
    "guard.window_allergy",
    {
      answers: answersWith({ allergies: ["latex", "propylene-glycol"] }),
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  [
    "guard.window_minoxidil_twice",
    {
      answers: answersWith({ therapies: ["minoxidil-topical", "minoxidil-oral"] }),
      choices: { readBothSides: true },
      plan: windowPlan(),
    },
  ],
  ["guard.window_not_confirmed", { plan: windowPlan() }],
  ["guard.drug_too_soon", { plan: homePlan({ topicals: [{ ...minoxidil, waitAfterH: 23 }] }) }],
  ["guard.medicated_before", { plan: homePlan({ topicals: [{ ...minoxidil, pauseBeforeH: 0 }] }) }],
  [
    "guard.serum_too_soon",
    {
      plan: homePlan({
        topicals: [minoxidil, { ...minoxidil, product: "cosmetic-serum", waitAfterH: 1 }],
      }),
    },
  ],
  [
    "guard.prp_at_home",
    { plan: homePlan({ topicals: [minoxidil, { ...minoxidil, product: "prp", waitAfterH: 0 }] }) },
  ],
  ["guard.drug_forgotten", { plan: homePlan({ topicals: [] }) }],
  ["guard.drug_without_timing", { plan: homePlan({ topicalTiming: decided("none" as const) }) }],
  ["guard.hair_drug_and_pregnancy", { answers: answersWith({ pregnancy: "trying" }) }],
  ["guard.minoxidil_allergy", { answers: answersWith({ allergies: ["minoxidil"] }) }],
  ["guard.no_sessions", { plan: homePlan({ sessions: [] }) }],
  ["guard.sessions_out_of_order", { plan: homePlan({ sessions: sessionsOn([7, 0]) }) }],
  [
    "guard.session_date",
    { plan: homePlan({ sessions: [{ ...session, startsAt: instant("2027-03-14T23:30:00Z") }] }) },
  ],
  ["guard.session_zones", { plan: homePlan({ sessions: sessionsOn([0], ["left-temple"]) }) }],
  [
    "guard.interval_below_hard",
    { plan: homePlan({ intervalH: { ...intervalH, hard: decided(71) } }) },
  ],
  ["guard.cap_above_limit", { plan: homePlan({ maxPer168h: decided(3) }) }],
  // 20:00 to 20:00 is 72 hours on the wall, but the first session lasts 10 minutes.
  ["guard.sessions_too_close", { plan: homePlan({ sessions: sessionsOn([0, 3]) }) }],
  // The week of the change to summer time has 167 hours from Sunday to Sunday.
  ["guard.too_many_in_168h", { plan: homePlan({ sessions: sessionsOn([7, 10, 14]) }) }],
  ["guard.session_in_past", { now: instant("2027-03-15T19:01:00Z") }],
  ["guard.too_close_to_history", { history: [doneAt("2027-03-11T19:01:00Z")] }],
  [
    "guard.too_many_with_history",
    { history: [doneAt("2027-03-08T19:00:00Z"), doneAt("2027-03-11T18:00:00Z")] },
  ],
];

const brokenStarts: readonly [code: string, changes: Partial<StartCheck>][] = [
  ["guard.assessment_closed", { outcome: "see-doctor" }],
  ["guard.assessment_closed", { outcome: "clinic-only" }],
  ["guard.clock_unreadable", JSON.parse('{"assessedAt":"yesterday"}')],
  [
    "guard.device_blocked",
    {
      device: {
        needleLengthUm: 250,
        kind: "roller",
        state: {
          ...fitDevice,
          fitness: "blocked",
          findings: [{ says: "It has 15 uses.", nextStep: "", decidedBy: [] }],
        },
      },
    },
  ],
  [
    "guard.device_length",
    { device: { needleLengthUm: Number.NaN, kind: "roller", state: fitDevice } },
  ],
  ["guard.device_too_long", { device: { needleLengthUm: 301, kind: "roller", state: fitDevice } }],
  [
    "guard.device_above_home_cap",
    { device: { needleLengthUm: 501, kind: "roller", state: fitDevice } },
  ],
  [
    "guard.device_kind",
    { device: { needleLengthUm: 250, kind: "radiofrequency", state: fitDevice } },
  ],
  [
    "guard.device_shared",
    {
      device: {
        needleLengthUm: 250,
        kind: "roller",
        state: fitDevice,
        usedByAnotherPerson: "unknown",
      },
    },
  ],
  ["guard.clock_uncertain", { lastSeen: instant("2027-03-13T12:00:01Z") }],
  ["guard.assessment_expired", { assessedAt: instant("2027-02-11T11:59:00Z") }],
  ["guard.held", { holds: [{ id: "h", from: now, why: "person", says: "You paused." }] }],
  ["guard.start_zones", { zones: ["vertex", "left-temple"] }],
  ["guard.too_soon", { history: [doneAt("2027-03-10T12:00:01Z")] }],
  [
    "guard.too_many_in_168h_now",
    { history: [doneAt("2027-03-06T12:00:01Z"), doneAt("2027-03-09T12:00:00Z")] },
  ],
];

describe("each limit stops what breaks it", () => {
  test.each(brokenPlans)("%s", (code, changes) => {
    expect(planCodes(changes)).toContain(code);
  });

  test.each(brokenStarts)("%s", (code, changes) => {
    expect(startCodes(changes)).toContain(code);
  });

  test("every line of the tables is tried, and codes are not used twice", () => {
    const planTable = [...shapeLimits, ...personLimits, ...treatmentLimits, ...timetableLimits];
    const table = [...planTable, ...startClock, ...startLimits].map(({ code }) => code);

    expect(new Set(table).size).toBe(table.length);
    expect(new Set([...brokenPlans, ...brokenStarts].map(([code]) => code))).toEqual(
      new Set(table),
    );
  });

  test.each([...brokenPlans])("%s says what is wrong and what to do", (code, changes) => {
    const finding = guardPlan(goodCheck(changes)).find((one) => one.code === code);

    expect(finding?.says).toMatch(/^[A-Z0-9"].*\.$/s);
    expect(finding?.says).not.toMatch(/undefined|\[object/);
    expect(finding?.nextStep).toMatch(/^[A-Z].*\.$/);
  });

  test.each([...brokenStarts])("%s says at the start what to do", (code, changes) => {
    const finding = guardStart(goodStart(changes)).find((one) => one.code === code);

    expect(finding?.says).not.toMatch(/undefined|\[object/);
    expect(finding?.nextStep).toMatch(/^[A-Z].*\.$/);
  });

  test("a finding names the value and the limit", () => {
    expect(
      guardPlan(
        goodCheck({
          plan: homePlan({ needle: { ...needle, rangeUm: decided([200, 700] as const) } }),
        }),
      ),
    ).toContainEqual({
      code: "guard.needle_above_home_cap",
      says: "0.7 mm at home; the limit at home is 0.5 mm.",
      nextStep: "Use a roller of at most 0.5 mm.",
    });
  });
});
