import { absorptionMappings } from "./validation/absorption.ts";
import { builtInCases, type ValidationCase } from "./validation/cases.ts";
import { channelMappings, slenderCylinder } from "./validation/channels.ts";
import { coverageMappings } from "./validation/coverage.ts";
import { follicleMappings } from "./validation/follicles.ts";
import { healingMappings } from "./validation/healing.ts";
import type { CaseMapping, Measurement } from "./validation/measurement.ts";
import { punctureMappings } from "./validation/punctures.ts";
import { transportMappings } from "./validation/transport.ts";
import { literalReading, trialMappings } from "./validation/trials.ts";

/** What the model gives for one case, beside what is expected of it. */
export interface ValidationResult {
  readonly id: string;
  readonly stage: ValidationCase["stage"];
  readonly kind: ValidationCase["kind"];
  readonly source: string;
  readonly expected: ValidationCase["expected"];
  /** Empty where the case cannot be mapped. */
  readonly got: readonly Measurement[];
  readonly verdict: "pass" | "miss" | "cannot-map";
  /** A miss that is known and explained; an unexplained one is a fault of the program. */
  readonly isDocumented: boolean;
  readonly note: string;
}

/** A number that the model does not reproduce, and why. Another expected value is another miss. */
interface DocumentedMiss {
  readonly id: string;
  readonly quantity: string;
  readonly expected: number;
  readonly reason: string;
}

const mappings: ReadonlyMap<string, CaseMapping> = new Map(
  [
    ...punctureMappings,
    ...coverageMappings,
    ...transportMappings,
    ...channelMappings,
    ...absorptionMappings,
    ...healingMappings,
    ...follicleMappings,
    ...trialMappings,
  ].map((mapping) => [mapping.id, mapping]),
);

export const documentedMisses: readonly DocumentedMiss[] = [
  {
    id: "C-AN-10",
    quantity: slenderCylinder,
    expected: 0.95,
    reason:
      "The formula is for a cylinder much longer than wide, and here the depth is 2.3 radii. For a short one, a cylinder mirrored in the surface has the capacitance (8 + 6.95 (p/a)^0.76) a (Smythe 1962), and the model is within 2 % of that.",
  },
  {
    id: "C-PU-06",
    quantity: "pramipexole: flux ratio of a 0.5 mm roller, measured",
    expected: 0.994,
    reason:
      "The study found no more flux through rolled skin than through whole skin. A model in which channels add a path cannot go below 1, and its permeability equation does not hold for ions, while the drug was given as a salt.",
  },
  {
    id: "E-PU-03",
    quantity: "hairs per cm² at the start",
    expected: 198,
    reason:
      "Two trials of the same drug count different densities at their start, about 172 and 198 per cm². The model has one start and was fitted to the first (E-PU-01).",
  },
  {
    id: "E-PU-06",
    quantity: literalReading,
    expected: 69.2,
    reason:
      "The model has about 50 empty follicles per cm²; no treatment that wakes them can add 69 hairs per cm² in 12 weeks. Read per square inch, the same trial agrees. The unit is not settled, and +91 is never shown as something to expect.",
  },
];

/** The ids of the cases that can be computed. */
export const mappedCaseIds: readonly string[] = [...mappings.keys()];

/** Computes every case that is known and holds it against what is expected; tolerances are taken as the cases state them. */
export function validateCases(cases: readonly ValidationCase[]): readonly ValidationResult[] {
  const known = new Map(builtInCases().map((one) => [one.id, one]));
  return cases.map((validationCase) => validateCase(validationCase, known.get(validationCase.id)));
}

function validateCase(
  validationCase: ValidationCase,
  known: ValidationCase | undefined,
): ValidationResult {
  const { id, stage, kind, source, expected } = validationCase;
  const shared = { id, stage, kind, source, expected };
  const refuse = (note: string): ValidationResult => ({
    ...shared,
    got: [],
    verdict: "cannot-map",
    isDocumented: false,
    note,
  });
  const mapping = mappings.get(id);
  if (mapping === undefined || known === undefined) return refuse("No computation has this id.");

  const other = otherDescription(validationCase.input, known.input);
  if (other !== undefined) {
    return refuse(`input.${other} describes another experiment than the one that is computed.`);
  }
  const answer = mapping.measure(validationCase);
  if (answer.kind === "unreadable") return refuse(answer.reason);

  const missed = answer.measurements.filter(({ isInside }) => !isInside);
  const reasons = missed.map((measurement) => reasonOf(id, measurement));
  return {
    ...shared,
    got: answer.measurements,
    verdict: missed.length === 0 ? "pass" : "miss",
    isDocumented: missed.length > 0 && reasons.every((reason) => reason !== undefined),
    note:
      missed.length === 0
        ? (validationCase.note ?? "")
        : reasons.map((reason) => reason ?? "Not explained.").join(" "),
  };
}

function reasonOf(id: string, { quantity, expected }: Measurement): string | undefined {
  return documentedMisses.find(
    (miss) => miss.id === id && miss.quantity === quantity && miss.expected === expected[0],
  )?.reason;
}

/** Numbers of an input may vary; where it says in words what was done, the words must be those that were mapped. */
function otherDescription(
  input: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): string | undefined {
  const names = [...new Set([...Object.keys(input), ...Object.keys(known)])];
  return names.find(
    (name) =>
      (isWords(input[name]) || isWords(known[name])) &&
      JSON.stringify(input[name]) !== JSON.stringify(known[name]),
  );
}

function isWords(value: unknown): boolean {
  return typeof value === "boolean" || [value].flat().some((entry) => typeof entry === "string");
}
