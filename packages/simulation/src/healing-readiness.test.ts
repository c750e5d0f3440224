import fc from "fast-check";
import { expect, test } from "vitest";
import { type HealingSession, simulateHealing } from "./healing.ts";
import { assessReadiness, type ReportedSign, sampleOn } from "./healing-readiness.ts";
import { centralValues } from "./parameter.ts";
import { healingParameters } from "./parameters/healing.ts";

const parameters = centralValues(healingParameters);
const courseOf = (days: readonly number[], dose: number) => {
  const sessions: HealingSession[] = days.map((day) => ({ day, dose, withPlasma: false }));
  return simulateHealing({ sessions, untilDay: 40, sampleH: 1 }, parameters);
};
const weekly = courseOf([0, 7, 14], 0.5);
const kindOn = (course: typeof weekly, day: number, reported: readonly ReportedSign[] = []) =>
  assessReadiness({ course, day, openFraction: 0, reported }, parameters).kind;

test("needles of 0.5 mm and longer are ready after a week, not after half of one", () => {
  expect(kindOn(weekly, 20.9)).toBe("ready");
  expect(kindOn(weekly, 17.5)).toBe("not ready");
});

test("short home needles are ready after half a week", () => {
  const home = courseOf([0, 3.5, 7], 0.15);
  expect(kindOn(home, 10.4)).toBe("ready");
});

test("the first hours after a session are never ready, however little inflammation there is yet", () => {
  const home = courseOf([0], 0.15);
  expect(sampleOn(home, 0.1).phagocytes).toBeLessThan(parameters.readyResidual);
  expect(kindOn(home, 0.1)).toBe("not ready");
});

test("open channels mean not ready", () => {
  const input = { course: weekly, day: 30, reported: [] };
  expect(assessReadiness({ ...input, openFraction: 0.01 }, parameters)).toEqual({
    kind: "not ready",
    reason: "The channels of the last session are still open.",
  });
  expect(assessReadiness({ ...input, openFraction: 0.0099 }, parameters).kind).toBe("ready");
});

test("what the person reports overrides the model, on any day and for any sign", () => {
  const sign = fc.constantFrom<ReportedSign>("redness", "pain", "crusts", "signs of infection");
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 40, noNaN: true }),
      fc.array(sign, { minLength: 1, maxLength: 4 }),
      (day, reported) => {
        const readiness = assessReadiness(
          { course: weekly, day, openFraction: 0, reported },
          parameters,
        );
        expect(readiness.kind).toBe("not ready");
        expect(readiness.reason).toContain(reported[0]);
      },
    ),
  );
});

test("without an answer from the person there is no answer from the model", () => {
  const input = { course: weekly, day: 39, openFraction: 0, reported: "not asked" } as const;
  expect(assessReadiness(input, parameters).kind).toBe("ask first");
});

test("before the first session nothing stands in the way", () => {
  expect(kindOn(courseOf([10], 0.5), 5)).toBe("ready");
});

test("a day outside the course and an impossible openness are refused", () => {
  expect(() => kindOn(weekly, 80)).toThrow("day must be between 0 and 40, got 80");
  expect(() =>
    assessReadiness({ course: weekly, day: 1, openFraction: 1.1, reported: [] }, parameters),
  ).toThrow("openFraction must be between 0 and 1, got 1.1");
});
