import { expect, test } from "vitest";
import { measureCoverage } from "./accuracy-coverage.ts";
import { type CrownOptions, makeCrown, makeCrownView } from "./crown.ts";
import { mapPoint } from "./homography.ts";

const options: CrownOptions = {
  seed: 5,
  tone: "II",
  hairColour: "dark",
  coverageFraction: 0.6,
  partWidthMm: 10,
};

const first = makeCrown(options);

test("a crown is covered as asked, beside its part", () => {
  const bare = makeCrown({ ...options, coverageFraction: 0.1, partWidthMm: 0 });
  expect(Math.abs(bare.coverageFraction - 0.1)).toBeLessThan(0.01);
  expect(first.coverageFraction).toBeLessThan(0.6);
  expect(first.coverageFraction).toBeGreaterThan(0.54);
});

test("the part is as wide as combed, to within its ragged edge", () => {
  const wide = makeCrown({ ...options, coverageFraction: 0.85, partWidthMm: 30 });
  for (const { partWidthPx, pxPerMm, combedMm } of [
    { ...first, combedMm: 10 },
    { ...wide, combedMm: 30 },
  ]) {
    expect(partWidthPx / pxPerMm).toBeGreaterThan(combedMm - 0.5);
    expect(partWidthPx / pxPerMm).toBeLessThan(1.1 * combedMm + 1.5);
  }
});

test("the same crown from elsewhere is the first one moved by the true homography", () => {
  const bent = makeCrownView(options, { hairMove: "moved", light: "same" });
  const combed = makeCrownView(options, { hairMove: "recombed", light: "same" });
  const alike = agreement(first.image, bent);
  expect(alike).toBeGreaterThan(0.3);
  expect(agreement(first.image, combed)).toBeLessThan(0.5 * alike);
});

test("a reader that knows coverage and part has no error, one that cannot tell is refused", () => {
  const blind = measureCoverage(() => undefined, [5]);
  expect(blind).toEqual({
    photoCount: 1,
    refusedCount: 1,
    meanAbsoluteError: undefined,
    bias: undefined,
  });
  const half = measureCoverage(() => 0.5, [5]);
  expect(half.meanAbsoluteError).toBeCloseTo(0.025, 2);
});

test("coverage that hair cannot have is refused", () => {
  expect(() => makeCrown({ ...options, coverageFraction: 1 })).toThrow("0 to 0.97, got 1");
});

/** Correlation of the green of the first photo with that of the second, in the middle of the head. */
function agreement(
  first: ReturnType<typeof makeCrown>["image"],
  { image, fromFirstPx }: ReturnType<typeof makeCrownView>,
): number {
  let [n, a, b, ab, aa, bb] = [0, 0, 0, 0, 0, 0];
  for (let y = 350; y < 850; y += 3) {
    for (let x = 350; x < 850; x += 3) {
      const [toX, toY] = mapPoint(fromFirstPx, [x, y]);
      const one = first.rgba[4 * (y * first.width + x) + 1] ?? 0;
      const other = image.rgba[4 * (Math.round(toY) * image.width + Math.round(toX)) + 1] ?? 0;
      n++;
      a += one;
      b += other;
      ab += one * other;
      aa += one * one;
      bb += other * other;
    }
  }
  return (n * ab - a * b) / Math.sqrt((n * aa - a * a) * (n * bb - b * b));
}
