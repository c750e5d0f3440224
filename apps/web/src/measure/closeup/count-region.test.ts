import { windowCard } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { regionOf } from "./count-region.ts";

const pxPerMm = 40;

/** The card from straight above on skin: white with its four squares, the opening dark skin. */
function cardPhoto({ widthMm, heightMm }: { widthMm: number; heightMm: number }) {
  const [width, height] = [widthMm * pxPerMm, heightMm * pxPerMm];
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at++) {
    const xMm = ((at % width) + 0.5) / pxPerMm - widthMm / 2;
    const yMm = (Math.floor(at / width) + 0.5) / pxPerMm - heightMm / 2;
    rgba.fill(greyAt(xMm, yMm), 4 * at, 4 * at + 3);
  }
  return { width, height, rgba };
}

function greyAt(xMm: number, yMm: number): number {
  const halfMm = windowCard.openingSideMm / 2;
  if (Math.abs(xMm) < halfMm && Math.abs(yMm) < halfMm) return 180;
  const cellMm = windowCard.fiducialSideMm / windowCard.fiducialCells;
  for (const { centreMm, code } of windowCard.fiducials) {
    const column = Math.floor((xMm - centreMm.xMm + windowCard.fiducialSideMm / 2) / cellMm);
    const row = Math.floor((yMm - centreMm.yMm + windowCard.fiducialSideMm / 2) / cellMm);
    const last = windowCard.fiducialCells - 1;
    if (column < 0 || row < 0 || column > last || row > last) continue;
    const isRim = column === 0 || row === 0 || column === last || row === last;
    return isRim || code[row - 1]?.[column - 1] === "1" ? 25 : 250;
  }
  return 250;
}

test("the square centimetre in the card's opening is counted at the card's scale", () => {
  const region = regionOf(cardPhoto({ widthMm: 26, heightMm: 18 }), { kind: "card" });
  if ("kind" in region) throw new Error(JSON.stringify(region));
  const { image, options, part } = region;
  expect(Math.abs((options.umPerPx ?? 0) / 25 - 1)).toBeLessThan(0.01);
  expect(part.scale).toMatchObject({ source: "window-card" });
  // The opening is 480 pixels wide and begins 7 mm from the left and 3 mm from the top.
  expect(Math.abs(image.width - 480)).toBeLessThan(6);
  expect(Math.abs(part.offset.x - 280) + Math.abs(part.offset.y - 120)).toBeLessThan(6);
  const sides = options.roi?.map(({ x, y }) => [Math.round(x / 40), Math.round(y / 40)]);
  expect(sides).toEqual([
    [1, 1],
    [11, 1],
    [11, 11],
    [1, 11],
  ]);
});

test("a photo without a card says what to do", () => {
  const bare = { width: 100, height: 100, rgba: new Uint8ClampedArray(40_000).fill(190) };
  expect(regionOf(bare, { kind: "card" })).toMatchObject({
    kind: "refused",
    refusal: { code: "no-card" },
  });
});

test("a card whose opening leaves the picture is refused", () => {
  const region = regionOf(cardPhoto({ widthMm: 26, heightMm: 11.5 }), { kind: "card" });
  expect(region).toMatchObject({ kind: "refused", refusal: { code: "card-cut" } });
});

test("a typed scale counts the whole photo, an unknown one gives no size", () => {
  const bare = { width: 100, height: 100, rgba: new Uint8ClampedArray(40_000).fill(190) };
  expect(regionOf(bare, { kind: "typed", umPerPx: 3.2 })).toMatchObject({
    options: { umPerPx: 3.2, scaleSdFraction: 0.02 },
    part: { scale: { source: "typed", umPerPx: 3.2 }, offset: { x: 0, y: 0 } },
  });
  expect(regionOf(bare, { kind: "none" })).toMatchObject({
    options: {},
    part: { scale: { source: "none" } },
  });
});

test("a card in a photo whose scale is typed or unknown is not counted as hairs", () => {
  const photo = cardPhoto({ widthMm: 26, heightMm: 18 });
  for (const wish of [{ kind: "none" }, { kind: "typed", umPerPx: 25 }] as const) {
    expect(regionOf(photo, wish)).toMatchObject({
      kind: "refused",
      refusal: { code: "card-unused", nextStep: expect.stringMatching(/^Choose /) },
    });
  }
});

/** Skin with dark ellipses, each by its middle and half its sides. */
function skinWith(patches: readonly (readonly [number, number, number, number])[]) {
  const side = 400;
  const rgba = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let at = 0; at < side * side; at++) {
    const isDark = patches.some(
      ([x, y, halfWidth, halfHeight]) =>
        (((at % side) - x) / halfWidth) ** 2 + ((Math.floor(at / side) - y) / halfHeight) ** 2 < 1,
    );
    rgba.fill(isDark ? 60 : 190, 4 * at, 4 * at + 3);
  }
  return { width: side, height: side, rgba };
}

test("two dark places over a third are counted with the warning that it may be a face", () => {
  const eyes = [
    [150, 160, 22, 14],
    [250, 160, 22, 14],
  ] as const;
  const codes = (patches: Parameters<typeof skinWith>[0]) => {
    const region = regionOf(skinWith(patches), { kind: "none" });
    if ("kind" in region) throw new Error(JSON.stringify(region));
    return region.part.warnings.map(({ code }) => code);
  };
  expect(codes([...eyes, [200, 270, 45, 12]])).toEqual(["may-be-face"]);
  expect(codes(eyes)).toEqual([]);
});
