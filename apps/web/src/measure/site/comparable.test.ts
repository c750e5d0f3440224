import { instant } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { KeptCloseUp } from "../closeup/kept-measurement.ts";
import { comparedCloseUp } from "./comparable.ts";

const id = "00000000-0000-4000-8000-000000000001";
const frame = { width: 1000, height: 500 };
const at = instant("2026-05-12T10:00:00Z");

const kept: KeptCloseUp = {
  id,
  photoId: id,
  measuredAt: at,
  algorithmVersion: "closeup-1",
  scale: { source: "typed", umPerPx: 4, umPerPxSd: 0.08 },
  quality: { isFit: true, numbers: {} },
  warnings: [{ code: "glare", says: "It shines." }],
  result: {
    kind: "close-up",
    totals: { count: { value: 2 } },
    hairs: [100, 600].map((x, place) => ({
      id: `h${place + 1}`,
      polylinePx: [x, 100, x, 300],
      rootPx: [x, 100],
      tipPx: [x, 300],
      widthPx: 15,
      widthUm: 60,
      lengthUm: 800,
      score: 0.9,
      class: "terminal",
      borderCut: false,
      source: "bank",
    })),
  },
};

test("a kept count is compared with its numbers, its doubts and the whole photo as its region", () => {
  const { hairs, visit } = comparedCloseUp(kept, [], frame);
  expect(hairs.map((hair) => hair.id)).toEqual(["h1", "h2"]);
  expect(visit.closeUp).toMatchObject({
    algorithmVersion: "closeup-1",
    umPerPx: 4,
    thickness: { median: 60 },
    warnings: [{ code: "glare" }],
  });
  // Two hairs on 0.08 cm².
  expect(visit.closeUp.density).toEqual({ total: 25, terminal: 25 });
  expect(visit.region[2]).toEqual({ x: 1000, y: 500 });
});

test("corrections count, and make it another way of counting; the card's square is the region", () => {
  const edits = [{ id, at, kind: "hair-removed", hairId: "h2" }] as const;
  const roiPx: [number, number][] = [
    [0, 0],
    [500, 0],
    [500, 400],
  ];
  const { hairs, visit } = comparedCloseUp({ ...kept, roiPx }, edits, frame);
  expect(hairs.map((hair) => hair.id)).toEqual(["h1"]);
  expect(visit.closeUp.algorithmVersion).toBe("closeup-1, put right by hand");
  expect(visit.region).toEqual([
    { x: 0, y: 0 },
    { x: 500, y: 0 },
    { x: 500, y: 400 },
  ]);
});
