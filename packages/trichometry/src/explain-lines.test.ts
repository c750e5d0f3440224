import { describe, expect, test } from "vitest";
import { barShare, createProfile } from "./bar-profile.ts";
import type { Chain } from "./chain.ts";
import { explainLines } from "./explain-lines.ts";
import { depthOf, type ExplainOrder, growShaft } from "./grow-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { createLightModel, layShaft } from "./light-model.ts";
import { createPlane, type Plane } from "./plane.ts";
import type { Shaft } from "./shaft.ts";
import { cutAtSwerves, smoothLine } from "./smooth-line.ts";

const width = 260;
const height = 120;
const profile = createProfile(1.25);
const mostDepth = 0.92;
const depth = 0.85;

const order: ExplainOrder = { singleWidthPx: 14, umPerPx: 5, describe: draftOf };

function line(fromX: number, fromY: number, toX: number, toY: number): Chain {
  const count = Math.round(Math.hypot(toX - fromX, toY - fromY) / 2);
  const share = (i: number) => i / count;
  return {
    x: Array.from({ length: count + 1 }, (_, i) => fromX + (toX - fromX) * share(i)),
    y: Array.from({ length: count + 1 }, (_, i) => fromY + (toY - fromY) * share(i)),
  };
}

const hair = (chain: Chain, halfWidthPx = 7): Shaft => ({ chain, halfWidthPx, depth });

function draftOf(chain: Chain, widthPx = 14, widestPx = widthPx): HairDraft {
  return {
    ...{ chain, widthPx, widestPx, narrowestPx: widthPx, contrast: 1 - Math.sqrt(1 - depth) },
    ...{ score: 1, source: "bank", edgeSharpness: 0.3, sideUnevenness: 0 },
  };
}

/** Brightness relative to skin under the given hairs. */
function draw(shafts: readonly Shaft[]): Plane {
  const bare = createPlane(width, height);
  bare.values.fill(1);
  const model = createLightModel(bare, profile, mostDepth);
  for (const shaft of shafts) layShaft(model, shaft, 1);
  const values = model.explained.values.map((sum) => Math.sqrt(1 - Math.min(mostDepth, sum)));
  return { width, height, values };
}

const modelOf = (shafts: readonly Shaft[]) => createLightModel(draw(shafts), profile, mostDepth);

/** Ends from left to right, then from top to bottom. */
function endsOf({ chain: { x, y } }: Shaft): readonly (readonly [number, number])[] {
  const last = x.length - 1;
  const ends = [[x[0] ?? 0, y[0] ?? 0] as const, [x[last] ?? 0, y[last] ?? 0] as const];
  return ends.toSorted((a, b) => a[0] - b[0]);
}

function expectLine(shaft: Shaft | undefined, chain: Chain, withinPx: number): void {
  if (!shaft) throw new Error("no shaft");
  for (const [i, [x, y]] of endsOf({ ...shaft, chain }).entries()) {
    const [atX = Number.NaN, atY = Number.NaN] = endsOf(shaft)[i] ?? [];
    expect(Math.hypot(atX - x, atY - y)).toBeLessThan(withinPx);
  }
}

test("p(d) = Φ((h − d)/σ) − Φ((−h − d)/σ): one half at the edge of a wide bar, 1 in its middle", () => {
  expect(barShare(profile, 0, 7)).toBeCloseTo(1, 5);
  expect(barShare(profile, 7, 7)).toBeCloseTo(0.5, 5);
  expect(barShare(profile, 7 + profile.sigmaPx, 7)).toBeCloseTo(0.1587, 3);
});

test("a shaft that is taken away leaves nothing behind", () => {
  const model = modelOf([]);
  const shaft = hair(line(30, 40, 200, 70));
  layShaft(model, shaft, 1);
  expect(Math.max(...model.explained.values)).toBeCloseTo(depth, 3);
  layShaft(model, shaft, -1);
  expect(Math.max(...model.explained.values.map(Math.abs))).toBeLessThan(1e-6);
});

describe("a hair is followed from a piece of its line", () => {
  test("to both its ends, with its width and depth, from a piece that lies aside", () => {
    const truth = line(30, 60, 230, 60);
    const grown = growShaft(modelOf([hair(truth)]), hair(line(100, 62, 150, 61), 5), order);
    expectLine(grown?.shaft, truth, 3);
    expect(Math.abs((grown?.shaft.halfWidthPx ?? 0) - 7)).toBeLessThan(0.3);
    expect(Math.abs((grown?.shaft.depth ?? 0) - depth)).toBeLessThan(0.03);
  });

  test("under a hair that crosses it", () => {
    const truth = line(30, 60, 230, 60);
    const crossing = hair(line(150, 5, 170, 115));
    const model = modelOf([hair(truth), crossing]);
    layShaft(model, crossing, 1);
    expectLine(growShaft(model, hair(line(40, 60, 120, 60)), order)?.shaft, truth, 3);
  });

  test("not over bare skin into the next hair", () => {
    const truth = line(30, 60, 120, 60);
    const model = modelOf([hair(truth), hair(line(132, 60, 230, 60))]);
    expectLine(growShaft(model, hair(line(40, 60, 100, 60)), order)?.shaft, truth, 3);
  });

  test("and is none where another hair explains all of it", () => {
    const shaft = hair(line(30, 60, 230, 60));
    const model = modelOf([shaft]);
    layShaft(model, shaft, 1);
    expect(growShaft(model, shaft, order)).toBeUndefined();
  });
});

describe("the hairs of a wide line", () => {
  test("are two where siblings part, each with its own width", () => {
    const siblings = [line(30, 60, 230, 35), line(30, 62, 230, 85)];
    const model = modelOf(siblings.map((chain) => hair(chain)));
    const found = explainLines(model, [draftOf(line(30, 61, 230, 60), 20, 60)], order);
    expect(found).toHaveLength(2);
    for (const { shaft } of found) expect(Math.abs(shaft.halfWidthPx - 7)).toBeLessThan(1);
  });

  test("are one where the hair is only thick", () => {
    const model = modelOf([hair(line(30, 60, 230, 60), 10)]);
    const found = explainLines(model, [draftOf(line(30, 60, 230, 60), 20, 20)], order);
    expect(found).toHaveLength(1);
    expect(Math.abs((found[0]?.shaft.halfWidthPx ?? 0) - 10)).toBeLessThan(0.5);
  });
});

test("a line that changes from one hair to another at a crossing becomes the two hairs", () => {
  const hairs = [line(30, 40, 230, 80), line(30, 80, 230, 40)];
  const swerving = {
    x: [...line(30, 40, 128, 60).x, ...line(130, 60, 230, 40).x],
    y: [...line(30, 40, 128, 60).y, ...line(130, 60, 230, 40).y],
  };
  const found = explainLines(
    modelOf(hairs.map((chain) => hair(chain))),
    [draftOf(swerving)],
    order,
  );
  expect(found).toHaveLength(2);
  const rising = found.map(({ shaft }) => {
    const [[, left] = [0, 0], [, right] = [0, 0]] = endsOf(shaft);
    return right - left;
  });
  expect(rising.toSorted((a, b) => a - b).map((rise) => Math.round(rise / 10))).toEqual([-4, 4]);
});

test("a line is cut where it turns sharply, and a parabola is left as it is", () => {
  const corner = {
    x: [...line(0, 0, 100, 0).x, ...line(102, 1, 190, 40).x],
    y: [...line(0, 0, 100, 0).y, ...line(102, 1, 190, 40).y],
  };
  expect(cutAtSwerves(corner, 30, 0.25)).toHaveLength(2);
  expect(cutAtSwerves(line(0, 0, 190, 40), 30, 0.25)).toHaveLength(1);
  const bow = { x: line(0, 0, 100, 0).x, y: line(0, 0, 100, 0).x.map((x) => 0.003 * x * x) };
  const smooth = smoothLine(bow, 2);
  expect(Math.max(...smooth.y.map((y, i) => Math.abs(y - (bow.y[i] ?? 0))))).toBeLessThan(1e-9);
});

test("depth = 1 − (1 − contrast)²: the eye's measure turned back into light", () => {
  expect(depthOf(0)).toBe(0);
  expect(depthOf(0.5)).toBeCloseTo(0.75, 12);
});
