import { expect, test } from "vitest";
import { channelConductanceCm3PerS } from "./microchannels.ts";
import { centralValues } from "./parameter.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { stratumCorneumSlab } from "./permeability.ts";
import { edgesThrough, steadyConductanceCm3PerS, steadyEnhancement } from "./unit-cell.ts";
import { tissue } from "./validation/channels.ts";

const values = centralValues(absorptionParameters);
const hornyLayer = stratumCorneumSlab({ logKow: 1.24, molecularWeightDa: 209.25 }, values);
const enhancement = (radiusUm: number, depthUm: number) =>
  steadyEnhancement({ densityPerCm2: 240, depthUm, radiusUm }, hornyLayer, {
    values,
    cellsAcross: 8,
  });

test("C-AN-09: a disc pore in a column conducts as Weber's formula with the column correction", () => {
  const radiusCm = 35e-4;
  const ratioAt = (cellsAcross: number) => {
    const radialEdgesCm = edgesThrough([0, radiusCm, 0.39894], radiusCm / cellsAcross);
    const depthEdgesCm = edgesThrough([0, 2.5006], radiusCm / cellsAcross);
    const conductance = steadyConductanceCm3PerS({
      ...tissue(radialEdgesCm, depthEdgesCm, () => 1),
      donorRadiusCm: radiusCm,
      side: "closed",
    });
    return conductance / (4 * radiusCm);
  };

  expect(Math.abs(ratioAt(16) / 0.9455 - 1)).toBeLessThan(0.03);
  expect(Math.abs(2 * ratioAt(32) - ratioAt(16)) / 0.9455).toBeCloseTo(1, 1);
});

test("C-AN-10 is missed: a short cylinder conducts 1.11 of the slender formula, not 0.95 within 10 %", () => {
  // The formula is for p much larger than a, and here p is 2.3 a. A cylinder mirrored in the surface has the
  // capacitance (8 + 6.95 (p/a)^0.76) a, good to 0.2 % (Smythe 1962), and that is what the cell gives.
  const [radiusCm, depthCm] = [35e-4, 80e-4];
  const radialEdgesCm = edgesThrough([0, radiusCm, 1], radiusCm / 16);
  const depthEdgesCm = edgesThrough([0, depthCm, 1], radiusCm / 16);
  const conductance = steadyConductanceCm3PerS({
    ...tissue(radialEdgesCm, depthEdgesCm, (depth, radius) =>
      depth < depthCm && radius < radiusCm ? 1e6 : 1,
    ),
    donorRadiusCm: radiusCm,
    side: "sink",
  });
  const slender = (2 * Math.PI * depthCm) / Math.log((2 * depthCm) / radiusCm);
  const mirrored = ((8 + 6.95 * (depthCm / radiusCm) ** 0.76) * radiusCm) / 2;

  expect(Math.abs(conductance / slender / 0.95 - 1)).toBeGreaterThan(0.1);
  expect(conductance / slender).toBeCloseTo(1.11, 2);
  expect(Math.abs(conductance / mirrored - 1)).toBeLessThan(0.02);
});

test.each([
  [10, 3.71],
  [15, 5.63],
  [25, 9.6],
  [35, 13.51],
])(
  "C-AN-14: open channels of %i µm radius multiply the steady flux by %f",
  (radiusUm, expected) => {
    expect(Math.abs(enhancement(radiusUm, 100) / expected - 1)).toBeLessThan(0.08);
  },
);

test.each([
  [40, 5.41],
  [100, 5.63],
  [250, 5.65],
  [500, 5.65],
])("C-AN-15: at %i µm depth the gain is %f, and hardly grows with depth", (depthUm, expected) => {
  expect(Math.abs(enhancement(15, depthUm) / expected - 1)).toBeLessThan(0.06);
});

test.each([
  [10, 100],
  [15, 40],
  [35, 500],
])(
  "the fast formula for one channel of %i µm, %i µm deep, is within 20 % of the cell",
  (radiusUm, depthUm) => {
    const channels = { densityPerCm2: 240, depthUm, radiusUm };
    const intactCmPerS =
      (hornyLayer.diffusivityCm2PerS * hornyLayer.partition) / hornyLayer.thicknessCm;
    const fast = 1 + (240 * channelConductanceCm3PerS(channels, values)) / intactCmPerS;
    expect(Math.abs((fast - 1) / (enhancement(radiusUm, depthUm) - 1) - 1)).toBeLessThan(0.2);
  },
);

test("a channel wider than its share of skin is refused by name", () => {
  expect(() => enhancement(800, 100)).toThrow("radiusUm");
});
