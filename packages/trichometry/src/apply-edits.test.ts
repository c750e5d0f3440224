import { expect, test } from "vitest";
import { applyEdits, type HairEdit, type NamedHair, nextSteps } from "./apply-edits.ts";
import { summariseHairs } from "./closeup-summary.ts";
import { distanceToHair, drawHair, joinHairs, splitHair } from "./edit-hairs.ts";

const frame = { width: 1000, height: 500 };
const umPerPx = 4;

function hairAt(id: string, x: number, widthPx = 15): NamedHair {
  const polyline = [100, 200, 300].map((y) => ({ x, y }));
  return drawHair({ id, polyline, widthPx, widthSdPx: 0.5, umPerPx, frame });
}

const found = [hairAt("h1", 100), hairAt("h2", 300, 6), hairAt("h3", 500)];
const removal: HairEdit = { id: "e1", kind: "hair-removed", hairId: "h2" };
const addition: HairEdit = { id: "e2", kind: "hair-added", hair: hairAt("m1", 700) };
const undo = (id: string, editId: string): HairEdit => ({ id, kind: "undone", editId });
const idsAfter = (...edits: HairEdit[]) => applyEdits(found, edits, umPerPx).map(({ id }) => id);

test("hairs are removed and added in the order of the corrections", () => {
  expect(idsAfter(removal, addition)).toEqual(["h1", "h3", "m1"]);
});

test("taking a correction back restores the hair, and taking that back removes it again", () => {
  expect(idsAfter(removal, undo("e2", "e1"))).toEqual(["h1", "h2", "h3"]);
  expect(idsAfter(removal, undo("e2", "e1"), undo("e3", "e2"))).toEqual(["h1", "h3"]);
});

test("a correction of a hair whose own correction was taken back does nothing", () => {
  const late: HairEdit = { id: "e3", kind: "hair-removed", hairId: "m1" };
  expect(idsAfter(addition, late, undo("e4", "e2"))).toEqual(["h1", "h2", "h3"]);
  const join: HairEdit = {
    id: "e5",
    kind: "hairs-joined",
    hairIds: ["h1", "m1"],
    into: hairAt("m2", 600),
  };
  expect(idsAfter(addition, join)).toEqual(["h2", "h3", "m2"]);
  expect(idsAfter(addition, join, undo("e6", "e2"))).toEqual(["h1", "h2", "h3"]);
});

test("undo walks back, redo walks forth, and a new correction ends the way forth", () => {
  expect(nextSteps([])).toEqual({ undo: undefined, redo: undefined });
  expect(nextSteps([removal, addition])).toEqual({ undo: "e2", redo: undefined });
  const back = [removal, addition, undo("u1", "e2"), undo("u2", "e1")];
  expect(nextSteps(back)).toEqual({ undo: undefined, redo: "u2" });
  const forth = [...back, undo("u3", "u2")];
  expect(nextSteps(forth)).toEqual({ undo: "e1", redo: "u1" });
  expect(idsAfter(...forth)).toEqual(["h1", "h3"]);
  expect(nextSteps([...forth, undo("u4", "u1")])).toEqual({ undo: "e2", redo: undefined });
  const anew: HairEdit = { id: "e9", kind: "hair-removed", hairId: "h3" };
  expect(nextSteps([...forth, anew])).toEqual({ undo: "e9", redo: undefined });
});

test("the totals follow from the corrected hairs alone", () => {
  const order = { image: frame, umPerPx, areaPx2: frame.width * frame.height };
  const before = summariseHairs(found, order);
  const after = summariseHairs(applyEdits(found, [removal, addition], umPerPx), order);
  // 1000 × 500 pixels of 4 µm are 0.08 cm².
  expect(before.density).toMatchObject({ total: 37.5, terminal: 25, vellus: 12.5 });
  expect(after.density).toMatchObject({ total: 37.5, terminal: 37.5, vellus: 0 });
  expect(after.units.count).toBe(3);
});

test("a split hair is two whose lengths add up, at the place that was meant", () => {
  const [hair] = found;
  const parts = hair && splitHair(hair, { at: { x: 130, y: 160 }, ids: ["a", "b"], frame });
  expect(parts?.map(({ lengthUm }) => lengthUm)).toEqual([240, 560]);
  expect(parts?.[1].root).toEqual({ x: 100, y: 160 });
  expect(
    hair && splitHair(hair, { at: { x: 100, y: 90 }, ids: ["a", "b"], frame }),
  ).toBeUndefined();
});

test("pieces are joined end to end, whichever way they were drawn", () => {
  const [hair] = found;
  const parts = hair && splitHair(hair, { at: { x: 100, y: 240 }, ids: ["a", "b"], frame });
  if (!hair || !parts) throw new Error("no parts");
  const turned = { ...parts[1], polyline: parts[1].polyline.toReversed() };
  for (const [one, other] of [parts, parts.toReversed(), [parts[0], turned]] as const) {
    if (!one || !other) continue;
    const joined = joinHairs(one, other, { id: "j", frame });
    expect(joined.lengthUm).toBeCloseTo(hair.lengthUm ?? 0, 6);
    expect(joined).toMatchObject({ widthPx: 15, class: "terminal", root: { x: 100, y: 100 } });
  }
});

test("a hair drawn to the frame is cut by it, and counts half when its root is", () => {
  const order = { id: "m", widthPx: 10, widthSdPx: 1, umPerPx: undefined, frame };
  const line = (...ys: number[]) => ys.map((y) => ({ x: 50, y }));
  expect(drawHair({ ...order, polyline: line(2, 90) })).toMatchObject({
    borderCut: true,
    rootInside: 0.5,
  });
  expect(drawHair({ ...order, polyline: line(90, 2) })).toMatchObject({
    borderCut: true,
    rootInside: 1,
  });
  expect(() => drawHair({ ...order, polyline: line(90) })).toThrow("2 points");
});

test("the nearest hair is told by its line, not by its ends", () => {
  expect(distanceToHair(hairAt("h", 100), { x: 103, y: 250 })).toBe(3);
});
