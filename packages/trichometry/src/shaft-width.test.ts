import fc from "fast-check";
import { expect, test } from "vitest";
import { blurredWidth, unblurredWidth } from "./blurred-width.ts";
import { normalShare } from "./normal.ts";
import { measureProfile, settleWidth } from "./shaft-width.ts";

/** A bar seen through a Gaussian, sampled every half pixel. */
function profileOf(widthPx: number, sigmaPx: number) {
  const side = Math.ceil(2 * (widthPx / 2 + 7));
  const darkness = Float64Array.from({ length: 2 * side + 1 }, (_, i) => {
    const x = (i - side) / 2;
    return (
      0.8 * (normalShare((x + widthPx / 2) / sigmaPx) - normalShare((x - widthPx / 2) / sigmaPx))
    );
  });
  return { darkness, stepPx: 0.5, clearShare: { left: 1, right: 1 } };
}

test("a wide bar keeps its width through a blur, a thin one does not and gets it back", () => {
  expect(blurredWidth(20, 1)).toBeCloseTo(20, 3);
  expect(blurredWidth(1, 2)).toBeGreaterThan(4.7);
  fc.assert(
    fc.property(fc.double({ min: 1, max: 30, noNaN: true }), (width) => {
      expect(unblurredWidth(blurredWidth(width, 1.5), 1.5)).toBeCloseTo(width, 2);
    }),
    { numRuns: 50 },
  );
});

test.each([
  [24, 1.2],
  [6, 1.2],
  [5, 2],
])(
  "a shaft of %d px behind a blur of %d px is measured to a third of a pixel",
  (widthPx, sigmaPx) => {
    const seen = measureProfile(profileOf(widthPx, sigmaPx));
    const width = settleWidth(seen ? [seen] : [], sigmaPx);
    expect(Math.abs((width?.widthPx ?? 0) - widthPx)).toBeLessThan(0.34);
  },
);

test("the edge of a wide shaft tells the blur", () => {
  expect((measureProfile(profileOf(24, 1.5))?.edgePx ?? 0) / 1.349).toBeCloseTo(1.5, 1);
});
