import fc from "fast-check";
import { expect, test } from "vitest";
import { builtInCases, type ValidationCase, validationCasesSchema } from "./validation/cases.ts";
import { compare, type Limit, within } from "./validation/measurement.ts";
import { compareOtherTrials } from "./validation/other-trials.ts";
import { documentedMisses, mappedCaseIds, validateCases } from "./validation.ts";

function builtIn(id: string): ValidationCase {
  const found = builtInCases().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

function judge(id: string, changes: Partial<ValidationCase> = {}) {
  const [result] = validateCases([{ ...builtIn(id), ...changes }]);
  if (result === undefined) throw new Error("no result");
  return result;
}

test("all 57 built-in cases have a computation, and no computation is without a case", () => {
  const ids = builtInCases().map(({ id }) => id);
  expect(ids).toHaveLength(57);
  expect([...mappedCaseIds].sort()).toEqual(ids.toSorted());
});

test("every documented miss names a case and gives a reason", () => {
  const ids = new Set(mappedCaseIds);
  expect(documentedMisses.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(documentedMisses.map(({ id }) => id)).toEqual([
    "C-AN-10",
    "C-PU-06",
    "E-PU-03",
    "E-PU-06",
  ]);
  expect(documentedMisses.every(({ reason }) => reason.length > 60)).toBe(true);
});

test.each<[Limit, number, number, boolean]>([
  [within.abs(0.5), 10, 10.5, true],
  [within.abs(0.5), 10, 10.51, false],
  [within.rel(0.1), -10, -11, true],
  [within.rel(0.1), 10, 8.9, false],
  [within.rel(0.1), 0, 1e-9, false],
  [within.factor(2), 10, 5, true],
  [within.factor(2), 10, 20.1, false],
  [within.factor(2), 10, -10, false],
  [within.range(1, 8), 3, 8, true],
  [within.range(1, 8), 3, 0.99, false],
  [{ kind: "at most" }, 2, 2, true],
  [{ kind: "below" }, 2, 2, false],
  [{ kind: "at least" }, 2, 1.99, false],
])("%o of %d and got %d: %s", (limit, expected, got, isInside) => {
  expect(compare("quantity", expected, got, limit).isInside).toBe(isInside);
});

test("no number is never near enough, nor is a list of another length", () => {
  const limits: Limit[] = [
    ...[within.abs(1e9), within.rel(1e9), within.factor(1e9), within.range(-1e9, 1e9)],
    ...(["at most", "below", "at least"] as const).map((kind) => ({ kind })),
  ];
  for (const limit of limits) {
    expect(compare("quantity", 1, Number.NaN, limit).isInside).toBe(false);
    expect(compare("quantity", [1, 1], [1], limit).isInside).toBe(false);
  }
});

test("a case passes with the number it asks for and every one it gives", () => {
  const { verdict, got, isDocumented } = judge("A-AN-03");
  expect(verdict).toBe("pass");
  expect(isDocumented).toBe(false);
  expect(got.map(({ quantity }) => quantity)).toEqual(["slit in rigid skin, mm", "entry angle, °"]);
  expect(got[0]?.got[0]).toBeCloseTo(0.23645, 5);
});

test("numbers of the input are computed with, not looked up", () => {
  const input = { drumRadius_mm: 5, needleLength_mm: [5] };
  const result = judge("A-AN-01", { input, expected: { entryAngle_deg: [60] } });
  expect(result.verdict).toBe("pass");
  expect(result.got[0]?.got[0]).toBeCloseTo(60, 10);
});

test("an expectation that is not met is a miss without an explanation", () => {
  fc.assert(
    fc.property(fc.double({ min: 18, max: 1e6, noNaN: true }), (density) => {
      const result = judge("A-PU-01", { expected: { density_per_cm2: density } });
      expect(result).toMatchObject({ verdict: "miss", isDocumented: false });
    }),
    { numRuns: 20 },
  );
});

test("C-AN-10 and C-PU-06 are misses with a reason; with another expectation they are unexplained", () => {
  expect(judge("C-AN-10")).toMatchObject({ verdict: "miss", isDocumented: true });
  expect(judge("C-AN-10").note).toContain("Smythe 1962");
  expect(judge("C-PU-06")).toMatchObject({ verdict: "miss", isDocumented: true });
  expect(judge("C-AN-10", { expected: { ratio_to_shapeFactor: 0.5 } })).toMatchObject({
    verdict: "miss",
    isDocumented: false,
    note: "Not explained.",
  });
});

test("E-PU-06: read per cm² it is a miss, per square inch it is met", () => {
  const { verdict, isDocumented, got } = judge("E-PU-06");
  expect({ verdict, isDocumented }).toEqual({ verdict: "miss", isDocumented: true });
  expect(got.map(({ isInside }) => isInside)).toEqual([false, true, true]);
  expect(got[0]?.got).toEqual(got[1]?.got);
});

test.each<[string, string, Partial<ValidationCase>, string]>([
  ["an unknown id", "A-AN-01", { id: "Z-1" }, "No computation has this id."],
  [
    "another experiment",
    "A-PU-01",
    { input: { device: "a stamp", passes: 1 } },
    "input.device describes another experiment than the one that is computed.",
  ],
  ["a text for a number", "B-AN-01", { expected: { depth_mm: "deep" } }, "expected.depth_mm"],
  ["a missing tolerance", "B-AN-01", { tolerance: {} }, "tolerance.abs"],
  [
    "an impossible needle",
    "B-AN-01",
    { input: { ...builtIn("B-AN-01").input, needleLength_mm: [-1] } },
    "needleLengthMm",
  ],
  [
    "more rolls than anyone rolls",
    "A-AN-06",
    { input: { ...builtIn("A-AN-06").input, rolls: 1e9 } },
    "input.rolls",
  ],
])("%s cannot be mapped, and the reason is named", (_, id, changes, reason) => {
  const { verdict, got, note } = judge(id, changes);
  expect(verdict).toBe("cannot-map");
  expect(got).toEqual([]);
  expect(note).toContain(reason);
});

test("a list of cases with one id twice is refused", () => {
  const twice = [builtIn("A-AN-01"), builtIn("A-AN-01")];
  expect(validationCasesSchema.safeParse(twice).success).toBe(false);
  expect(validationCasesSchema.safeParse([]).success).toBe(false);
});

test("trials that nothing was fitted to: one is met, and Berger, Kumar and the 4-weekly trial are missed", () => {
  const trials = compareOtherTrials();
  expect(trials.map(({ comparison }) => comparison.kind)).toEqual([
    "reproduced",
    "missed",
    "missed",
    "missed",
  ]);
  const [olsen, berger, kumar, fourWeekly] = trials.map(({ publishedPerCm2 }) => publishedPerCm2);
  expect(olsen).toBeCloseTo(20.9 - 4.7, 9);
  expect(berger).toBeCloseTo(12.3 + 0.58, 9);
  expect(kumar).toBeCloseTo((12.52 - 1.89) / 6.4516, 9);
  expect(fourWeekly).toBeCloseTo(95.6 - 52.4, 9);
});
