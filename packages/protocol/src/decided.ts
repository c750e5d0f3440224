import type { Decided, Plan } from "./plan.ts";
import { type Reason, type Rule, reasonOf } from "./rule.ts";

/** A wish the plan could not keep, and what it became. */
export type ChangedWish = Plan["changedWishes"][number];

/** A value with the rules behind it, in the form that is shown. */
export function decided<Value>(value: Value, ...rules: readonly Rule<unknown>[]): Decided<Value> {
  return { value, decidedBy: rules.map(reasonOf) };
}

/** The wish, what it became, and the rules that changed it. */
export function changed(
  wish: string,
  became: string,
  ...rules: readonly Rule<unknown>[]
): ChangedWish {
  return { wish, became, decidedBy: rules.map(reasonOf) };
}

/** The reasons of an answer that carries nothing else. */
export function because(...rules: readonly Rule<unknown>[]): readonly Reason[] {
  return rules.map(reasonOf);
}
