import { describe, expect, test } from "vitest";
import { type Answers, absoluteConditions, patternSigns, relativeConditions } from "./answers.ts";
import { isoDate } from "./calendar.ts";
import { type GuardFinding, guardPlan, type PlanCheck } from "./guard.ts";
import {
  answersWith,
  decided,
  goodAnswers,
  goodCheck,
  homePlan,
  windowPlan,
  withCondition,
} from "./testing/plans.ts";

const codesOf = (findings: readonly GuardFinding[]) => findings.map(({ code }) => code);
const planCodes = (changes: Partial<PlanCheck>) => codesOf(guardPlan(goodCheck(changes)));
const { needle } = homePlan();

describe("what is not known counts as the cautious answer", () => {
  test.each(absoluteConditions)("%s closes rolling with yes, unknown and no answer", (name) => {
    const { [name]: _, ...others } = goodAnswers.conditions;
    for (const given of [
      withCondition(name, "yes"),
      withCondition(name, "unknown"),
      answersWith({ conditions: others }),
    ])
      expect(planCodes({ answers: given })).toEqual(["guard.absolute_condition"]);
  });

  test.each(patternSigns)("%s sends to a doctor with yes, unknown and no answer", (name) => {
    const { [name]: _, ...others } = goodAnswers.signs;
    for (const given of [{ ...others, [name]: "yes" }, { ...others, [name]: "unknown" }, others])
      expect(planCodes({ answers: answersWith({ signs: given }) })).toEqual(["guard.pattern_sign"]);
  });

  const waiting: readonly string[] = [
    "topical-anti-inflammatory-gel",
    "topical-retinoid-or-acid",
    "botulinum-or-filler",
    "hair-transplant",
  ];

  test.each(relativeConditions)(
    "%s needs a doctor at home, and keeps the window closed",
    (name) => {
      const flagged = withCondition(name, "unknown");
      const closed = [
        ...(waiting.includes(name) ? ["guard.wait_not_over"] : []),
        ...(name === "oral-isotretinoin" ? ["guard.isotretinoin_at_home"] : []),
      ];

      expect(planCodes({ answers: flagged })).toEqual([
        ...closed,
        "guard.relative_flag_without_doctor",
      ]);
      expect(planCodes({ answers: { ...flagged, doctorAgreed: "yes" } })).toEqual(closed);
      expect(
        planCodes({
          answers: { ...flagged, doctorAgreed: "yes" },
          plan: windowPlan(),
          choices: { readBothSides: true },
        }),
      ).toContain("guard.window_relative_flag");
    },
  );

  test("no answers at all close rolling for every reason a person can give", () => {
    expect(planCodes({ answers: {} })).toEqual([
      "guard.pregnancy",
      "guard.wait_not_over",
      "guard.isotretinoin_at_home",
      "guard.age",
      "guard.absolute_condition",
      "guard.pattern_sign",
      "guard.stage",
      "guard.setting",
      "guard.relative_flag_without_doctor",
      "guard.star_in_long_hair",
      "guard.hair_drug_and_pregnancy",
    ]);
    expect(guardPlan(goodCheck({ answers: {} }))[3]?.says).toBe(
      "Age is not answered; rolling starts at 18.",
    );
  });

  test.each<[string, Answers]>([
    ["pregnant", { pregnancy: "pregnant" }],
    ["breast-feeding", { pregnancy: "breast-feeding" }],
    ["unknown", { pregnancy: "unknown" }],
  ])("pregnancy %s closes rolling and hair drugs, in a clinic too", (_, given) => {
    expect(planCodes({ answers: answersWith({ ...given, setting: "clinic" }) })).toContain(
      "guard.pregnancy",
    );
    expect(planCodes({ answers: answersWith(given) })).toEqual([
      "guard.pregnancy",
      "guard.relative_flag_without_doctor",
      "guard.hair_drug_and_pregnancy",
    ]);
  });

  test.each([
    { scale: "norwood-hamilton", stage: "III-vertex" },
    { scale: "sinclair", stage: "3" },
  ] as const)("pregnancy may not stay unasked, with the pictures of $scale either", (pattern) => {
    const { pregnancy: _, ...unasked } = goodAnswers;

    expect(planCodes({ answers: { ...unasked, pattern } })).toEqual([
      "guard.pregnancy",
      "guard.relative_flag_without_doctor",
      "guard.hair_drug_and_pregnancy",
    ]);
  });

  test.each<[string, Answers["dates"], boolean]>([
    ["hair-transplant", { hairTransplantOn: isoDate("2026-03-13") }, false],
    ["hair-transplant", { hairTransplantOn: isoDate("2026-03-12") }, true],
    ["botulinum-or-filler", { botulinumOrFillerOn: isoDate("2027-02-27") }, false],
    ["botulinum-or-filler", { botulinumOrFillerOn: isoDate("2027-02-26") }, true],
    ["topical-retinoid-or-acid", { retinoidStoppedOn: isoDate("2027-03-06") }, false],
    ["topical-retinoid-or-acid", { retinoidStoppedOn: isoDate("2027-03-05") }, true],
    ["hair-transplant", { hairTransplantOn: isoDate("2027-05-01") }, false],
  ])("%s after %o: the wait is over: %s", (name, dates, isOver) => {
    const answers = { ...withCondition(name, "yes"), dates, doctorAgreed: "yes" } as const;
    expect(planCodes({ answers })).toEqual(isOver ? [] : ["guard.wait_not_over"]);
  });

  test("isotretinoin that was stopped leaves rolling at home to the doctor", () => {
    const answers = withCondition("oral-isotretinoin", "yes");
    const stopped = { ...answers, dates: { isotretinoinStoppedOn: isoDate("2027-02-01") } };
    const willStop = { ...answers, dates: { isotretinoinStoppedOn: isoDate("2027-06-01") } };

    expect(planCodes({ answers: stopped })).toEqual(["guard.relative_flag_without_doctor"]);
    expect(planCodes({ answers: { ...willStop, doctorAgreed: "yes" } })).toEqual([
      "guard.isotretinoin_at_home",
    ]);
  });

  test("a wait stays open when the clock cannot be read", () => {
    const answers = {
      ...withCondition("hair-transplant", "yes"),
      dates: { hairTransplantOn: isoDate("2020-01-01") },
      doctorAgreed: "yes",
    } as const;
    const plan = homePlan({ timeZone: "Mars/Olympus" });
    expect(planCodes({ answers, plan })).toContain("guard.wait_not_over");
  });

  test.each<[NonNullable<Answers["pattern"]>]>([
    [{ scale: "norwood-hamilton", stage: "unknown" }],
    [{ scale: "norwood-hamilton", stage: "I" }],
    [{ scale: "norwood-hamilton", stage: "VII" }],
    [{ scale: "sinclair", stage: "1" }],
    [{ scale: "sinclair", stage: "4" }],
    [{ scale: "sinclair", stage: "unknown" }],
  ])("stage %o stays outside", (pattern) => {
    expect(planCodes({ answers: answersWith({ pattern }) })).toEqual(["guard.stage"]);
  });

  test("therapies that are unknown or unasked keep 0.5 mm at home closed", () => {
    const { therapies: _, ...unasked } = goodAnswers;
    const plan = homePlan({ needle: { ...needle, rangeUm: decided([200, 500] as const) } });

    for (const given of [unasked, answersWith({ therapies: ["unknown"] })])
      expect(planCodes({ answers: given, plan })).toEqual(["guard.needle_with_drug_topical"]);
  });
});
