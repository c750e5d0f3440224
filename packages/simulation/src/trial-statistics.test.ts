import { expect, test } from "vitest";
import { compareArms, meanOf, noPatients, studentQuantile975 } from "./trial-statistics.ts";

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
});

test.each([
  [4, 2.776445],
  [9, 2.262157],
  [29, 2.04523],
  [98, 1.984467],
  [1e9, 1.959964],
])("Student's law with %d degrees of freedom, as in tables", (degrees, table) => {
  expect(Math.abs(studentQuantile975(degrees) / table - 1)).toBeLessThan(4e-4);
});

test("too few degrees of freedom, and NaN, are refused", () => {
  expect(() => studentQuantile975(3)).toThrow("degrees must be 4 or more, got 3");
  expect(() => studentQuantile975(Number.NaN)).toThrow("got NaN");
});

test("mean, spread and interval of a worked sample", () => {
  const { n, mean, sd, se, interval95 } = meanOf(sumsOf([2, 4, 4, 4, 5, 5, 7, 9]));
  expect([n, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(2.13809, 5);
  expect(se).toBeCloseTo(0.755929, 6);
  // t(7) = 2.36462
  expect(interval95?.[0]).toBeCloseTo(5 - 2.36462 * 0.755929, 3);
  expect(interval95?.[1]).toBeCloseTo(5 + 2.36462 * 0.755929, 3);
});

test("what too few patients cannot say is left out", () => {
  expect(meanOf(noPatients)).toEqual({ n: 0 });
  expect(meanOf(sumsOf([3]))).toEqual({ n: 1, mean: 3 });
  expect(meanOf(sumsOf([3, 5]))).toEqual({ n: 2, mean: 4, sd: Math.SQRT2, se: 1 });
  expect(compareArms({ n: 0 }, meanOf(sumsOf([1, 2])), noPatients)).toEqual({});
});

test("two arms by Welch's rule, and the same people in both by their own differences", () => {
  const first = [1, 2, 3, 4, 5, 6];
  const other = [3, 4, 6, 6, 7, 10];
  const together = other.map((value, at) => value - (first[at] ?? 0));
  const { mean, se, interval95, samePatientsSe } = compareArms(
    meanOf(sumsOf(other)),
    meanOf(sumsOf(first)),
    sumsOf(together),
  );
  expect(mean).toBeCloseTo(2.5, 12);
  // Variances 3.5 and 6: se = √(9.5/6); 9.33 degrees of freedom, t = 2.2502.
  expect(se).toBeCloseTo(Math.sqrt(9.5 / 6), 9);
  expect(interval95?.[0]).toBeCloseTo(2.5 - 2.2502 * Math.sqrt(9.5 / 6), 2);
  expect(samePatientsSe).toBeCloseTo(Math.sqrt(0.7 / 6), 9);
});
