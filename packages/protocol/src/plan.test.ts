import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "./answers.ts";
import { assess } from "./assess.ts";
import { instant, instantAt, isoDate, localDate } from "./calendar.ts";
import { type Plan, type PlanChoices, type PlanRefusal, planTreatment } from "./plan.ts";
import { anyAnswers, calmAnswers } from "./testing/answers.ts";
import { anyChoices, anyHistory, anyNowMs } from "./testing/arbitraries.ts";
import { propertyRuns } from "./testing/runs.ts";

const now = instant("2026-11-22T08:00:00Z");
const override = { by: "Dr. A", reason: "Trial", recordedOn: isoDate("2026-11-20") };

const homeChoices: PlanChoices = {
  protocolId: "article-home",
  zones: ["frontal-hairline", "vertex"],
  firstOn: isoDate("2026-11-22"),
  timeOfDay: "20:00",
  timeZone: "Europe/Berlin",
};
const clinicChoices: PlanChoices = { ...homeChoices, protocolId: "article-clinic" };

function planFor(
  answers: Partial<Answers>,
  choices: Partial<PlanChoices> = {},
  base: PlanChoices = homeChoices,
): Plan | PlanRefusal {
  const all: Answers = { ...calmAnswers, ...answers };
  return planTreatment({
    answers: all,
    assessment: assess(all, isoDate("2026-11-22")),
    choices: { ...base, ...choices },
    history: [],
    now,
  });
}

function openPlan(...input: Parameters<typeof planFor>): Plan {
  const plan = planFor(...input);
  if (plan.kind === "refused") throw new Error(`${plan.because}: ${plan.says}`);
  return plan;
}

const rulesOf = (decided: { readonly decidedBy: readonly { readonly ruleId: string }[] }) =>
  decided.decidedBy.map(({ ruleId }) => ruleId);
const clinic = (answers: Partial<Answers>, choices: Partial<PlanChoices> = {}) =>
  openPlan({ setting: "clinic", ...answers }, choices, clinicChoices);

describe("a plan at home", () => {
  test("says itself in two sentences", () => {
    const { sentence } = openPlan({ therapies: ["minoxidil-topical"] });
    expect(sentence).toBe(
      "0.25 mm roller, Sundays, hairline and crown, 12 sections in about 10 minutes. Minoxidil waits 24 hours.",
    );
  });

  test("begins short, weekly, with a star of 4 × 3 rolls, for 24 weeks", () => {
    const plan = openPlan({});
    expect(plan.needle.recommendedUm).toMatchObject({ value: 250 });
    expect(plan.needle.rangeUm.value).toEqual([200, 300]);
    expect(plan.intervalH).toMatchObject({ hard: { value: 72 }, planned: { value: 168 } });
    expect(plan.stroke).toMatchObject({ directionsDeg: [0, 45, 90, 135], rollsPerDirection: 3 });
    expect(plan.endpoint.value).toBe("even-pink");
    expect(plan.sessions).toHaveLength(24);
    expect(plan.sessions[23]).toMatchObject({ number: 24, week: 24, date: "2027-05-02" });
    expect(plan.reviews.map(({ week, on }) => [week, on])).toEqual([
      [4, "2026-12-20"],
      [12, "2027-02-14"],
      [16, "2027-03-14"],
      [24, "2027-05-09"],
      [52, "2027-11-21"],
    ]);
    expect(plan.changedWishes).toEqual([]);
    expect(plan.stopRules).toHaveLength(4);
  });

  test("takes 0.5 mm when wished and nothing speaks against it, then weekly and to mild redness", () => {
    const plan = openPlan({}, { needleLengthUm: 500, sessionsPerWeek: 2 });
    expect(plan.needle).toMatchObject({
      rangeUm: { value: [200, 500] },
      recommendedUm: { value: 500 },
    });
    expect(plan.intervalH.hard.value).toBe(144);
    expect(plan.maxPer168h.value).toBe(1);
    expect(plan.endpoint.value).toBe("mild-redness");
    expect(plan.changedWishes).toMatchObject([{ wish: "twice a week", became: "once a week" }]);
  });

  test("caps a wish beside a scalp drug and names the rules", () => {
    const plan = openPlan({ therapies: ["minoxidil-topical"] }, { needleLengthUm: 500 });
    expect(plan.needle.recommendedUm.value).toBe(300);
    expect(plan.changedWishes[0]).toMatchObject({
      wish: "0.5 mm needles",
      became: "0.3 mm needles",
    });
    expect(plan.changedWishes.flatMap(rulesOf)).toEqual(["needle-length/home-drug-topical"]);
    expect(rulesOf(plan.intervalH.hard)).toContain("frequency/longer-wish");
  });

  test("keeps a wish for a shorter needle than the article's", () => {
    const plan = openPlan({}, { needleLengthUm: 150 });
    expect(plan.needle.rangeUm.value).toEqual([150, 300]);
    expect(rulesOf(plan.needle.recommendedUm)).toContain("needle-length/less-is-kept");
    expect(plan.changedWishes).toEqual([]);
  });

  test("rolls darker or unknown skin with the shortest needle, weekly at most", () => {
    const plan = openPlan({ phototype: "V" }, { sessionsPerWeek: 2 });
    expect(plan.needle.recommendedUm.value).toBe(200);
    expect(rulesOf(plan.needle.recommendedUm)).toEqual(["needle-length/pigment-shortest"]);
    expect(plan.intervalH.hard.value).toBe(144);
    expect(plan.changedWishes.flatMap(rulesOf)).toEqual(["frequency/pigment"]);
  });

  test.each([
    [8, 10, ["technique/rolls"]],
    [10, 10, []],
    [11, 10, ["technique/even-share"]],
    [14, 12, ["technique/even-share"]],
    [15, 15, []],
    [40, 15, ["technique/rolls"]],
  ])("%i rolls become %i", (wish, rolls, rules) => {
    const plan = openPlan({}, { rollsPerSection: wish });
    expect(plan.stroke.rollsPerSection.value).toBe(rolls);
    expect(plan.changedWishes.flatMap(rulesOf)).toEqual(rules);
  });

  test("gives up rolls rather than go past 20 minutes", () => {
    const plan = openPlan({}, { zones: ["whole-scalp"], rollsPerSection: 15 });
    expect(plan.sessionMin.value).toBe(20);
    expect(plan.changedWishes.flatMap(rulesOf)).toContain("technique/session-length");
    expect(plan.sentence).toContain("whole scalp, 24 sections in about 20 minutes");
  });

  test("rolls long hair in a fan", () => {
    const { stroke } = openPlan({ hairLength: "over-5-cm" });
    expect(stroke.pattern.value).toBe("fan");
    expect(stroke.directionsDeg).toEqual([-60, -20, 20, 60]);
  });

  test("names zones and days as people do", () => {
    const plan = openPlan(
      { device: { kind: "pen", needleLengthUm: 250, usedByAnotherPerson: "no", damaged: "no" } },
      { zones: ["left-temple", "right-temple", "frontal-hairline"], sessionsPerWeek: 2 },
    );
    expect(plan.sentence).toContain("0.25 mm pen, Sundays and Wednesdays, hairline and temples");
    expect(openPlan({}, { zones: ["right-temple"] }).sentence).toContain("Sundays, right temple,");
    expect(openPlan({}, { zones: ["left-temple", "mid-scalp", "vertex"] }).sentence).toContain(
      "left temple, mid-scalp and crown",
    );
  });
});

describe("a plan in a clinic", () => {
  test("is eight weekly sessions, then every two weeks, from 0.5 mm", () => {
    const plan = clinic({}, { sessionsPerWeek: 1 });
    expect(plan.needle).toMatchObject({
      rangeUm: { value: [500, 1000] },
      recommendedUm: { value: 500 },
    });
    expect(plan.sessions.map(({ week }) => week)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 24,
    ]);
    expect(plan.changedWishes).toMatchObject([
      { wish: "once a week", became: "once a week for 8 weeks, then every 2 weeks" },
    ]);
    expect(plan.sentence).toContain("Sundays for 8 weeks, then every second Sunday");
    expect(plan.stopRules).toHaveLength(3);
    expect(rulesOf(clinic({}).intervalH.planned)).toContain("frequency/protocol-cadence");
  });

  test("allows pinpoints of blood from 1.0 mm, not with a health flag", () => {
    expect(clinic({}, { needleLengthUm: 1000 }).endpoint.value).toBe("pinpoint-bleeding-allowed");
    const flagged = clinic(
      { conditions: { ...calmAnswers.conditions, "blood-thinner": "yes" }, doctorAgreed: "yes" },
      { needleLengthUm: 1000 },
    );
    expect(flagged.endpoint.value).toBe("mild-redness");
    expect(rulesOf(flagged.endpoint)).toEqual(["technique/endpoint-blood-thinner"]);
  });

  test("above 1.0 mm goes only as a trial with an override", () => {
    const dhurat = clinic({}, { protocolId: "dhurat-2013", doctorOverride: override });
    expect(dhurat.needle.recommendedUm.value).toBe(1500);
    expect(dhurat.endpoint.value).toBe("mild-redness");
    expect(dhurat.sessions).toHaveLength(12);

    const faghihi = { protocolId: "faghihi-2021", needleLengthUm: 1200 } as const;
    expect(clinic({}, faghihi).needle.recommendedUm.value).toBe(600);
    expect(clinic({}, { ...faghihi, doctorOverride: override }).needle.recommendedUm.value).toBe(
      1200,
    );
    const between = clinic({}, { ...faghihi, needleLengthUm: 900, doctorOverride: override });
    expect(between.needle.recommendedUm.value).toBe(600);
    expect(between.changedWishes.flatMap(rulesOf)).toEqual(["needle-length/trial-arms"]);
    expect(between.sentence).toContain("every second Sunday");
  });

  test("puts platelet-rich plasma into the session", () => {
    const [prp] = clinic({ therapies: ["prp"] }).topicals;
    expect(prp).toMatchObject({ product: "prp", pauseBeforeH: 0, waitAfterH: 0 });
    const [atHome] = openPlan({ therapies: ["prp"] }).topicals;
    expect(atHome).toMatchObject({ product: "prp", pauseBeforeH: 168, waitAfterH: 168 });
  });
});

test("no plan for assessed answers is ever stopped by the guard", () => {
  const input = fc.tuple(anyAnswers, anyNowMs).chain(([answers, nowMs]) =>
    fc.record({
      answers: fc.constant(answers),
      nowMs: fc.constant(nowMs),
      choices: anyChoices(nowMs),
      history: anyHistory(nowMs),
    }),
  );
  fc.assert(
    fc.property(input, ({ answers, nowMs, choices, history }) => {
      const today = localDate(instantAt(nowMs), choices.timeZone);
      const protocolId = answers.setting === "home" ? "article-home" : choices.protocolId;
      const result = planTreatment({
        answers,
        assessment: assess(answers, today),
        choices: { ...choices, protocolId },
        history,
        now: instantAt(nowMs),
      });
      if (result.kind === "refused" && result.because === "guard") throw new Error(result.says);
    }),
    { numRuns: Math.ceil(propertyRuns / 4) },
  );
});

test("a plan takes less than 5 ms, guard included", () => {
  const answers: Answers = calmAnswers;
  const input = {
    answers,
    assessment: assess(answers, isoDate("2026-11-22")),
    choices: { ...homeChoices, sessionsPerWeek: 2 as const },
    history: [],
    now,
  };
  const rounds = 50;
  planTreatment(input);
  const startMs = performance.now();
  for (let round = 0; round < rounds; round += 1) planTreatment(input);
  expect((performance.now() - startMs) / rounds).toBeLessThan(5);
});
