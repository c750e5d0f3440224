import { trialsBeside as matchTrials, type TrialsBeside } from "@stipple/evidence";
import type { SimulatedTreatment } from "@stipple/simulation";

export type { TrialsBeside } from "@stipple/evidence";

/** Trials with the same medicine and the same needle length, within the weeks that are shown. */
export function trialsBeside({ sessions, medicines, weeks }: SimulatedTreatment): TrialsBeside {
  const beside = matchTrials({
    needleLengthUm: sessions.at(-1)?.needleLengthUm ?? 0,
    minoxidil: medicines.minoxidil,
    hasOtherMedicine: medicines.finasteride,
  });
  if (beside.kind === "none") return beside;
  const points = beside.points.filter(({ week }) => week <= weeks);
  return points.length > 0 ? { kind: "trials", points } : { kind: "none", because: "no-match" };
}
