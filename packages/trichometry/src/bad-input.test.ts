import { expect, test } from "vitest";
import { readCardScale } from "./card-scale.ts";
import { measureCloseUp } from "./closeup.ts";
import { looksLikeFace } from "./face-sign.ts";
import type { PixelImage } from "./image.ts";
import { checkPhoto } from "./quality-gate.ts";
import { cardLight, drawPage } from "./testing/draw-card.ts";
import { drawCloseup } from "./testing/draw-closeup.ts";
import { drawFace } from "./testing/draw-face.ts";

const view = { widthPx: 760, heightPx: 520, umPerPx: 32, blurPx: 0.7 };

function flat(width: number, height: number, level: number): PixelImage {
  return { width, height, rgba: new Uint8ClampedArray(4 * width * height).fill(level) };
}

const oneCard = () => drawPage(view, cardLight);
const twoCards = () =>
  drawPage({ ...view, umPerPx: 60 }, (xMm, yMm) => cardLight(xMm + (xMm < 0 ? 12.5 : -12.5), yMm));
const bareSkin = () => drawCloseup({ width: 420, height: 410, hairs: [] });
const hairs = () =>
  drawCloseup({
    width: 420,
    height: 410,
    hairs: Array.from({ length: 12 }, (_, at) => {
      const [x, y] = [50 + (at % 4) * 95, 50 + Math.floor(at / 4) * 105];
      return { from: [x, y], to: [x + 20 + 3 * (at % 5), y + 70], widthPx: 15 } as const;
    }),
  });

interface Row {
  readonly photo: string;
  readonly make: () => PixelImage;
  /** What the gate has against it. */
  readonly gate: readonly string[];
  /**
   * The refusal, or the doubts that go with the number, when everything in it is counted without a scale. A photo with a
   * card is never counted so.
   */
  readonly count?: string | readonly string[];
}

/** What a close-up without a good photo is answered: a refusal, or a number with its warning. */
const rows: readonly Row[] = [
  {
    photo: "a single pixel",
    make: () => flat(1, 1, 120),
    gate: ["size"],
    count: "too-small",
  },
  { photo: "all black", make: () => flat(420, 410, 0), gate: ["black"], count: "too-dark" },
  {
    photo: "a blank wall",
    make: () => flat(420, 410, 140),
    gate: ["no-edges", "no-card"],
    count: ["no-scale", "no-hair"],
  },
  {
    photo: "bare skin",
    make: bareSkin,
    gate: ["no-edges", "no-card"],
    count: ["no-scale", "no-hair"],
  },
  { photo: "hair without a card", make: hairs, gate: ["no-card"], count: ["no-scale"] },
  {
    photo: "two cards",
    make: twoCards,
    gate: ["two-cards"],
  },
  {
    photo: "a card over bare skin, from too far away",
    make: oneCard,
    gate: ["resolution", "resolution-preferred"],
  },
  {
    photo: "a face",
    make: () => drawFace({ skin: 0.6, size: 0.6 }),
    gate: ["face", "no-card"],
    count: ["no-scale"],
  },
];

test.each(rows)("$photo: the gate names it, and says what to do", ({ make, gate }) => {
  const image = make();
  const card = readCardScale(image, { printFactor: 1, isPrintChecked: false });
  const report = checkPhoto({ kind: "close-up", image, card });
  const failed = report.checks.filter(({ isPassed }) => !isPassed);
  expect(failed.map(({ id }) => id)).toEqual(expect.arrayContaining([...gate]));
  for (const { message, action } of failed) {
    expect(message).toMatch(/^[A-Z].{15,}\.$/);
    expect(action).toMatch(/^[A-Z].{15,}\.$/);
  }
});

const counted = rows.filter(({ count }) => count !== undefined);

test.each(counted)("$photo: no number without its warning", ({ make, count = [] }) => {
  const answer = measureCloseUp(make(), {});
  if (answer.kind === "refused") {
    expect(answer.refusal.code).toBe(count);
    expect(answer.refusal.nextStep).toMatch(/^[A-Z].{15,}\.$/);
    return;
  }
  const codes = answer.warnings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining([...count]));
  // Nothing with a size where nothing tells the size of a pixel.
  expect([answer.areaCm2, answer.density, answer.thickness]).toEqual(Array(3).fill(undefined));
});

test.each([0.35, 0.5, 0.65, 0.8])(
  "a face with skin of lightness %d is recognised, tilted too",
  (skin) => {
    for (const size of [0.6, 0.75]) {
      expect(looksLikeFace(drawFace({ skin, size }))).toBe(true);
      expect(looksLikeFace(drawFace({ skin, size, tiltRad: 0.15 }))).toBe(true);
    }
  },
);

test("bare scalp of any tone, clipped hair and a mole or two are no face", () => {
  for (const skin of [0.05, 0.15, 0.35, 0.6]) {
    expect(looksLikeFace(drawCloseup({ width: 420, height: 410, hairs: [], skin }))).toBe(false);
  }
  expect(looksLikeFace(hairs())).toBe(false);
  const moles = drawCloseup({
    width: 640,
    height: 480,
    hairs: [
      { from: [200, 200], to: [230, 200], widthPx: 30 },
      { from: [400, 210], to: [430, 210], widthPx: 30 },
    ],
  });
  expect(looksLikeFace(moles)).toBe(false);
});

test("from the front a face belongs into the picture, from above it does not", () => {
  const image = drawFace({ skin: 0.6, size: 0.6, sidePx: 640 });
  const ids = (isFaceExpected: boolean) =>
    checkPhoto({ kind: "global", image, isFaceExpected })
      .checks.filter(({ isPassed }) => !isPassed)
      .map(({ id }) => id);
  expect(ids(true)).not.toContain("face");
  expect(ids(false)).toContain("face");
});
