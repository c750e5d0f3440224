import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, epochMs, type IsoDate, instantAt } from "./calendar.ts";
import type { DoneSession, Plan, PlanInput, PlanRefusal } from "./plan.ts";
import { draftPlan } from "./plan-draft.ts";
import { rulesVersion } from "./rule.ts";
import { anyHistory, anyPlanInput } from "./testing/arbitraries.ts";
import { brokenLimits, moreAggressive } from "./testing/plan-limits.ts";
import { propertyRuns } from "./testing/runs.ts";

/** 10⁵ inputs take about a minute; a busy machine takes more. */
const propertyTimeoutMs = 600_000;

/** Fails with the names of what broke; cheaper than an assertion for each of 10⁵ inputs. */
function expectNone(broken: readonly string[]): void {
  if (broken.length > 0) throw new Error(broken.join("; "));
}

const countOf = (plan: Plan | PlanRefusal) => (plan.kind === "plan" ? 1 : 0);

test(
  "every plan keeps every limit of the table (I-N1–I-N4, I-F1, I-F2, I-C1–I-C6, I-X6, I-M2, I-M3, M5, I-U)",
  () => {
    let plans = 0;
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        const plan = draftPlan(input);
        plans += countOf(plan);
        if (plan.kind === "plan") return expectNone(brokenLimits(plan, input));
        expectNone(
          plan.nextStep === "" || plan.says === "" ? ["a refusal that is a dead end"] : [],
        );
      }),
      { numRuns: propertyRuns },
    );
    expect(plans).toBeGreaterThan(propertyRuns * 0.4 - 20);
  },
  propertyTimeoutMs,
);

/** Each turns an input into one that is the same but for one more reason for care. */
const riskSteps: Readonly<Record<string, (input: PlanInput) => PlanInput>> = {
  "a relative flag": (input) => restrict(input, { hasRelativeFlag: true }),
  "a heart flag": (input) => restrict(input, { hasCardiovascularFlag: true }),
  "a scalp drug in use": (input) => restrict(input, { usesDrugTopical: true }),
  "no hair drugs": (input) => restrict(input, { noHairDrugs: true }),
  "a pigment risk": (input) => restrict(input, { pigmentRisk: true }),
  "unknown therapies": (input) => ({
    ...input,
    answers: { ...input.answers, therapies: [...(input.answers.therapies ?? []), "unknown"] },
  }),
  "unread sides": (input) => ({ ...input, choices: { ...input.choices, readBothSides: false } }),
  "no override": (input) => {
    const { doctorOverride: _, ...choices } = input.choices;
    return { ...input, choices };
  },
  "clinic only": (input) =>
    input.assessment.outcome === "suitable"
      ? { ...input, assessment: { ...input.assessment, outcome: "clinic-only" } }
      : input,
  "a doctor first": (input) => ({
    ...input,
    assessment: { ...input.assessment, outcome: "see-doctor" },
  }),
};

function restrict(input: PlanInput, more: Partial<PlanInput["assessment"]["restrictions"]>) {
  const { assessment } = input;
  return {
    ...input,
    assessment: { ...assessment, restrictions: { ...assessment.restrictions, ...more } },
  };
}

test(
  "one more reason for care never makes a plan more aggressive (I-M1)",
  () => {
    const steps = Object.entries(riskSteps);
    fc.assert(
      fc.property(anyPlanInput, fc.nat({ max: steps.length - 1 }), (input, index) => {
        const [name, addRisk] = steps[index] ?? ["", (same: PlanInput) => same];
        const calm = draftPlan(input);
        const risky = draftPlan(addRisk(input));
        if (risky.kind === "refused") return;
        if (calm.kind === "refused") throw new Error(`${name} turned a refusal into a plan`);
        expectNone(moreAggressive(calm, risky).map((what) => `${name}: ${what}`));
      }),
      { numRuns: propertyRuns },
    );
  },
  propertyTimeoutMs,
);

test(
  "history only pushes later, told as zones or as a whole, and a shift in time shifts the plan (I-F3, I-F4, I-F6, I-T2)",
  () => {
    const inputAndMore = anyPlanInput.chain((input) =>
      fc.tuple(
        fc.constant(input),
        anyHistory(epochMs(input.now)),
        fc.integer({ min: -50, max: 50 }),
      ),
    );
    fc.assert(
      fc.property(inputAndMore, ([input, more, weeks]) => {
        const whole = draftPlan(input);
        const pushed = draftPlan({ ...input, history: [...input.history, ...more] });
        const parts = draftPlan({ ...input, history: splitIntoZones(input.history) });
        if (whole.kind === "refused" || pushed.kind === "refused" || parts.kind === "refused") {
          return expectNone(
            whole.kind === pushed.kind && whole.kind === parts.kind
              ? []
              : ["history decided a refusal"],
          );
        }
        expectNone([
          ...(firstMs(pushed) < firstMs(whole) ? ["more history opened an earlier day"] : []),
          ...(firstMs(parts) < firstMs(whole) ? ["splitting a zone opened an earlier day"] : []),
          ...moreAggressive(whole, pushed),
          ...startsThatStayed(input, weeks),
        ]);
      }),
      { numRuns: propertyRuns },
    );
  },
  propertyTimeoutMs,
);

test("the same input gives the same bytes, under the rules it names (I-R1)", () => {
  fc.assert(
    fc.property(anyPlanInput, (input) => {
      const plan = draftPlan(input);
      expect(JSON.stringify(draftPlan(structuredClone(input)))).toBe(JSON.stringify(plan));
      if (plan.kind === "plan") expect(plan.rulesVersion).toBe(rulesVersion);
    }),
    { numRuns: Math.ceil(propertyRuns / 10) },
  );
});

function splitIntoZones(history: readonly DoneSession[]): readonly DoneSession[] {
  return history.flatMap((done) => done.zones.map((zone) => ({ ...done, zones: [zone] })));
}

/** In UTC a plan moves by as many weeks as everything else. */
function startsThatStayed(input: PlanInput, weeks: number): readonly string[] {
  const byMs = weeks * 7 * 24 * 3_600_000;
  const here = { ...input, choices: { ...input.choices, timeZone: "UTC" } };
  const starts = (plan: Plan | PlanRefusal, plusMs: number) =>
    plan.kind === "refused"
      ? plan.because
      : plan.sessions.map(({ startsAt }) => epochMs(startsAt) + plusMs).join();
  return starts(draftPlan(here), byMs) === starts(draftPlan(shifted(here, weeks)), 0)
    ? []
    : ["sessions did not move along"];
}

function firstMs({ sessions }: Plan): number {
  return Math.min(...sessions.map(({ startsAt }) => epochMs(startsAt)));
}

function shifted(input: PlanInput, weeks: number): PlanInput {
  const byMs = weeks * 7 * 24 * 3_600_000;
  const later = (day: IsoDate) => addDays(day, 7 * weeks);
  const { choices, assessment } = input;
  const { doctorOverride } = choices;
  return {
    ...input,
    now: instantAt(epochMs(input.now) + byMs),
    history: input.history.map((done) => ({
      ...done,
      startedAt: instantAt(epochMs(done.startedAt) + byMs),
      endedAt: instantAt(epochMs(done.endedAt) + byMs),
    })),
    assessment: {
      ...assessment,
      assessedOn: later(assessment.assessedOn),
      expiresOn: later(assessment.expiresOn),
    },
    choices: {
      ...choices,
      firstOn: later(choices.firstOn),
      ...(doctorOverride && {
        doctorOverride: { ...doctorOverride, recordedOn: later(doctorOverride.recordedOn) },
      }),
    },
  };
}
