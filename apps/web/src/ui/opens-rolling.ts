import type { Answers, Outcome } from "@stipple/protocol";

interface Assessed {
  readonly outcome: Outcome;
  readonly setting?: Answers["setting"] | undefined;
}

/** Whether an assessment lets a session be: "clinic-only" does so in a clinic, never at home. */
export function opensRolling({ outcome, setting }: Assessed): boolean {
  if (outcome === "clinic-only") return setting === "clinic";
  return outcome === "suitable" || outcome === "suitable-with-caution";
}
