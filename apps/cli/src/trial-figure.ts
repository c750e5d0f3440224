import { trialResult } from "@stipple/figures";
import type { TrialDesign, TrialResult } from "@stipple/simulation";
import { drawSvg, paperColours } from "./figure-svg.ts";

/** Every arm week by week, as a picture of its own. */
export function trialSvg(design: TrialDesign, result: TrialResult): Promise<string> {
  const last = result.arms.map(({ name, weeks }) => {
    const mean = weeks.at(-1)?.change.mean;
    return `${name}: ${mean === undefined ? "nobody counted" : `${mean.toFixed(1)} hairs/cm²`}`;
  });
  const figure = trialResult({
    arms: result.arms.map(({ name, weeks }) => ({
      name,
      mean: weeks.map(({ change }) => change.mean ?? Number.NaN),
      low: weeks.map(({ change }) => change.interval95?.[0]),
      high: weeks.map(({ change }) => change.interval95?.[1]),
    })),
    colours: paperColours,
    words: {
      x: "weeks",
      y: "change in hairs/cm²",
      description: `Change in hair density after ${design.weeks} weeks. ${last.join("; ")}.`,
    },
  });
  return drawSvg(
    figure,
    {
      title: `A trial on the computer: ${design.patientsPerArm} patients in each arm`,
      caption: `An estimate by a model, evidence ${result.grade}. Bands: 95 % interval of the mean, chance in the choice of patients only.`,
      legend: result.arms.map(({ name }) => ({ name })),
    },
    { widthPx: 860, heightPx: 460 },
  );
}
