import {
  absorptionParameters,
  doubtAbsorption,
  doubtCoverage,
  doubtHealing,
  healingParameters,
  insertionParameters,
  type SimulatedTreatment,
} from "@stipple/simulation";
import type { Answers, DoubtAnswer, DoubtPanel } from "./panels.ts";

/** As many sets as the specification asks for. */
const points = 200;

const parameters = { ...insertionParameters, ...absorptionParameters, ...healingParameters };
const notes = new Map(Object.entries(parameters).map(([name, { note }]) => [name, note]));

/** How far the numbers of a step are known, a set of parameters at a time. */
export const doubtSteps: {
  readonly [P in DoubtPanel]: (treatment: SimulatedTreatment) => Generator<number, Answers[P]>;
} = {
  "coverage-doubt": (treatment) => withNotes(doubtCoverage(treatment, points)),
  "absorption-doubt": (treatment) => withNotes(doubtAbsorption(treatment, points)),
  "healing-doubt": (treatment) => withNotes(doubtHealing(treatment, points)),
};

function* withNotes<D extends { readonly contributors: readonly { readonly name: string }[] }>(
  steps: Generator<number, D | undefined>,
): Generator<number, DoubtAnswer<D>> {
  const doubt = yield* steps;
  const dependsOn = (doubt?.contributors ?? []).flatMap(({ name }) => notes.get(name) ?? []);
  return { doubt, dependsOn };
}
