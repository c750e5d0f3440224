import type { SourceId } from "./sources.ts";
import type { Point } from "./trials/trial.ts";
import { chartableArms, chartablePoints, curves, trials } from "./trials.ts";

/** What was done, as far as trials differ in it. */
export interface ComparedTreatment {
  readonly needleLengthUm: number;
  readonly minoxidil: "none" | "2-percent" | "5-percent";
  /** Another medicine for hair growth is in use, which no trial of needling gave in this way. */
  readonly hasOtherMedicine: boolean;
}

/** What a trial counted in people treated in the same way, as a change in hairs/cm² from the start. */
export interface TrialBeside {
  readonly name: string;
  readonly week: number;
  readonly changePerCm2: number;
  /** Where only a range is known. */
  readonly rangePerCm2?: readonly [low: number, high: number] | undefined;
  /** Worked out over many trials, and not one of them. */
  readonly isPooled: boolean;
  /** Was counted in another unit and converted, or worked out from pooled differences. */
  readonly isDerived: boolean;
  readonly sources: readonly SourceId[];
}

/** Trials that match the treatment, or why there are none to lay beside it. */
export type TrialsBeside =
  | { readonly kind: "trials"; readonly points: readonly TrialBeside[] }
  | { readonly kind: "none"; readonly because: "short-needles" | "no-match" };

/** Trials and pooled courses of needling begin with needles of this length. */
const shortestStudiedUm = 500;

type Minoxidil = ComparedTreatment["minoxidil"];

/** Which arm of a trial had which medicine: the evidence names it in words only. */
const arms = [
  { trial: "dhurat-2013", arm: "needling + minoxidil 5 % bid", minoxidil: "5-percent" },
  { trial: "kumar-2018", arm: "needling + minoxidil 5 % bid", minoxidil: "5-percent" },
] as const satisfies readonly { trial: string; arm: string; minoxidil: Minoxidil }[];

/** Courses of many trials with needles of every studied length. */
const pooled = [
  { curve: "needling-with-minoxidil-5", name: "Pooled trials", minoxidil: "5-percent" },
  { curve: "needling-alone", name: "Needling alone", minoxidil: "none" },
] as const satisfies readonly { curve: string; name: string; minoxidil: Minoxidil }[];

/** Trials with the same medicine and the same needle length, in hairs/cm². */
export function trialsBeside({
  needleLengthUm,
  minoxidil,
  hasOtherMedicine,
}: ComparedTreatment): TrialsBeside {
  if (needleLengthUm < shortestStudiedUm) return { kind: "none", because: "short-needles" };
  if (hasOtherMedicine) return { kind: "none", because: "no-match" };
  const points = [...pointsOfTrials(needleLengthUm, minoxidil), ...pointsOfPooled(minoxidil)];
  return points.length > 0 ? { kind: "trials", points } : { kind: "none", because: "no-match" };
}

function pointsOfTrials(lengthUm: number, minoxidil: Minoxidil): readonly TrialBeside[] {
  return arms
    .filter((one) => one.minoxidil === minoxidil)
    .flatMap(({ trial: id, arm: name }) => {
      const trial = trials.find((one) => one.id === id);
      if (!trial?.needleLengthsUm.includes(lengthUm)) return [];
      const arm = chartableArms(trial).find((one) => one.name === name);
      const label = trial.label.split(" ").slice(0, 2).join(" ");
      return pointsOf(arm?.points ?? [], { name: label, isPooled: false });
    });
}

function pointsOfPooled(minoxidil: Minoxidil): readonly TrialBeside[] {
  return pooled
    .filter((one) => one.minoxidil === minoxidil)
    .flatMap(({ curve: id, name }) => {
      const curve = curves.find((one) => one.id === id);
      return curve ? pointsOf(chartablePoints(curve), { name, isPooled: true }) : [];
    });
}

function pointsOf(
  points: readonly Point[],
  about: Pick<TrialBeside, "name" | "isPooled">,
): TrialBeside[] {
  return points.flatMap(({ week, mean, range, unit, confidence, sources }) =>
    week === undefined || unit !== "hairs/cm2"
      ? []
      : [
          {
            ...about,
            week,
            changePerCm2: mean,
            rangePerCm2: range,
            isDerived: confidence === "derived",
            sources,
          },
        ],
  );
}
