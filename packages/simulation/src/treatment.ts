import type { SimulatedTreatment } from "./treatment-schema.ts";

/** Why this person's treatment is not simulated, and what they may do instead. */
export interface OutOfScope {
  readonly kind: "out-of-scope";
  readonly field: string;
  readonly says: string;
  readonly nextStep: string;
}

/** The first reason why the model has nothing to say about this person; it was fitted to trials in grown men with pattern hair loss. */
export function outOfScope({ person }: SimulatedTreatment): OutOfScope | undefined {
  const refuse = (field: string, says: string): OutOfScope => ({
    kind: "out-of-scope",
    field: `person.${field}`,
    says,
    nextStep: "Use the plan, the session guide and the photos; they do not need the simulation.",
  });
  if (person.ageYears < 18) {
    return refuse(
      "ageYears",
      `You told us ${person.ageYears} years. The trials behind this model begin at 18.`,
    );
  }
  if (person.scarringAlopecia !== "no") {
    return refuse(
      "scarringAlopecia",
      "Hair loss that may scar follows other laws; a follicle that is gone does not cycle.",
    );
  }
  if (person.pregnancy !== "no") {
    return refuse(
      "pregnancy",
      "Hair cycles change in and after pregnancy, and the drugs in this model are not for it.",
    );
  }
  if (person.pattern.scale === "sinclair") {
    return refuse(
      "pattern",
      "The model was fitted to men. What it would say about women is not known.",
    );
  }
  return undefined;
}
