import { describe, expect, test } from "vitest";
import type { Answers } from "./answers.ts";
import { assess, type Restrictions } from "./assess.ts";
import { instant, isoDate } from "./calendar.ts";
import type { Plan, PlanChoices } from "./plan.ts";
import { draftPlan } from "./plan-draft.ts";
import { calmAnswers } from "./testing/answers.ts";

/** A plan at home with these answers and wishes, the assessment taken as open; therapies only if named. */
function draft(
  change: Partial<Answers>,
  wishes: Partial<PlanChoices> = {},
  more: Partial<Restrictions> = {},
): Plan {
  const { therapies: _, ...unasked } = calmAnswers;
  const answers: Answers = { ...unasked, ...change };
  const assessment = assess(answers, isoDate("2026-11-22"));
  const plan = draftPlan({
    answers,
    assessment: {
      ...assessment,
      outcome: "suitable",
      restrictions: { ...assessment.restrictions, ...more },
    },
    choices: {
      protocolId: "article-home",
      zones: ["vertex"],
      firstOn: isoDate("2026-11-22"),
      timeOfDay: "20:00",
      timeZone: "Europe/Berlin",
      ...wishes,
    },
    history: [],
    now: instant("2026-11-22T08:00:00Z"),
  });
  if (plan.kind === "refused") throw new Error(plan.says);
  return plan;
}

const rulesOf = (decided: { readonly decidedBy: readonly { readonly ruleId: string }[] }) =>
  decided.decidedBy.map(({ ruleId }) => ruleId);

describe("a drug for the scalp", () => {
  const window = { topicalTiming: "article-window", readBothSides: true } as const;

  test("goes into the article's window after both sides were read", () => {
    const plan = draft({ therapies: ["minoxidil-topical"] }, window);
    expect(plan.topicalTiming.value).toBe("article-window");
    expect(plan.topicals.map(({ waitAfterH, pauseBeforeH }) => [waitAfterH, pauseBeforeH])).toEqual(
      [[0, 12]],
    );
    expect(plan.sentence).toContain("Minoxidil right after, as the article has it.");
  });

  test("finasteride waits even beside minoxidil in the window, and alone keeps it closed", () => {
    const both = draft({ therapies: ["minoxidil-topical", "finasteride-topical"] }, window);
    expect(both.topicals.map(({ product, waitAfterH }) => [product, waitAfterH])).toEqual([
      ["minoxidil", 0],
      ["finasteride-topical", 24],
    ]);
    const alone = draft({ therapies: ["finasteride-topical"] }, window);
    expect(alone.topicalTiming.value).toBe("wait-24h");
    expect(rulesOf(alone.topicalTiming)).toContain("combination/finasteride-topical");
  });

  test("dutasteride waits even in the window", () => {
    const both = draft({ therapies: ["minoxidil-topical", "dutasteride-topical"] }, window);
    expect(both.topicals.map(({ waitAfterH }) => waitAfterH)).toEqual([0, 24]);
    const alone = draft(
      { therapies: ["dutasteride-topical", "dutasteride-oral", "finasteride-oral"] },
      window,
    );
    expect(alone.topicalTiming.value).toBe("wait-24h");
    expect(alone.changedWishes.flatMap(rulesOf)).toContain("combination/dutasteride-topical");
    expect(alone.topicals.map(({ product }) => product)).toEqual([
      "dutasteride-topical",
      "finasteride-oral",
    ]);
  });

  test.each<[rule: string, answers: Partial<Answers>, choices: Partial<PlanChoices>]>([
    ["combination/read-both-sides", {}, { readBothSides: false }],
    ["combination/minoxidil-twice", { therapies: ["minoxidil-topical", "minoxidil-oral"] }, {}],
    [
      "combination/window-and-health",
      { conditions: { ...calmAnswers.conditions, "scalp-tattoo": "yes" }, doctorAgreed: "yes" },
      {},
    ],
    [
      "combination/window-and-heart",
      {
        conditions: { ...calmAnswers.conditions, "heart-disease-or-low-blood-pressure": "yes" },
        doctorAgreed: "yes",
      },
      {},
    ],
    ["combination/window-and-skin", { phototype: "V" }, {}],
    ["combination/window-and-skin", { phototype: "unknown" }, {}],
    ["combination/window-and-unknown", { therapies: ["unknown"] }, {}],
  ])("%s closes the window", (rule, answers, choices) => {
    const plan = draft({ therapies: ["minoxidil-topical"], ...answers }, { ...window, ...choices });
    expect(plan.topicalTiming.value).toBe("wait-24h");
    expect(plan.changedWishes.flatMap(rulesOf)).toContain(rule);
    expect(
      plan.topicals.every(
        ({ product, waitAfterH }) => product === "minoxidil-oral" || waitAfterH >= 24,
      ),
    ).toBe(true);
  });

  test("that is not used leaves nothing to time", () => {
    const plan = draft({ therapies: ["none"] }, { topicalTiming: "wait-24h" });
    expect(plan.topicalTiming).toMatchObject({ value: "none" });
    expect(plan.changedWishes.flatMap(rulesOf)).toEqual(["combination/nothing-to-time"]);
  });

  test("that may not be planned is left out and said so", () => {
    const plan = draft(
      { therapies: ["minoxidil-topical", "ketoconazole-shampoo"] },
      {},
      { noHairDrugs: true },
    );
    expect(plan).toMatchObject({
      topicalTiming: { value: "none" },
      topicals: [{ product: "ketoconazole-shampoo", pauseBeforeH: 24, waitAfterH: 24 }],
      changedWishes: [{ wish: "minoxidil topical", became: "no hair drug in this plan" }],
    });
    expect(draft({ therapies: ["prp"] }, {}, { noHairDrugs: true }).changedWishes).toEqual([]);
  });

  test("that nobody knows waits as if it were minoxidil, or any drug after an allergy to that", () => {
    const unknown: Partial<Answers> = { therapies: ["unknown"] };
    expect(draft(unknown)).toMatchObject({
      topicals: [{ product: "minoxidil" }, { product: "cosmetic-serum", waitAfterH: 48 }],
    });
    expect(draft({})).toMatchObject({
      topicals: [{ product: "minoxidil" }, { product: "cosmetic-serum" }],
    });
    const allergic = draft({ ...unknown, allergies: ["minoxidil"] });
    expect(allergic).toMatchObject({
      topicalTiming: { value: "wait-24h" },
      topicals: [{ product: "cosmetic-serum" }],
    });
    expect(allergic.sentence).toContain("Any drug for the scalp waits 24 hours.");
  });
});
