import { expect, test } from "vitest";
import { estimateEdgeBlur } from "./focus.ts";
import type { PixelImage } from "./image.ts";
import { measureLuminance } from "./luminance.ts";
import { checkPhoto } from "./quality-gate.ts";
import { smoothPlane } from "./smooth.ts";

const size = 700;

/** Dark hairs on skin; `soften` blurs them by so many pixels. */
function drawHairs(soften: number, gain = 1): PixelImage {
  const sharp = { width: size, height: size, values: new Float32Array(size * size).fill(0.4) };
  for (let hair = 0; hair < 120; hair++) {
    const [left, top] = [(hair * 127) % 660, (hair * 311) % 640];
    for (let way = 0; way < 40; way++) {
      const from = (top + way) * size + left + Math.floor(way / 2);
      sharp.values.fill(0.04, from, from + 14);
    }
  }
  const { values } = smoothPlane(sharp, soften);
  const rgba = new Uint8ClampedArray(4 * size * size).fill(255);
  for (const [at, light] of values.entries()) {
    rgba.fill(
      255 * Math.min(1, gain * light) ** (1 / 2.2) + ((at * 7) % 3) - 1,
      4 * at,
      4 * at + 3,
    );
  }
  return { width: size, height: size, rgba };
}

const failed = (report: ReturnType<typeof checkPhoto>) =>
  report.checks.filter(({ isPassed }) => !isPassed).map(({ id }) => id);

test("a sharp, well-lit close-up with a scale passes every check", () => {
  const report = checkPhoto({ kind: "close-up", image: drawHairs(0.7), umPerPx: 4 });
  expect(failed(report)).toEqual([]);
  expect(report.isPassed).toBe(true);
});

test.each([1, 1.5, 2])("a blur of %d px is told to 0.35 px", (blurPx) => {
  const blur = estimateEdgeBlur(measureLuminance(drawHairs(blurPx))) ?? 0;
  expect(Math.abs(blur - blurPx)).toBeLessThan(0.35);
});

test("each fault is named by its own check, with what to do", () => {
  expect(failed(checkPhoto({ kind: "close-up", image: drawHairs(4), umPerPx: 4 }))).toEqual([
    "focus-um",
  ]);
  expect(failed(checkPhoto({ kind: "close-up", image: drawHairs(0.7), umPerPx: 9 }))).toEqual([
    "resolution",
    "resolution-preferred",
  ]);
  expect(failed(checkPhoto({ kind: "close-up", image: drawHairs(0.7, 4), umPerPx: 4 }))).toContain(
    "exposure",
  );
  expect(
    failed(checkPhoto({ kind: "close-up", image: drawHairs(0.7), umPerPx: 4, hairMmPerMm2: 12 })),
  ).toEqual(["long-hair"]);
  const unscaled = checkPhoto({ kind: "close-up", image: drawHairs(0.7) });
  expect(failed(unscaled)).toEqual(["no-scale"]);
  expect(unscaled.isPassed).toBe(true);
  const side = checkPhoto({ kind: "global", image: drawHairs(0.7), baselineLightRatio: 2 });
  expect(side.checks.at(-1)).toMatchObject({
    id: "light-side",
    isPassed: false,
    action: expect.stringMatching(/^Stand /),
  });
});

test("black, white, a pixel and a blank wall stop with one clear answer each", () => {
  const flat = (side: number, level: number): PixelImage => ({
    width: side,
    height: side,
    rgba: new Uint8ClampedArray(4 * side * side).fill(level),
  });
  expect(failed(checkPhoto({ kind: "global", image: flat(700, 0) }))).toEqual(["black"]);
  expect(failed(checkPhoto({ kind: "close-up", image: flat(1, 0) }))).toEqual(["size"]);
  expect(failed(checkPhoto({ kind: "global", image: flat(700, 255) }))).toContain("glare");
  expect(failed(checkPhoto({ kind: "global", image: flat(700, 120) }))).toEqual(["no-edges"]);
});
