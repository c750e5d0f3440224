import { type CloseUpMeasurement, measureCloseUp } from "@stipple/trichometry";
import { expect, test } from "vitest";
import type { HairColour, SkinTone } from "./colours.ts";
import { type ExtraHair, makeScene } from "./scene.ts";

const umPerPx = 4;

const first: ExtraHair = {
  rootUm: [500, 500],
  headingRad: 0.7,
  lengthUm: 800,
  diameterUm: 70,
  opacity: 0.92,
};
const three: readonly ExtraHair[] = [
  first,
  { rootUm: [1500, 500], headingRad: 0.9, lengthUm: 700, diameterUm: 62, opacity: 0.9 },
  { rootUm: [500, 1300], headingRad: 0.5, lengthUm: 600, diameterUm: 75, opacity: 0.9 },
];

const people: readonly (readonly [HairColour, SkinTone])[] = [
  ["dark", "I"],
  ["dark", "VI"],
  ["light", "VI"],
];

function measure(
  hairColour: HairColour,
  tone: SkinTone,
  extraHairs: readonly ExtraHair[],
): CloseUpMeasurement {
  const { image } = makeScene({
    seed: 3,
    level: "L1",
    umPerPx,
    widthUm: 2400,
    heightUm: 2000,
    tone,
    hairColour,
    overrides: { densityPerCm2: 0 },
    extraHairs,
  });
  const answer = measureCloseUp(image, { umPerPx });
  if (answer.kind === "refused") throw new Error(answer.refusal.says);
  return answer;
}

test.each(people)("bare skin where hair is %s, tone %s, has no hair", (colour, tone) => {
  expect(measure(colour, tone, []).hairs).toHaveLength(0);
});

test.each(people)(
  "%s hair on skin %s is found with its tone, one more counts one more",
  (colour, tone) => {
    const before = measure(colour, tone, three);
    expect(before.quality.hairTone).toBe(colour);
    expect(before.count).toBe(3);
    expect(before.warnings.some(({ code }) => code === "light-hair")).toBe(colour === "light");
    const fourth: ExtraHair = { ...first, rootUm: [1500, 1350], headingRad: 0.4 };
    expect(measure(colour, tone, [...three, fourth]).count).toBe(4);
  },
);

test.each(people)(
  "two %s hairs that cross on skin %s are two, each with its width",
  (colour, tone) => {
    const crossing: readonly ExtraHair[] = [
      { rootUm: [700, 600], headingRad: 0.6, lengthUm: 1200, diameterUm: 70, opacity: 0.92 },
      { rootUm: [700, 1250], headingRad: -0.5, lengthUm: 1200, diameterUm: 64, opacity: 0.92 },
    ];
    const { hairs } = measure(colour, tone, crossing);
    const widths = hairs.map(({ widthUm = 0 }) => widthUm).toSorted((a, b) => a - b);
    expect(widths).toHaveLength(2);
    expect(Math.abs((widths[0] ?? 0) - 64)).toBeLessThan(4);
    expect(Math.abs((widths[1] ?? 0) - 70)).toBeLessThan(4);
  },
);

test("light hair on light skin is refused where lines may as well be skin, and counted on dark skin", () => {
  const field = { seed: 2, level: "L2", umPerPx: 5, widthUm: 4000, heightUm: 3000 } as const;
  const answerOn = (tone: SkinTone) => {
    const { image } = makeScene({ ...field, tone, hairColour: "light" });
    return measureCloseUp(image, { umPerPx: 5 });
  };
  expect(answerOn("II")).toMatchObject({
    kind: "refused",
    refusal: { code: "light-hair-unseen" },
  });
  expect(answerOn("VI").kind).toBe("measured");
});
