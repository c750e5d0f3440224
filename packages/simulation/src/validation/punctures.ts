import { z } from "zod";
import { centralValues } from "../parameter.ts";
import { penetrationParameters } from "../parameters/penetration.ts";
import { rollerParameters } from "../parameters/roller.ts";
import { depthMm, estimateDepth, holeRadiusUm, penetrate } from "../penetration.ts";
import { entryAngleRad, nominalDensityPerCm2, rigidSlitMm } from "../roller.ts";
import { type CaseMapping, compare, mapCase, within } from "./measurement.ts";

const roller = centralValues(rollerParameters);
const penetration = centralValues(penetrationParameters);
const numbers = z.array(z.number()).max(100);
const abs = z.object({ abs: z.number() });
const rel = z.object({ rel: z.number() });

/** Stage A, how needles enter and how many holes a roll leaves, and stage B, how deep they go. */
export const punctureMappings: readonly CaseMapping[] = [
  mapCase(
    "A-AN-01",
    z.object({
      input: z.object({ drumRadius_mm: z.number(), needleLength_mm: numbers }),
      expected: z.object({ entryAngle_deg: numbers }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "entry angle, °",
        expected.entryAngle_deg,
        input.needleLength_mm.map((lengthMm) => entryAngleDeg(input.drumRadius_mm, lengthMm)),
        within.abs(tolerance.abs),
      ),
    ],
  ),
  mapCase(
    "A-AN-02",
    z.object({
      input: z.object({ drumRadius_mm: z.number(), needleLength_mm: numbers }),
      expected: z.object({ slit_mm: numbers }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "slit in rigid skin, mm",
        expected.slit_mm,
        input.needleLength_mm.map((lengthMm) => slitMm(input.drumRadius_mm, lengthMm)),
        within.abs(tolerance.abs),
      ),
    ],
  ),
  mapCase(
    "A-AN-03",
    z.object({
      input: z.object({ drumRadius_mm: numbers, needleLength_mm: z.number() }),
      expected: z.object({ slit_mm: numbers, entryAngle_deg: numbers }),
      tolerance: z.object({ abs: z.number(), absDeg: z.number() }),
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "slit in rigid skin, mm",
        expected.slit_mm,
        input.drumRadius_mm.map((radiusMm) => slitMm(radiusMm, input.needleLength_mm)),
        within.abs(tolerance.abs),
      ),
      compare(
        "entry angle, °",
        expected.entryAngle_deg,
        input.drumRadius_mm.map((radiusMm) => entryAngleDeg(radiusMm, input.needleLength_mm)),
        within.abs(tolerance.absDeg),
      ),
    ],
  ),
  mapCase(
    "A-AN-04",
    z.object({
      input: z.object({
        needles: z.number(),
        rollingRadius_cm: z.number(),
        width_cm: z.number(),
        passes: numbers,
      }),
      expected: z.object({ density_per_cm2: numbers }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const perRoll = nominalDensityPerCm2({
        rings: 1,
        needlesPerRing: input.needles,
        drumRadiusMm: input.rollingRadius_cm * 10,
        drumWidthMm: input.width_cm * 10,
      });
      const got = input.passes.map((passes) => passes * perRoll);
      return [compare("holes per cm²", expected.density_per_cm2, got, within.rel(tolerance.rel))];
    },
  ),
  ...["A-PU-01", "A-PU-02"].map((id) =>
    mapCase(
      id,
      z.object({
        input: z.object({ passes: z.number() }),
        expected: z.object({ density_per_cm2: z.number() }),
        tolerance: rel,
      }),
      ({ input, expected, tolerance }) => [
        compare(
          "holes per cm²",
          expected.density_per_cm2,
          input.passes * nominalDensityPerCm2(roller),
          within.rel(tolerance.rel),
        ),
      ],
    ),
  ),
  mapCase(
    "B-AN-01",
    z.object({
      input: z.object({ eta: z.number(), L0_mm: z.number(), needleLength_mm: numbers }),
      expected: z.object({ depth_mm: numbers }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => {
      const values = { ...penetration, insertedShare: input.eta, deadLengthMm: input.L0_mm };
      const got = input.needleLength_mm.map((lengthMm) => depthMm(lengthMm, values));
      return [compare("depth, mm", expected.depth_mm, got, within.abs(tolerance.abs))];
    },
  ),
  mapCase(
    "B-AN-02",
    z.object({
      input: z.object({ needleLength_mm: numbers }),
      expected: z.object({ depth_mm: numbers, channel: z.literal(false) }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => {
      const holes = input.needleLength_mm.map((lengthMm) => penetrate(lengthMm, penetration));
      return [
        compare(
          "depth, mm",
          expected.depth_mm,
          holes.map(({ depth }) => depth.centralMm),
          within.abs(tolerance.abs),
        ),
        compare(
          "radius of the channel, µm",
          expected.depth_mm.map(() => 0),
          holes.map((hole) => hole.openRadiusUm),
          within.abs(tolerance.abs),
        ),
      ];
    },
  ),
  mapCase(
    "B-PU-01",
    z.object({
      input: z.object({ needleLength_mm: z.number() }),
      expected: z.object({ depth_mm: z.number(), insideBand95: z.literal(true) }),
    }),
    ({ input, expected }) => {
      const { lowMm, highMm } = estimateDepth(input.needleLength_mm, penetration);
      return [
        compare("shallow end of the band, mm", expected.depth_mm, lowMm, { kind: "at most" }),
        compare("deep end of the band, mm", expected.depth_mm, highMm, { kind: "at least" }),
      ];
    },
  ),
  mapCase(
    "B-PU-02",
    z.object({
      input: z.object({ depth_mm: z.number() }),
      expected: z.object({ surfaceDiameter_um: z.number() }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "width of the hole, µm",
        expected.surfaceDiameter_um,
        2 * holeRadiusUm(input.depth_mm, penetration),
        within.rel(tolerance.rel),
      ),
    ],
  ),
];

function wholeNeedle(drumRadiusMm: number, needleLengthMm: number) {
  return { drumRadiusMm, needleLengthMm, depthMm: needleLengthMm };
}

function entryAngleDeg(drumRadiusMm: number, needleLengthMm: number): number {
  return (entryAngleRad(wholeNeedle(drumRadiusMm, needleLengthMm)) * 180) / Math.PI;
}

function slitMm(drumRadiusMm: number, needleLengthMm: number): number {
  return rigidSlitMm(wholeNeedle(drumRadiusMm, needleLengthMm));
}
