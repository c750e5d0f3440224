import { expect, test } from "vitest";
import { measureCoverage } from "./coverage.ts";
import { identityHomography } from "./homography.ts";
import type { PixelImage } from "./image.ts";
import { measurePartWidth } from "./part-width.ts";
import { applyLight, matchLight } from "./photometric-match.ts";

const size = 300;

/** Stripes of hair, `cover` of each eight pixels, with a bare part down the middle and light that falls to one side. */
function drawScalp(cover: number, partPx: number, gamma = 1): PixelImage {
  const rgba = new Uint8ClampedArray(4 * size * size).fill(255);
  for (let y = 0, at = 0; y < size; y++) {
    for (let x = 0; x < size; x++, at++) {
      const isHair = Math.abs(x - 150) > partPx / 2 && (x + y) % 8 < 8 * cover;
      const light = (isHair ? 0.04 : 0.45) * (1.15 - (0.3 * x) / size);
      const level = (share: number) => 255 * Math.min(1, share) ** (gamma / 2.2);
      const grain = ((x * 7 + y * 13) % 5) - 2;
      rgba.set(
        [
          level(light) + grain,
          level(light * (isHair ? 0.9 : 0.62)) + grain,
          level(light * (isHair ? 0.85 : 0.5)) + grain,
        ],
        4 * at,
      );
    }
  }
  return { width: size, height: size, rgba };
}

const region = [
  { x: 10, y: 10 },
  { x: 290, y: 10 },
  { x: 290, y: 290 },
  { x: 10, y: 290 },
];

test.each([
  { cover: 0.25, gamma: 1 },
  { cover: 0.5, gamma: 1 },
  { cover: 0.75, gamma: 0.8 },
  { cover: 0.875, gamma: 1.2 },
])("a cover of $cover is measured to 4 points at a gamma of $gamma", ({ cover, gamma }) => {
  const answer = measureCoverage({ image: drawScalp(cover, 0, gamma), region, hairTone: "dark" });
  if (answer.kind !== "measured") throw new Error(answer.message);
  expect(Math.abs(answer.coverageFraction - cover)).toBeLessThan(0.04);
});

test("the part's width is measured to 5 %", () => {
  const answer = measureCoverage({ image: drawScalp(0.875, 40), region, hairTone: "dark" });
  if (answer.kind !== "measured") throw new Error(answer.message);
  const line = [30, 100, 200, 270].map((y) => ({ x: 150, y }));
  const width = measurePartWidth({ hair: answer.hair.plane, line, mmPerPx: 0.2, headWidthPx: 280 });
  if (width.kind !== "measured") throw new Error(width.message);
  expect(Math.abs(width.medianPx / 41 - 1)).toBeLessThan(0.05);
  expect(width.medianMm).toBeCloseTo(0.2 * width.medianPx, 9);
});

test("one colour alone gives no coverage, and no part", () => {
  const grey = {
    width: size,
    height: size,
    rgba: new Uint8ClampedArray(4 * size * size).fill(140),
  };
  expect(measureCoverage({ image: grey, region, hairTone: "dark" }).kind).toBe("not-measured");
  const bare = { width: size, height: size, values: new Float32Array(size * size) };
  expect(
    measurePartWidth({
      hair: bare,
      line: [
        { x: 150, y: 10 },
        { x: 150, y: 290 },
      ],
    }).kind,
  ).toBe("not-measured");
});

test("skin under another lamp is brought back to the first photo's colour", () => {
  const first = drawScalp(0.3, 0);
  const second = {
    ...first,
    rgba: first.rgba.map((level, at) =>
      at % 4 === 3 ? 255 : 255 * (level / 255) ** 1.2 * (at % 4 === 0 ? 0.95 : 0.8),
    ),
  };
  const skinMask = Uint8Array.from({ length: size * size }, (_, at) =>
    ((at % size) + Math.floor(at / size)) % 8 > 4 ? 1 : 0,
  );
  const match = matchLight({ first, second, homography: identityHomography, skinMask });
  if (!match) throw new Error("no match");
  const { rgba } = applyLight(second, match);
  for (const at of [0, 1, 2]) {
    const pixel = 4 * (150 * size + 157) + at;
    expect(Math.abs((rgba[pixel] ?? 0) - (first.rgba[pixel] ?? 0))).toBeLessThan(6);
  }
});
