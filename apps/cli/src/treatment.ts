import {
  type Assessment,
  assess,
  type Instant,
  localDate,
  type Plan,
  type PlanRefusal,
  planTreatment,
  type Treatment,
} from "@stipple/protocol";
import { print, printJson } from "./command.ts";
import { section, wrap } from "./layout.ts";
import { reasonLines } from "./reasons.ts";

/** Assesses and plans the treatment of one file at this moment. */
export function planFromFile(
  { answers, choices, history = [] }: Treatment,
  now: Instant,
): { readonly assessment: Assessment; readonly result: Plan | PlanRefusal } {
  const assessment = assess(answers, localDate(now, choices.timeZone));
  return { assessment, result: planTreatment({ answers, assessment, choices, history, now }) };
}

/** Prints why there is no plan, and what to do instead. */
export function printRefusal(refusal: PlanRefusal, { asJson }: { readonly asJson: boolean }): void {
  if (asJson) {
    printJson(refusal);
    return;
  }
  print([
    wrap(refusal.says),
    wrap(`→ ${refusal.nextStep}`, { indent: "  ", hang: "    " }),
    "",
    ...section("Why", reasonLines(refusal.decidedBy)),
  ]);
}
