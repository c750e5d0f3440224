import fc from "fast-check";
import { expect, test } from "vitest";
import { transformDistance } from "./distance-transform.ts";

test("every distance is that of the nearest pixel outside, by trying them all", () => {
  const masks = fc
    .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        inside: fc.uint8Array({ minLength: width * height, maxLength: width * height, max: 1 }),
      }),
    );
  fc.assert(
    fc.property(masks, (mask) => {
      const distance = transformDistance(mask);
      const outside = [...mask.inside.keys()].filter((i) => mask.inside[i] === 0);
      for (const [i, value] of distance.entries()) {
        const x = i % mask.width;
        const y = Math.floor(i / mask.width);
        const nearest = Math.min(
          ...outside.map((o) => Math.hypot((o % mask.width) - x, Math.floor(o / mask.width) - y)),
        );
        if (nearest === Infinity) expect(value).toBe(Infinity);
        else expect(value).toBeCloseTo(nearest, 5);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["nothing inside is 0 everywhere", 0, 0],
  ["nothing outside is infinitely far everywhere", 1, Infinity],
])("%s, whatever the size", (_, value, expected) => {
  for (const [width, height] of [
    [0, 0],
    [1, 1],
    [1, 9],
    [7, 1],
    [13, 11],
  ] as const) {
    const inside = new Uint8Array(width * height).fill(value);
    expect(new Set(transformDistance({ width, height, inside }))).toEqual(
      new Set(inside.length > 0 ? [expected] : []),
    );
  }
});
