import { expect, test } from "vitest";
import { longestPath } from "./longest-path.ts";
import { thinMask } from "./skeleton.ts";

function maskOf(rows: readonly string[]) {
  const width = rows[0]?.length ?? 0;
  return {
    width,
    height: rows.length,
    inside: Uint8Array.from(rows.join(""), (c) => (c === "#" ? 1 : 0)),
  };
}

test("a bar thins to its middle line", () => {
  const thin = thinMask(maskOf(["........", ".######.", ".######.", ".######.", "........"]));
  const left = [...thin.inside.keys()].filter((i) => thin.inside[i] === 1);
  expect(left.every((i) => Math.floor(i / 8) === 2)).toBe(true);
  expect(left.length).toBeGreaterThanOrEqual(3);
});

test("a ring stays a ring: what is connected stays so, and its hole is not filled", () => {
  const thin = thinMask(maskOf(["#####", "#####", "##.##", "#####", "#####"]));
  expect(thin.inside[12]).toBe(0);
  expect(thin.inside.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(4);
});

test("the longest path of a T runs along its bar", () => {
  const path = longestPath(maskOf(["#########", "....#....", "....#...."]));
  expect(path.x.length).toBe(9);
  expect(new Set(path.y)).toEqual(new Set([0]));
});

test("a single pixel stays, nothing gives nothing, and a full picture of any size keeps something", () => {
  const count = (width: number, height: number, value: number) => {
    const inside = new Uint8Array(width * height).fill(value);
    return thinMask({ width, height, inside }).inside.reduce((sum, one) => sum + one, 0);
  };
  expect(count(1, 1, 1)).toBe(1);
  expect(count(5, 7, 0)).toBe(0);
  for (const side of [1, 3, 9]) expect(count(side, 13, 1)).toBeGreaterThan(0);
});
