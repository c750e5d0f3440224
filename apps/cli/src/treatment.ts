import {
  type Assessment,
  assess,
  type Instant,
  localDate,
  type Plan,
  type PlanRefusal,
  planTreatment,
  type Treatment,
  treatmentSchema,
} from "@stipple/protocol";
import { print, printJson } from "./command.ts";
import { readInput } from "./input.ts";
import { section, wrap } from "./layout.ts";
import { reasonLines } from "./reasons.ts";

/** Reads a treatment, or what a scenario holds of one before anything was done. */
export function readTreatment(path: string | undefined): Treatment {
  return readInput(path ?? "-", treatmentSchema, treatmentOf);
}

/** What a scenario holds of a treatment before anything was done; anything else as it is. */
export function treatmentOf(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const isScenario = "course" in input && "answers" in input && "choices" in input;
  return isScenario ? { answers: input.answers, choices: input.choices } : input;
}

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
