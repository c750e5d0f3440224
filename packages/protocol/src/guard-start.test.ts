import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addHours, instant } from "./calendar.ts";
import {
  type GuardFinding,
  guardPlan,
  guardStart,
  type PlanCheck,
  type StartCheck,
} from "./guard.ts";
import {
  doneAt,
  fitDevice,
  goodCheck,
  goodStart,
  homePlan,
  now,
  sessionsOn,
} from "./testing/plans.ts";
import { propertyRuns } from "./testing/runs.ts";

const codesOf = (findings: readonly GuardFinding[]) => findings.map(({ code }) => code);
const planCodes = (changes: Partial<PlanCheck>) => codesOf(guardPlan(goodCheck(changes)));
const startCodes = (changes: Partial<StartCheck>) => codesOf(guardStart(goodStart(changes)));
const [session] = sessionsOn([0]);
if (session === undefined) throw new Error("fixtures are incomplete");

describe("the calendar", () => {
  test("the longer of two needles sets the distance", () => {
    const long = doneAt("2027-03-09T19:00:00Z", { needleLengthUm: 500 });

    expect(planCodes({ history: [long] })).toEqual(["guard.too_close_to_history"]);
    expect(planCodes({ history: [{ ...long, needleLengthUm: 300 }] })).toEqual([]);
  });

  test("a planned session never lies inside one that is still recorded as running", () => {
    const running = doneAt("2027-03-14T18:55:00Z", { endedAt: "2027-03-14T19:30:00Z" });

    expect(planCodes({ history: [running] })).toEqual(["guard.too_close_to_history"]);
  });

  test("past sessions that were too close are facts and say nothing against the plan", () => {
    const history = [
      doneAt("2027-03-01T19:00:00Z"),
      doneAt("2027-03-01T23:00:00Z"),
      doneAt("2027-03-02T19:00:00Z"),
    ];

    expect(planCodes({ history })).toEqual([]);
  });

  test("a plan of weeks ago may still start, its past sessions do not matter then", () => {
    expect(
      startCodes({
        now: instant("2027-04-04T18:00:00Z"),
        assessedAt: instant("2027-03-20T18:00:00Z"),
        history: [doneAt("2027-03-28T18:00:00Z")],
      }),
    ).toEqual([]);
  });

  test("whatever the past, no plan passes with a session closer to it than 72 hours", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -240, max: 240, noNaN: true }),
        fc.constantFrom(200, 250, 300, 301, 500, 1500),
        (beforeH, needleLengthUm) => {
          const startedAt = addHours(session.startsAt, beforeH);
          const history = [doneAt(startedAt, { needleLengthUm })];
          const leastH = needleLengthUm <= 300 ? 72 : 144;
          const plan = homePlan({ sessions: [session] });
          const sessionH = 10 / 60;

          const isFarEnough = beforeH <= -leastH || beforeH >= leastH + sessionH;
          if (Math.abs(Math.abs(beforeH) - leastH) < 0.5) return;
          expect(planCodes({ plan, history }).length === 0).toBe(isFarEnough);
        },
      ),
      { numRuns: Math.min(10_000, propertyRuns) },
    );
  });
});

describe("holds", () => {
  const hold = { id: "h", from: now, why: "red-flag", says: "Pus." } as const;

  test("a red flag holds even when the clock says it starts later", () => {
    expect(startCodes({ holds: [{ ...hold, from: addHours(now, 5) }] })).toEqual(["guard.held"]);
  });

  test("a pause that starts later does not hold yet", () => {
    expect(startCodes({ holds: [{ ...hold, why: "person", from: addHours(now, 5) }] })).toEqual([]);
  });

  test("a cleared hold is over, one cleared in the future is not", () => {
    expect(startCodes({ holds: [{ ...hold, clearedAt: now }] })).toEqual([]);
    expect(startCodes({ holds: [{ ...hold, clearedAt: addHours(now, 1) }] })).toEqual([
      "guard.held",
    ]);
  });
});

test("a history newer than the clock stops a start", () => {
  expect(startCodes({ history: [doneAt("2027-03-13T12:01:00Z")] })).toContain(
    "guard.clock_uncertain",
  );
  expect(
    startCodes({ history: [doneAt("2027-03-13T11:59:00Z", { endedAt: "2027-03-13T12:05:00Z" })] }),
  ).toContain("guard.clock_uncertain");
});

test("an assessment from the future is not believed", () => {
  expect(startCodes({ assessedAt: addHours(now, 1) })).toEqual(["guard.assessment_expired"]);
});

test("a device with one sure owner may start", () => {
  expect(
    startCodes({
      device: { needleLengthUm: 250, kind: "roller", state: fitDevice, usedByAnotherPerson: "no" },
    }),
  ).toEqual([]);
});
