import type { Finding, Outcome } from "./assess.ts";
import { type Rule, reasonOf } from "./rule.ts";

/** Outcomes from closed to free; the first that any finding leads to decides. */
export const strictestFirst = [
  "see-doctor",
  "wait",
  "not-enough-known",
  "clinic-only",
  "suitable-with-caution",
  "suitable",
] as const satisfies readonly Outcome[];

/** Negative when `a` is the stricter outcome. */
export function compareStrictness(a: Outcome, b: Outcome): number {
  return strictestFirst.indexOf(a) - strictestFirst.indexOf(b);
}

/** What a rule says about this person. */
export function findingOf(rule: Rule<unknown>, finding: Omit<Finding, "reason">): Finding {
  return { ...finding, reason: reasonOf(rule) };
}
