import { chartableArms, chartablePoints, curves, type SourceId, trials } from "@stipple/evidence";
import type { SimulatedTreatment } from "@stipple/simulation";

/** What a trial counted in people treated in the same way, as a change in hairs/cm² from the start. */
interface TrialBeside {
  readonly name: string;
  readonly week: number;
  readonly changePerCm2: number;
  /** Where only a range is known. */
  readonly rangePerCm2?: readonly [low: number, high: number] | undefined;
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

type Minoxidil = SimulatedTreatment["medicines"]["minoxidil"];

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

/** Trials with the same medicine and the same needle length, in hairs/cm², within the weeks that are shown. */
export function trialsBeside({ sessions, medicines, weeks }: SimulatedTreatment): TrialsBeside {
  const lengthUm = sessions.at(-1)?.needleLengthUm ?? 0;
  if (lengthUm < shortestStudiedUm) return { kind: "none", because: "short-needles" };

  const { minoxidil, finasteride } = medicines;
  if (finasteride) return { kind: "none", because: "no-match" };
  const points = [...pointsOfTrials(lengthUm, minoxidil), ...pointsOfPooled(minoxidil)].filter(
    ({ week }) => week <= weeks,
  );
  return points.length > 0 ? { kind: "trials", points } : { kind: "none", because: "no-match" };
}

function pointsOfTrials(lengthUm: number, minoxidil: Minoxidil): readonly TrialBeside[] {
  return arms
    .filter((one) => one.minoxidil === minoxidil)
    .flatMap(({ trial: id, arm: name }) => {
      const trial = trials.find((one) => one.id === id);
      if (!trial?.needleLengthsUm.includes(lengthUm)) return [];
      const arm = chartableArms(trial).find((one) => one.name === name);
      return pointsOf(arm?.points ?? [], trial.label.split(" ").slice(0, 2).join(" "));
    });
}

function pointsOfPooled(minoxidil: Minoxidil): readonly TrialBeside[] {
  return pooled
    .filter((one) => one.minoxidil === minoxidil)
    .flatMap(({ curve: id, name }) => {
      const curve = curves.find((one) => one.id === id);
      return curve ? pointsOf(chartablePoints(curve), name) : [];
    });
}

function pointsOf(points: ReturnType<typeof chartablePoints>, name: string): TrialBeside[] {
  return points.flatMap(({ week, mean, range, unit, confidence, sources }) =>
    week === undefined || unit !== "hairs/cm2"
      ? []
      : [
          {
            name,
            week,
            changePerCm2: mean,
            rangePerCm2: range,
            isDerived: confidence === "derived",
            sources,
          },
        ],
  );
}
