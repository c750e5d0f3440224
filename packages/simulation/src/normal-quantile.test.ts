import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

/** Reference values from another implementation of the inverse normal distribution (Python's statistics module). */
test.each([
  [1e-12, -7.034483825301132],
  [1e-9, -5.9978070150076865],
  [1e-5, -4.2648907939228256],
  [0.01, -2.3263478740408408],
  [0.0750001, -1.4395307645017297],
  [0.3, -0.5244005127080407],
  [0.5, 0],
  [0.77, 0.7388468491852137],
  [0.999, 3.090232306167813],
  [0.975, 1.959963984540054],
])("the value that a share of %d lies below is %d", (probability, expected) => {
  expect(normalQuantile(probability)).toBeCloseTo(expected, 12);
});

test("a larger share never has a smaller value, and the two sides mirror each other", () => {
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(normalQuantile(low)).toBeLessThanOrEqual(normalQuantile(high));
      expect(normalQuantile(1 - a) + normalQuantile(a)).toBeCloseTo(0, 5);
    }),
  );
});

test.each([0, 1, -0.1, Number.NaN])("a share of %d is refused", (probability) => {
  expect(() => normalQuantile(probability)).toThrow(
    `probability must be above 0 and below 1, got ${probability}`,
  );
});
