import fc from "fast-check";
import { expect, test } from "vitest";
import { coveredFraction } from "./covered-fraction.ts";
import { mapDistances, summariseDistances } from "./distance-map.ts";
import { runPunctureBenchmark } from "./puncture-benchmark.ts";
import { createRandom } from "./random.ts";

/** Squared distances by trying every hole for every pixel. */
function bruteForce(width: number, height: number, holes: readonly (readonly [number, number])[]) {
  return Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    return Math.min(...holes.map(([hx, hy]) => (x - hx) ** 2 + (y - hy) ** 2));
  });
}

function mapOf(width: number, height: number, holes: readonly (readonly [number, number])[]) {
  const values = Float64Array.from(holes.flatMap(([x, y]) => [x + 0.5, y + 0.5]));
  const frame = { widthMm: width, heightMm: height, pixelMm: 1 };
  return mapDistances({ values, stride: 2, count: holes.length }, frame);
}

test("every distance is that of the nearest hole, whatever the shape and however many holes", () => {
  const raster = fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        holes: fc.array(fc.tuple(fc.nat(width - 1), fc.nat(height - 1)), {
          minLength: 1,
          maxLength: 60,
        }),
      }),
    );
  fc.assert(
    fc.property(raster, ({ width, height, holes }) => {
      expect(Array.from(mapOf(width, height, holes).squaredPx)).toEqual(
        bruteForce(width, height, holes),
      );
    }),
    { numRuns: 400 },
  );
});

test("one hole in the corner of a long strip: squares up to the far end", () => {
  const { squaredPx } = mapOf(2, 300, [[1, 0]]);
  expect(squaredPx[2 * 299]).toBe(299 * 299 + 1);
  expect(squaredPx[2 * 299 + 1]).toBe(299 * 299);
});

test("the five numbers of a map that can be worked out by hand", () => {
  const values = Float64Array.of(0.05, 0.05);
  const frame = { widthMm: 1, heightMm: 0.1, pixelMm: 0.1 };
  const statistics = summariseDistances(mapDistances({ values, stride: 2, count: 1 }, frame));
  expect(statistics.meanMm).toBeCloseTo(0.45, 12);
  expect(statistics.largestMm).toBeCloseTo(0.9, 12);
  expect(statistics.p95Mm).toBeCloseTo(0.9, 12);
  expect(statistics.within025Fraction).toBeCloseTo(0.3, 12);
  // The hole is 0.05 mm from the edge: half a millimetre ends in the middle of the sixth pixel.
  expect(statistics.within05Fraction).toBeCloseTo(0.55, 12);
  expect(statistics.middlesWithin05Fraction).toBeCloseTo(0.5, 12);
});

test("pixels of 50 µm give the stamped share within half a percentage point; whole pixels miss it", () => {
  const random = createRandom(5);
  const count = 2000;
  const values = Float64Array.from({ length: 2 * count }, () => random.uniform() * 30);
  const points = { values, stride: 2, count };
  const whole = { left: 0, top: 0, right: 30, bottom: 30 };
  const stamped = coveredFraction(points, whole, 0.25);
  const frame = { widthMm: 30, heightMm: 30, pixelMm: 0.05 };
  const map = summariseDistances(mapDistances(points, frame));
  expect(Math.abs(map.within025Fraction - stamped)).toBeLessThan(0.005);
  expect(stamped - map.middlesWithin025Fraction).toBeGreaterThan(0.02);
});

test("a nearly empty map is counted in rounds, with the same answer", () => {
  const width = 300;
  const height = 280;
  const statistics = summariseDistances(mapOf(width, height, [[0, 0]]));
  const squares = bruteForce(width, height, [[0, 0]]).sort((a, b) => a - b);
  expect(statistics.largestMm).toBe(Math.sqrt(squares.at(-1) ?? 0));
  expect(statistics.p95Mm).toBe(Math.sqrt(squares[0.95 * squares.length - 1] ?? 0));
  const mean = squares.reduce((sum, square) => sum + Math.sqrt(square), 0) / squares.length;
  expect(statistics.meanMm).toBeCloseTo(mean, 9);
});

test("puncture-v1 at 50 mm gives the peers' four figures", () => {
  const { punctures, meanMm, within025, within05, p95Mm } = runPunctureBenchmark(50);
  expect(punctures).toBe(13660);
  expect(meanMm.toFixed(5)).toBe("0.21537");
  expect(within025.toFixed(5)).toBe("0.59916");
  expect(within05.toFixed(5)).toBe("0.98835");
  expect(p95Mm).toBe(0.4125);
});

test("puncture-v1 at 173.2 mm, the whole scalp, gives the peers' figures", () => {
  const { punctures, meanMm, within025 } = runPunctureBenchmark(173.2);
  expect(punctures).toBe(163675);
  expect(meanMm.toFixed(5)).toBe("0.20832");
  expect(within025.toFixed(5)).toBe("0.62303");
});

test("a map without holes, without size or too large is refused by name", () => {
  const points = { values: Float64Array.of(5, 5), stride: 2, count: 1 };
  const frame = { widthMm: 1, heightMm: 1, pixelMm: 0.1 };
  expect(() => mapDistances(points, frame)).toThrow(/points.*0 of 1/);
  expect(() => mapDistances(points, { ...frame, pixelMm: 0 })).toThrow(/pixelMm/);
  expect(() => mapDistances(points, { ...frame, widthMm: Number.NaN })).toThrow(/widthMm/);
  expect(() => mapDistances(points, { ...frame, heightMm: 1000 })).toThrow(/heightMm.*8192/);
  expect(() => runPunctureBenchmark(0)).toThrow(/sideMm/);
});
