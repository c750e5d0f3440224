import { describe, expect, test } from "vitest";
import type { Answers } from "./answers.ts";
import { assess } from "./assess.ts";
import { addHours, instant, isoDate } from "./calendar.ts";
import { guardPlan, type PlanCheck } from "./guard.ts";
import { type Plan, type PlanChoices, planTreatment } from "./plan.ts";
import {
  decided,
  doctorOverride,
  doneAt,
  goodAnswers,
  goodCheck,
  homePlan,
  now,
  sessionsOn,
  timeZone,
  trialPlan,
  windowPlan,
} from "./testing/plans.ts";

const noDrug: Answers = { ...goodAnswers, therapies: ["none"] };
const clinic: Answers = { ...goodAnswers, setting: "clinic" };
const agreed: Answers = {
  ...goodAnswers,
  doctorAgreed: "yes",
  conditions: { ...goodAnswers.conditions, "poor-wound-healing": "yes" },
};
const read = { readBothSides: true };

/** Three plans inside every limit, from which each fault starts. */
interface GoodPlans {
  readonly home: Plan;
  readonly window: Plan;
  readonly trial: Plan;
}

const byHand: GoodPlans = { home: homePlan(), window: windowPlan(), trial: trialPlan() };

/** The same three as the planner makes them. */
const byPlanner: GoodPlans = {
  home: planned(goodAnswers, { protocolId: "article-home" }),
  window: planned(goodAnswers, {
    protocolId: "article-home",
    topicalTiming: "article-window",
    ...read,
  }),
  trial: planned(clinic, { protocolId: "dhurat-2013", needleLengthUm: 1500, doctorOverride }),
};

function planned(
  answers: Answers,
  choices: Partial<PlanChoices> & Pick<PlanChoices, "protocolId">,
): Plan {
  const plan = planTreatment({
    answers,
    assessment: assess(answers, isoDate("2027-03-13")),
    choices: {
      zones: ["vertex"],
      firstOn: isoDate("2027-03-14"),
      timeOfDay: "20:00",
      timeZone,
      ...choices,
    },
    history: [],
    now,
  });
  if (plan.kind === "refused") throw new Error(plan.says);
  return plan;
}

type Fault = readonly [fault: string, code: string, check: PlanCheck];

const needles = (minUm: number, maxUm: number, recommendedUm: number): Pick<Plan, "needle"> => ({
  needle: { rangeUm: decided([minUm, maxUm] as const), recommendedUm: decided(recommendedUm) },
});

/** Fifty ways in which a planner could go wrong, one change each to a plan that passes. */
function faultsOf(good: GoodPlans): readonly Fault[] {
  const plan = (changes: Partial<Plan>, check: Partial<PlanCheck> = {}): PlanCheck =>
    goodCheck({ plan: { ...good.home, ...changes }, ...check });
  const strokes = (changes: Partial<Plan["stroke"]>) => ({
    stroke: { ...good.home.stroke, ...changes },
  });
  const drug = (changes: Partial<Plan["topicals"][number]>) => ({
    topicals: good.home.topicals.map((step) => ({ ...step, ...changes })),
  });

  return [
    ["0.6 mm at home", "needle_above_home_cap", plan(needles(200, 600, 600), { answers: noDrug })],
    [
      "millimetres taken for tenths: 2.5 mm",
      "needle_above_hard_cap",
      plan(needles(200, 2500, 2500)),
    ],
    [
      "0.5 mm at home with minoxidil in use",
      "needle_with_drug_topical",
      plan(needles(200, 500, 250)),
    ],
    ["micrometres kept as millimetres", "not_a_count", plan(needles(0.2, 0.3, 0.25))],
    ["a needle that is not a number", "not_a_count", plan(needles(200, 300, Number.NaN))],
    ["an endless needle range", "not_a_count", plan(needles(200, Number.POSITIVE_INFINITY, 250))],
    ["a negative needle", "not_a_count", plan(needles(-250, 300, 250))],
    ["a recommendation outside its range", "needle_range", plan(needles(200, 250, 300))],
    ["a range upside down", "needle_range", plan(needles(300, 200, 250))],
    [
      "0.4 mm at home with wounds that heal badly",
      "needle_with_relative_flag",
      plan(needles(200, 400, 400), { answers: agreed }),
    ],
    [
      "1.2 mm in the article's clinic protocol",
      "needle_above_clinic_cap",
      goodCheck({
        plan: { ...good.trial, protocolId: "article-clinic", ...needles(500, 1200, 1000) },
        answers: clinic,
        choices: { doctorOverride },
      }),
    ],
    [
      "a trial protocol without the doctor",
      "override_missing",
      goodCheck({ plan: good.trial, answers: clinic }),
    ],
    [
      "2 mm in a trial protocol",
      "needle_above_hard_cap",
      goodCheck({
        plan: { ...good.trial, ...needles(1000, 2000, 1500) },
        answers: clinic,
        choices: { doctorOverride },
      }),
    ],
    [
      "a clinic plan handed to a person at home",
      "setting",
      goodCheck({ plan: good.trial, choices: { doctorOverride } }),
    ],
    [
      "a trial protocol named for home",
      "protocol_not_for_home",
      plan({ protocolId: "faghihi-2021" }),
    ],
    [
      "25 rolls per section",
      "rolls_per_section",
      plan(
        strokes({
          rollsPerDirection: 5,
          directionsDeg: [0, 30, 60, 90, 120],
          rollsPerSection: decided(25),
        }),
      ),
    ],
    [
      "8 rolls per section",
      "rolls_per_section",
      plan(strokes({ rollsPerDirection: 2, rollsPerSection: decided(8) })),
    ],
    ["12 rolls named, 16 done", "rolls_do_not_add_up", plan(strokes({ rollsPerDirection: 4 }))],
    ["no direction at all", "directions", plan(strokes({ directionsDeg: [] }))],
    [
      "one direction twice, a full turn apart",
      "directions",
      plan(strokes({ directionsDeg: [0, 45, 90, 360] })),
    ],
    [
      "a direction that is not a number",
      "directions",
      plan(strokes({ directionsDeg: [0, 45, 90, Number.NaN] })),
    ],
    [
      "a fan that turns against the hair",
      "directions",
      plan(strokes({ pattern: decided("fan" as const), directionsDeg: [-90, -30, 30, 90] })),
    ],
    [
      "a star through hair of 10 cm",
      "star_in_long_hair",
      plan({}, { answers: { ...goodAnswers, hairLength: "over-5-cm" } }),
    ],
    [
      "rolling on to blood at home",
      "blood_at_home",
      plan({ endpoint: decided("pinpoint-bleeding-allowed" as const) }),
    ],
    [
      "a section listed twice",
      "sections",
      plan({ sections: [...good.home.sections, ...good.home.sections.slice(0, 1)] }),
    ],
    [
      "a section of another zone",
      "sections",
      plan({ zones: ["left-temple"], sessions: sessionsOn([0], ["left-temple"]) }),
    ],
    ["no section", "sections", plan({ sections: [] })],
    ["no stop rule", "no_stop_rules", plan({ stopRules: [] })],
    ["no cleaning", "no_hygiene", plan({ hygiene: [] })],
    ["a session every day", "sessions_too_close", plan({ sessions: sessionsOn([0, 1, 2]) })],
    [
      "an extra session between two",
      "sessions_too_close",
      plan({ sessions: sessionsOn([0, 7, 8, 14]) }),
    ],
    [
      "two sessions a week through the night the clocks change",
      "too_many_in_168h",
      plan({ sessions: sessionsOn([7, 10, 14, 17]) }),
    ],
    [
      "72 hours by the wall clock, 71 in truth",
      "sessions_too_close",
      plan({ sessions: sessionsOn([11, 14]) }),
    ],
    [
      "0.5 mm twice a week",
      "interval_below_hard",
      plan(
        { ...needles(200, 500, 500), topicals: [], topicalTiming: decided("none" as const) },
        { answers: noDrug },
      ),
    ],
    [
      "a missed session made up for",
      "too_close_to_history",
      plan({}, { history: [doneAt("2027-03-13T10:00:00Z")] }),
    ],
    [
      "a 1 mm clinic session four days ago forgotten",
      "too_close_to_history",
      plan({}, { history: [doneAt("2027-03-10T10:00:00Z", { needleLengthUm: 1000 })] }),
    ],
    [
      "a third session in a week with two done",
      "too_many_with_history",
      plan({}, { history: [doneAt("2027-03-07T20:00:00Z"), doneAt("2027-03-11T10:00:00Z")] }),
    ],
    [
      "the whole scalp planned apart from its crown",
      "too_close_to_history",
      plan(
        {},
        { history: [doneAt("2027-03-13T10:00:00Z", { zones: ["frontal-hairline", "vertex"] })] },
      ),
    ],
    ["a session last month", "session_in_past", plan({ sessions: sessionsOn([-28, 0]) })],
    [
      "sessions in the wrong order",
      "sessions_out_of_order",
      plan({ sessions: sessionsOn([7, 0]) }),
    ],
    ["the same session twice", "sessions_too_close", plan({ sessions: sessionsOn([0, 0]) })],
    [
      "a day that is not the day of the moment",
      "session_date",
      plan({
        sessions: sessionsOn([0]).map((session) => ({ ...session, date: isoDate("2027-03-15") })),
      }),
    ],
    [
      "a session length that is not a number",
      "not_an_amount",
      plan({ sessionMin: decided(Number.NaN) }),
    ],
    [
      "an interval of zero",
      "interval_below_hard",
      plan({ intervalH: { hard: decided(0), planned: decided(168) } }),
    ],
    ["minoxidil after six hours", "drug_too_soon", plan(drug({ waitAfterH: 6 }))],
    ["minoxidil under the needles", "medicated_before", plan(drug({ pauseBeforeH: 0 }))],
    ["minoxidil dropped from the plan of its user", "drug_forgotten", plan({ topicals: [] })],
    [
      "the article's window without reading both sides",
      "window_not_confirmed",
      goodCheck({ plan: good.window }),
    ],
    [
      "the article's window with wounds that heal badly",
      "window_relative_flag",
      goodCheck({ plan: good.window, answers: agreed, choices: read }),
    ],
    [
      "a plan without an assessment",
      "absolute_condition",
      plan({}, { answers: { setting: "home" } }),
    ],
  ];
}

describe.each([
  ["by hand", byHand],
  ["by the planner", byPlanner],
])("a plan made %s", (_, good) => {
  const faults = faultsOf(good);

  test("passes before a fault is put into it", () => {
    expect(guardPlan(goodCheck({ plan: good.home }))).toEqual([]);
    expect(guardPlan(goodCheck({ plan: good.window, choices: read }))).toEqual([]);
    expect(
      guardPlan(goodCheck({ plan: good.trial, answers: clinic, choices: { doctorOverride } })),
    ).toEqual([]);
  });

  test("has fifty different faults put into it", () => {
    expect(new Set(faults.map(([, , check]) => JSON.stringify(check, withNumbers))).size).toBe(50);
  });

  test.each(faults)("is stopped: %s", (_fault, code, check) => {
    expect(guardPlan(check).map((finding) => finding.code)).toContain(`guard.${code}`);
  });
});

test("gaps are elapsed time: the same plan passes when the clocks do not change", () => {
  const week = sessionsOn([0, 7]).map(({ startsAt }) => startsAt);
  const change = sessionsOn([11, 14]).map(({ startsAt }) => startsAt);

  expect(week).toEqual([instant("2027-03-14T19:00:00Z"), instant("2027-03-21T19:00:00Z")]);
  expect(change[1]).toBe(addHours(instant("2027-03-25T19:00:00Z"), 71));
});

/** Keeps NaN and infinity apart, which JSON writes both as null. */
function withNumbers(_: string, value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
