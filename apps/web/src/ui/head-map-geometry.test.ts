import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { headDepth } from "./drawings/head-shape.ts";
import { mapCells } from "./head-map-geometry.ts";

const { sections } = calmPlan("home", { zones: ["whole-scalp"] });

test("the map has exactly the 24 sections of the whole scalp", () => {
  expect(mapCells.size).toBe(24);
  expect([...mapCells.keys()].toSorted()).toEqual(sections.map(({ id }) => id).toSorted());
});

test.each(sections)("$id lies on the side and in the zone its name says", ({ id, zone }) => {
  const cell = mapCells.get(id);
  expect(cell?.zone).toBe(zone);
  const isLeft = id.includes("left-temple") || /\/(far-)?left/.test(id);
  expect(cell && cell.centre.x < 200).toBe(isLeft);
});

test("front sections lie nearer to the nose than their back neighbours", () => {
  for (const { id } of sections.filter(({ id }) => /(^|[/-])front$/.test(id))) {
    const front = mapCells.get(id);
    const back = mapCells.get(id.replace(/front$/, "back"));
    expect([id, front && back && front.centre.y < back.centre.y]).toEqual([id, true]);
  }
});

test("every dot lies inside the head, and no two cells' dots lie on each other", () => {
  const dots = [...mapCells].flatMap(([id, { dots }]) => dots.map((dot) => ({ ...dot, id })));
  for (const { dots } of mapCells.values()) expect(dots.length).toBeGreaterThan(18);
  for (const dot of dots) expect(headDepth(dot)).toBeLessThan(0.95);
  const tooNear = dots.filter((a) =>
    dots.some((b) => b.id !== a.id && Math.hypot(a.x - b.x, a.y - b.y) <= 5),
  );
  expect(tooNear).toEqual([]);
});
