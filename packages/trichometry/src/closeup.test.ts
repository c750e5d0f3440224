import { expect, test } from "vitest";
import { type CloseUpMeasurement, measureCloseUp, measureCloseUpInSteps } from "./closeup.ts";
import type { PixelImage } from "./image.ts";
import { type DrawnHair, drawCloseup } from "./testing/draw-closeup.ts";

const width = 420;
const height = 340;
const umPerPx = 4;

const three: readonly DrawnHair[] = [
  { from: [60, 60], to: [150, 200], widthPx: 17 },
  { from: [250, 50], to: [200, 260], widthPx: 15 },
  { from: [300, 120], to: [370, 250], widthPx: 6, opacity: 0.7 },
];

function measure(image: PixelImage, options = {}): CloseUpMeasurement {
  const answer = measureCloseUp(image, { umPerPx, ...options });
  if (answer.kind === "refused") throw new Error(answer.refusal.says);
  return answer;
}

const widthsOf = ({ hairs }: CloseUpMeasurement) =>
  hairs.map(({ widthUm }) => widthUm ?? Number.NaN).toSorted((a, b) => a - b);

test("three drawn hairs are found with their widths, classes and density", () => {
  const answer = measure(drawCloseup({ width, height, hairs: three }));

  expect(answer.count).toBe(3);
  const [thin, middle, thick] = widthsOf(answer);
  expect(Math.abs((thin ?? 0) - 24)).toBeLessThan(4);
  expect(Math.abs((middle ?? 0) - 60)).toBeLessThan(3);
  expect(Math.abs((thick ?? 0) - 68)).toBeLessThan(3);
  expect(answer.hairs.filter((hair) => hair.class === "terminal")).toHaveLength(2);
  expect(answer.density?.total).toBeCloseTo(3 / ((width * height * 16) / 1e8), 6);
});

test("bare skin has no hair and says so", () => {
  const answer = measure(drawCloseup({ width, height, hairs: [] }));
  expect(answer.count).toBe(0);
  expect(answer.warnings.map(({ code }) => code)).toContain("no-hair");
});

test("one hair more counts exactly one more", () => {
  const more = [...three, { from: [60, 300], to: [180, 270], widthPx: 16 }] as const;
  const before = measure(drawCloseup({ width, height, hairs: three })).count;
  expect(measure(drawCloseup({ width, height, hairs: more })).count).toBe(before + 1);
});

test.each([20, 45, 90])("two hairs that cross at %i° are two, each with its width", (degrees) => {
  const angle = (degrees * Math.PI) / 180;
  const reach = [110 * Math.cos(angle), 110 * Math.sin(angle)] as const;
  const hairs: DrawnHair[] = [
    { from: [100, 170], to: [320, 170], widthPx: 15 },
    { from: [210 - reach[0], 170 - reach[1]], to: [210 + reach[0], 170 + reach[1]], widthPx: 15 },
  ];
  const answer = measure(drawCloseup({ width, height, hairs }));
  expect(answer.hairs).toHaveLength(2);
  for (const widthUm of widthsOf(answer)) expect(Math.abs(widthUm - 60)).toBeLessThan(3.5);
});

test("two hairs side by side that part are two", () => {
  const hairs: DrawnHair[] = [
    { from: [120, 100], to: [260, 180], widthPx: 17 },
    { from: [118, 112], to: [230, 230], widthPx: 17 },
  ];
  expect(measure(drawCloseup({ width, height, hairs })).hairs).toHaveLength(2);
});

test.each([
  ["darker", { gain: 0.7 }],
  ["brighter", { gain: 1.4 }],
  ["a softer curve", { gamma: 0.8 }],
  ["a harder curve", { gamma: 1.25 }],
])("the same hairs %s: same count, widths within 2 µm", (_, change) => {
  const plain = measure(drawCloseup({ width, height, hairs: three }));
  const changed = measure(drawCloseup({ width, height, hairs: three, ...change }));
  expect(changed.count).toBe(plain.count);
  widthsOf(plain).forEach((widthUm, i) => {
    expect(Math.abs((widthsOf(changed)[i] ?? 0) - widthUm)).toBeLessThan(2);
  });
});

function turned({ width, height, rgba }: PixelImage): PixelImage {
  const result = new Uint8Array(rgba.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      result.set(rgba.subarray(from, from + 4), 4 * (x * height + (height - 1 - y)));
    }
  }
  return { width: height, height: width, rgba: result };
}

function mirrored({ width, height, rgba }: PixelImage): PixelImage {
  const result = new Uint8Array(rgba.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      result.set(rgba.subarray(from, from + 4), 4 * (y * width + width - 1 - x));
    }
  }
  return { width, height, rgba: result };
}

test.each([
  ["turned by 90°", turned],
  ["mirrored", mirrored],
])("a photo %s has the same hairs, widths within 1 µm", (_, change) => {
  const image = drawCloseup({ width, height, hairs: three });
  const plain = measure(image);
  const changed = measure(change(image));
  expect(changed.count).toBe(plain.count);
  widthsOf(plain).forEach((widthUm, i) => {
    expect(Math.abs((widthsOf(changed)[i] ?? 0) - widthUm)).toBeLessThan(1);
  });
});

test("the same bytes give the same numbers, at once or in steps", () => {
  const image = drawCloseup({ width, height, hairs: three });
  const steps = measureCloseUpInSteps(image, { umPerPx });
  const shares: number[] = [];
  let step = steps.next();
  while (step.done !== true) {
    shares.push(step.value);
    step = steps.next();
  }
  expect(step.value).toEqual(measure(image));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(5);
});

test("without a scale there are ratios, never sizes or densities", () => {
  const answer = measure(drawCloseup({ width, height, hairs: three }), { umPerPx: undefined });
  expect(answer.density).toBeUndefined();
  expect(answer.thickness).toBeUndefined();
  expect(answer.vellusShare).toBeUndefined();
  expect(answer.hairs.every((hair) => hair.widthUm === undefined && hair.class === undefined)).toBe(
    true,
  );
  expect(answer.thicknessVariation).toBeGreaterThan(0);
  expect(answer.warnings.map(({ code }) => code)).toContain("no-scale");
});

test("classes add up to the total and the interval holds the point", () => {
  const { density, interval90, hairs } = measure(drawCloseup({ width, height, hairs: three }));
  const { total = 0, vellus = 0, intermediate = 0, terminal = 0 } = density ?? {};
  expect(vellus + intermediate + terminal).toBeCloseTo(total, 9);
  expect(interval90?.[0]).toBeLessThanOrEqual(total);
  expect(interval90?.[1]).toBeGreaterThanOrEqual(total);
  for (const { root } of hairs) {
    expect(root.x >= 0 && root.y >= 0 && root.x < width && root.y < height).toBe(true);
  }
});

test("only hairs rooted in the region count", () => {
  const roi = [
    { x: 0, y: 0 },
    { x: 170, y: 0 },
    { x: 170, y: 339 },
    { x: 0, y: 339 },
  ];
  const answer = measure(drawCloseup({ width, height, hairs: three }), { roi });
  expect(answer.count).toBe(1);
  expect(answer.areaCm2).toBeCloseTo((170 * 339 * 16) / 1e8, 9);
});

test("above 6 µm a pixel thin hairs are not shared out, above 8 µm nothing is counted", () => {
  const image = drawCloseup({ width, height, hairs: three });
  const coarse = measureCloseUp(image, { umPerPx: 7 });
  expect(coarse.kind === "measured" && coarse.vellusShare).toBe(undefined);
  expect(measureCloseUp(image, { umPerPx: 8.1 })).toMatchObject({
    kind: "refused",
    refusal: { code: "too-coarse" },
  });
});

test.each([
  ["of one pixel", 1, 1, "too-small"],
  ["all black", 200, 200, "too-dark"],
])("a photo %s is refused with what to do", (_, side, otherSide, code) => {
  const black = new Uint8Array(4 * side * otherSide);
  const answer = measureCloseUp({ width: side, height: otherSide, rgba: black }, { umPerPx });
  expect(answer).toMatchObject({ kind: "refused", refusal: { code } });
});

test("pixels that do not fit the size are a programmer's error", () => {
  const image = { width: 10, height: 10, rgba: new Uint8Array(7) };
  expect(() => measureCloseUp(image, { umPerPx })).toThrow(RangeError);
});
