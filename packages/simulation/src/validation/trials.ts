import { perCm2FromPerSquareInch } from "@stipple/evidence";
import { z } from "zod";
import { untreated } from "../follicle-treatment.ts";
import { follicleParameters } from "../parameters/follicles.ts";
import {
  finasteride,
  followedWeeks,
  type Line,
  minoxidil,
  needlingGain,
  net,
  parameters,
  runArm,
  weekly,
} from "./arms.ts";
import { atLeast, type CaseMapping, compare, mapCase, within } from "./measurement.ts";

const week = z.int().min(0).max(followedWeeks);
const pair = z.tuple([z.number(), z.number()]);

/** Stage E, what trials saw. */
export const trialMappings: readonly CaseMapping[] = [
  mapCase(
    "E-PU-02",
    z.object({
      input: z.object({ weeks: z.array(week).max(20) }),
      expected: z.object({ net_per_cm2: z.array(z.number()) }),
      tolerance: z.object({ abs_per_cm2: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const got = input.weeks.map((at) => net(runArm(finasteride), runArm(untreated), at));
      return [
        compare(
          "finasteride less placebo, hairs per cm²",
          expected.net_per_cm2,
          got,
          within.abs(tolerance.abs_per_cm2),
        ),
      ];
    },
  ),
  mapCase(
    "E-PU-03",
    z.object({
      expected: z.object({ total: pair, anagenShare: pair }),
      tolerance: z.object({ anagenShare: z.number() }),
    }),
    ({ expected, tolerance }) => {
      const { visiblePerCm2, visibleAnagenPerCm2 } = runArm(untreated);
      const total = visiblePerCm2[0] ?? Number.NaN;
      const share = (visibleAnagenPerCm2[0] ?? Number.NaN) / total;
      const [least, most] = expected.anagenShare;
      return [
        compare("hairs per cm² at the start", middle(expected.total), total, {
          kind: "range",
          low: expected.total[0],
          high: expected.total[1],
        }),
        compare(
          "growing share at the start",
          middle(expected.anagenShare),
          share,
          within.range(least - tolerance.anagenShare, most + tolerance.anagenShare),
        ),
      ];
    },
  ),
  mapCase(
    "E-PU-04",
    z.object({
      input: z.object({ weeks: week }),
      expected: z.object({ net_total: z.number(), net_anagen: z.number() }),
      tolerance: z.object({ net_total: z.number(), net_anagen: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const gain = (line: Line) => net(runArm(finasteride), runArm(untreated), input.weeks, line);
      return [
        compare(
          "finasteride less placebo, hairs per cm²",
          expected.net_total,
          gain("visiblePerCm2"),
          within.abs(tolerance.net_total),
        ),
        compare(
          "the same, growing hairs",
          expected.net_anagen,
          gain("visibleAnagenPerCm2"),
          within.abs(tolerance.net_anagen),
        ),
      ];
    },
  ),
  mapCase(
    "E-PU-05",
    z.object({
      input: z.object({ weeks: week }),
      expected: z.object({ net: pair }),
      tolerance: z.object({ net_abs: z.number() }),
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "minoxidil 5 % and 2 % less vehicle, hairs per cm²",
        expected.net,
        (["5-percent", "2-percent"] as const).map((strength) =>
          net(runArm(minoxidil(strength)), runArm(untreated), input.weeks),
        ),
        within.abs(tolerance.net_abs),
      ),
    ],
  ),
  mapCase(
    "E-PU-06",
    z.object({
      input: z.object({ weeks: week }),
      expected: z.object({ difference: z.number(), difference_if_per_sq_inch: z.number() }),
      tolerance: z.object({ abs_per_cm2_if_per_sq_inch: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const gain = needlingGain(weekly(input.weeks, 1500), input.weeks);
      const limit = within.abs(tolerance.abs_per_cm2_if_per_sq_inch);
      return [
        compare(literalReading, expected.difference, gain, limit),
        compare(
          "read per square inch: needling with minoxidil less minoxidil, hairs per cm²",
          expected.difference_if_per_sq_inch,
          gain,
          limit,
        ),
        compare(
          "the published difference from per square inch to per cm²",
          expected.difference_if_per_sq_inch,
          perCm2FromPerSquareInch(expected.difference),
          within.abs(0.01),
        ),
      ];
    },
  ),
  mapCase(
    "E-PU-07",
    z.object({
      input: z.object({ weeks: week }),
      expected: z.object({ difference_per_cm2: z.number() }),
      tolerance: z.object({ abs: z.number() }),
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "needling with minoxidil less minoxidil, hairs per cm²; every week, or the first half only",
        [expected.difference_per_cm2, expected.difference_per_cm2],
        [input.weeks, Math.ceil(input.weeks / 2)].map((sessions) =>
          needlingGain(weekly(sessions, 1500), input.weeks),
        ),
        within.abs(tolerance.abs),
      ),
    ],
  ),
  mapCase("E-PU-08", z.object({ expected: z.object({ depthEffect: z.string() }) }), () => {
    const gain = (needleLengthUm: number, needlingFactor = parameters.needlingFactor) =>
      needlingGain(weekly(12, needleLengthUm), 12, { ...parameters, needlingFactor });
    const [low, high] = follicleParameters.needlingFactor.range;
    return [
      compare("gain of 0.6 mm over that of 1.5 mm", 1, gain(600) / gain(1500), within.abs(0.25)),
      compare(
        "gain at the high end of the plausible effects over the low end",
        5,
        gain(1500, high) / gain(1500, low),
        atLeast,
      ),
    ];
  }),
];

/** Named, because it is a documented miss. */
export const literalReading = "read per cm²: needling with minoxidil less minoxidil, hairs per cm²";

function middle([low, high]: readonly [number, number]): number {
  return (low + high) / 2;
}
