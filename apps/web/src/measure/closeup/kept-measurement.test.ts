import { closeUpTotalsSchema, measuredHairSchema, measurementSchema } from "@stipple/protocol";
import { type CloseUpMeasurement, drawHair } from "@stipple/trichometry";
import { expect, test } from "vitest";
import {
  closeUpOf,
  foundOf,
  hairsAfter,
  type KeptCloseUp,
  namedHair,
  storedHair,
  totalsAfter,
} from "./kept-measurement.ts";

const frame = { width: 1000, height: 500 };
const id = "00000000-0000-4000-8000-000000000001";

function hair(name: string, x: number, widthPx = 15) {
  const polyline = Array.from({ length: 101 }, (_, i) => ({ x: x + 0.01 * i, y: 100 + 2 * i }));
  return drawHair({ id: name, polyline, widthPx, widthSdPx: 0.5, umPerPx: 4, frame });
}

const measured: CloseUpMeasurement = {
  kind: "measured",
  algorithmVersion: "closeup-1",
  umPerPx: 4,
  hairs: [hair("x", 100), { ...hair("y", 300, 6), borderCut: true, rootInside: 0.8 }],
  count: 1.8,
  countInterval90: [0.5, 3.1],
  areaCm2: 0.08,
  density: { total: 22.5, vellus: 10, intermediate: 0, terminal: 12.5 },
  interval90: [6, 39],
  thickness: { mean: 42, median: 42, p10: 28, p90: 56 },
  thicknessVariation: 0.4,
  cumulativeThickness: 1.05,
  vellusShare: 0.5,
  terminalToVellus: 1,
  units: { count: 2, hairsPerUnit: 1, density: 25 },
  quality: {
    hairTone: "dark",
    glareFraction: 0.01,
    blurSigmaPx: undefined,
    coverFraction: 0.1,
    hairMmPerMm2: 0.2,
  },
  warnings: [{ code: "glare", says: "It shines.", nextStep: "Turn the lamp." }],
};

const scale = { source: "typed", umPerPx: 4, umPerPxSd: 0.08 } as const;

function keptAt(offset: { x: number; y: number }): KeptCloseUp {
  const found = foundOf(measured, { offset, scale, roi: undefined, warnings: [] });
  const whole = { ...found, id, photoId: id, measuredAt: "2026-05-12T10:00:00Z" };
  const kept = closeUpOf(measurementSchema.parse(whole));
  if (!kept) throw new Error("not a close-up");
  return kept;
}

test("what was measured passes the API's border, a warning with what to do", () => {
  const kept = keptAt({ x: 0, y: 0 });
  expect(kept.warnings).toEqual([{ code: "glare", says: "It shines. Turn the lamp." }]);
  expect(kept.quality).toEqual({
    isFit: false,
    hairTone: "dark",
    numbers: { glareFraction: 0.01, coverFraction: 0.1, hairMmPerMm2: 0.2 },
  });
  expect(kept.result.totals.densityPerCm2?.total).toEqual({ value: 22.5, interval90: [6, 39] });
});

test("the hairs of a part of the photo are kept in places of the whole photo", () => {
  expect(keptAt({ x: 40, y: 7 }).result.hairs[0]?.rootPx).toEqual([140, 107]);
});

test("kept hairs add up to what they added up to before, however they were thinned", () => {
  const kept = keptAt({ x: 0, y: 0 });
  expect(kept.result.hairs[0]?.polylinePx).toHaveLength(4);
  const hairs = hairsAfter(kept, []);
  const totals = closeUpTotalsSchema.parse(totalsAfter(kept, hairs, frame));
  expect(totals.count.value).toBeCloseTo(1.8, 9);
  expect(totals.areaCm2).toBeCloseTo(0.08, 9);
  expect(totals.densityPerCm2).toMatchObject({ terminal: { value: 12.5 }, vellus: { value: 10 } });
});

test("a hair survives being kept to a tenth of a pixel", () => {
  const before = {
    ...hair("h", 100),
    polyline: [
      { x: 1, y: 2 },
      { x: 9, y: 30.04 },
      { x: 40, y: 50 },
    ],
  };
  const after = namedHair(measuredHairSchema.parse(storedHair(before)));
  expect(after.polyline).toEqual([
    { x: 1, y: 2 },
    { x: 9, y: 30 },
    { x: 40, y: 50 },
  ]);
  expect({ ...after, polyline: [], tip: before.tip, unit: before.unit }).toEqual({
    ...before,
    polyline: [],
  });
});

test("corrections are applied in their order and the totals follow", () => {
  const kept = keptAt({ x: 0, y: 0 });
  const at = kept.measuredAt;
  const edits = [
    { id, at, kind: "hair-removed" as const, hairId: "h2" },
    {
      id: `${id.slice(0, -1)}2`,
      at,
      kind: "hair-added" as const,
      hair: storedHair(hair("m", 700)),
    },
  ];
  const hairs = hairsAfter(kept, edits);
  expect(hairs.map((one) => one.id)).toEqual(["h1", "m"]);
  expect(totalsAfter(kept, hairs, frame).densityPerCm2?.terminal.value).toBeCloseTo(25, 9);
});
