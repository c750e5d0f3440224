import { expect, test } from "vitest";
import { paceAt, paceDurationMs, paceOf } from "./pace.ts";

const pace = paceOf({ rolls: 3, paceCmPerS: [1, 2], isNewSection: false });

test("three rolls over 4 cm at 1.5 cm/s with a second to lift take 14 seconds after a turn", () => {
  expect(pace.rollMs).toBeCloseTo(2666.67, 1);
  expect(paceDurationMs(pace)).toBeCloseTo(14_000, 6);
});

test("a new section gives three seconds more to find it", () => {
  const fresh = paceOf({ rolls: 3, paceCmPerS: [1, 2], isNewSection: true });
  expect(paceDurationMs(fresh) - paceDurationMs(pace)).toBeCloseTo(3_000, 6);
});

test("the hand gets ready, rolls three times, and is over", () => {
  expect(paceAt(1_000, pace)).toEqual({ kind: "ready", leftMs: 2_000, rollsLeft: 3 });
  expect(paceAt(3_000, pace)).toEqual({ kind: "rolling", rollsLeft: 3, strokeFraction: 0 });
  expect(paceAt(3_000 + 3_000, pace)).toEqual({ kind: "rolling", rollsLeft: 3, strokeFraction: 1 });
  expect(paceAt(3_000 + 3_700, pace)).toMatchObject({ kind: "rolling", rollsLeft: 2 });
  expect(paceAt(13_900, pace)).toMatchObject({ kind: "rolling", rollsLeft: 1 });
  expect(paceAt(14_001, pace)).toEqual({ kind: "over" });
});

test("a pace of nothing is refused with its value", () => {
  expect(() => paceOf({ rolls: 3, paceCmPerS: [0, 0], isNewSection: false })).toThrow("got 0");
});
