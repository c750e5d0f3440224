import { describe, expect, test } from "vitest";
import { guardPlan, guardStart, type PlanCheck } from "./guard.ts";
import {
  answersWith,
  decided,
  doctorOverride,
  doneAt,
  goodCheck,
  goodStart,
  homePlan,
  now,
  trialPlan,
  windowPlan,
  withCondition,
} from "./testing/plans.ts";

const clinicAnswers = answersWith({ setting: "clinic" });
const { stroke } = homePlan();

describe("plans inside every limit pass", () => {
  test.each<[string, PlanCheck]>([
    ["0.25 mm at home on Sundays over the change to summer time", goodCheck()],
    [
      "the article's window at 0.3 mm, read and chosen",
      goodCheck({ plan: windowPlan(), choices: { readBothSides: true } }),
    ],
    [
      "1.5 mm weekly as a trial protocol with a doctor's override",
      goodCheck({ plan: trialPlan(), answers: clinicAnswers, choices: { doctorOverride } }),
    ],
    [
      "0.5 mm at home without any drug on the scalp",
      goodCheck({
        answers: answersWith({ therapies: ["none"] }),
        plan: homePlan({
          needle: { rangeUm: decided([200, 500] as const), recommendedUm: decided(500) },
          intervalH: { hard: decided(144), planned: decided(168) },
          maxPer168h: decided(1),
          topicals: [],
          topicalTiming: decided("none" as const),
        }),
      }),
    ],
    [
      "a woman at Sinclair 2, long hair, in a fan",
      goodCheck({
        answers: answersWith({
          pattern: { scale: "sinclair", stage: "2" },
          hairLength: "over-5-cm",
        }),
        plan: homePlan({
          stroke: {
            ...stroke,
            pattern: decided("fan" as const),
            directionsDeg: [-60, -20, 20, 60],
          },
        }),
      }),
    ],
    [
      "a relative flag at home that a doctor agreed to, 0.25 mm, waiting 24 hours",
      goodCheck({ answers: { ...withCondition("blood-thinner", "yes"), doctorAgreed: "yes" } }),
    ],
    [
      "a session done 72 hours before the first one",
      goodCheck({ history: [doneAt("2027-03-11T19:00:00Z")] }),
    ],
    [
      "a session done an hour ago on another zone",
      goodCheck({ history: [doneAt("2027-03-13T11:00:00Z", { zones: ["left-temple"] })] }),
    ],
  ])("%s", (_, check) => {
    expect(guardPlan(check)).toEqual([]);
  });

  test("starting such a plan passes as well", () => {
    expect(guardStart(goodStart())).toEqual([]);
    expect(
      guardStart(goodStart({ lastSeen: now, history: [doneAt("2027-03-10T12:00:00Z")] })),
    ).toEqual([]);
  });
});
