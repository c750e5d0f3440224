import { type TrialsBeside, trialsBeside } from "@stipple/evidence";
import { type Answers, type Plan, type Therapy, therapies } from "@stipple/protocol";

/** The part of a plan by which trials differ. */
interface PlanWithNeedle {
  readonly needle: { readonly recommendedUm: Pick<Plan["needle"]["recommendedUm"], "value"> };
}

/** Trials of people who were treated as this plan and these medicines say. */
export function trialsBesidePlan(
  { needle }: PlanWithNeedle,
  answered: Answers["therapies"] = [],
): TrialsBeside {
  return trialsBeside({
    needleLengthUm: needle.recommendedUm.value,
    minoxidil: answered.includes("minoxidil-topical") ? "5-percent" : "none",
    hasOtherMedicine: answered.some((one) => !matchesTrials.has(one)),
  });
}

/** Given in the trials, or not given for growth in any of them. What the person does not know may be anything. */
const matchesTrials: ReadonlySet<NonNullable<Answers["therapies"]>[number]> = new Set([
  "minoxidil-topical",
  "ketoconazole-shampoo",
  "cosmetic-serum",
  "none",
]);

/** The treatments among the answers, without "none" and "unknown". */
export function knownTherapies(answered: Answers["therapies"] | undefined): readonly Therapy[] {
  return therapies.filter((one) => answered?.includes(one));
}
