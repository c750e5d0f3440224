import { curves, type Point, pointPerCm2, type SourceId, trials } from "@stipple/evidence";
import { untreated } from "../follicle-treatment.ts";
import { comparePublishedGain, type GainComparison } from "../published-gain.ts";
import { minoxidil, needlingGain, net, parameters, runArm, sessionsOn } from "./arms.ts";

/** A trial that no parameter was fitted to, beside what the model gives for its arms. */
export interface OtherTrial {
  readonly label: string;
  readonly week: number;
  /** Difference between the arms, hairs per cm². */
  readonly publishedPerCm2: number;
  readonly modelPerCm2: number;
  readonly comparison: GainComparison;
  readonly sources: readonly SourceId[];
  readonly note: string;
}

/** As near as the pooled needling trials must be met. */
const tolerancePerCm2 = 4;

/** Differences between arms of trials that the model was not fitted to: most are missed, and are shown as misses. */
export function compareOtherTrials(): readonly OtherTrial[] {
  const alone = runArm(untreated);
  const startPerCm2 = alone.visiblePerCm2[0] ?? Number.NaN;
  const hiddenPerCm2 = parameters.follicleDensityPerCm2 - startPerCm2;
  const minoxidilGain = (week: number) => net(runArm(minoxidil("5-percent")), alone, week);
  const beside = (trial: Omit<OtherTrial, "comparison">): OtherTrial => ({
    ...trial,
    comparison: comparePublishedGain({ ...trial, tolerancePerCm2, hiddenPerCm2 }),
  });
  return [
    beside({
      label: "Olsen 2007: minoxidil 5 % foam less vehicle",
      week: 16,
      ...curveDifference(16),
      modelPerCm2: minoxidilGain(16),
      note: "The foam is taken as the solution.",
    }),
    beside({
      label: "Berger 2003: minoxidil 5 % less placebo shampoo",
      week: 26,
      ...curveDifference(26),
      modelPerCm2: minoxidilGain(26),
      note: "Placebo was a shampoo, not the vehicle.",
    }),
    beside({
      label: "Kumar 2018: eight roller sessions with minoxidil less minoxidil",
      week: 12,
      ...trialDifference("kumar-2018"),
      // Weekly four times, then twice a month four times.
      modelPerCm2: needlingGain(sessionsOn([0, 7, 14, 21, 35, 49, 63, 77], 1500), 12),
      note: "Counted per square inch: a sixth of what Dhurat 2013 saw with rollers of the same length, if that was per square inch too.",
    }),
    beside({
      label: "Indonesian trial 2023: needling every 4 weeks with minoxidil less minoxidil",
      week: 12,
      ...trialDifference("indonesia-rct"),
      modelPerCm2: needlingGain(sessionsOn([0, 28, 56], 1500), 12),
      note: "The abstract leaves open whether it gives changes or levels; the needle length is taken as 1.5 mm.",
    }),
  ];
}

/** Minoxidil 5 % in men less their vehicle, from the courses of the evidence. */
function curveDifference(week: number) {
  const pointOf = (id: string) =>
    curves.find((curve) => curve.id === id)?.points.find((point) => point.week === week);
  return difference(pointOf("minoxidil-5-men"), pointOf("vehicle-men"));
}

/** The first arm of a needling trial less its second, at its last count. */
function trialDifference(id: string) {
  const arms = trials.find((trial) => trial.id === id)?.arms ?? [];
  return difference(arms[0]?.points.at(-1), arms[1]?.points.at(-1));
}

function difference(treated: Point | undefined, compared: Point | undefined) {
  if (treated === undefined || compared === undefined) throw new Error("a point is not listed");
  return {
    publishedPerCm2: pointPerCm2(treated).mean - pointPerCm2(compared).mean,
    sources: [...new Set([...treated.sources, ...compared.sources])],
  };
}
