import type { z } from "zod";
import type { ValidationCase } from "./cases.ts";

/** How near the model must come to what is expected. */
export type Limit =
  | { readonly kind: "abs" | "rel" | "factor"; readonly by: number }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "at most" | "below" | "at least" };

/** One quantity of a case: what is expected, what the model gives, and whether every number is near enough. */
export interface Measurement {
  readonly quantity: string;
  readonly expected: readonly number[];
  readonly got: readonly number[];
  readonly limit: Limit;
  readonly isInside: boolean;
}

/** How the numbers of one case are computed from its input. */
export interface CaseMapping {
  readonly id: string;
  readonly measure: (
    validationCase: ValidationCase,
  ) =>
    | { readonly kind: "measured"; readonly measurements: readonly Measurement[] }
    | { readonly kind: "unreadable"; readonly reason: string };
}

/** The mapping of a case whose numbers have this form; numbers of another form are not guessed at. */
export function mapCase<Form>(
  id: string,
  form: z.ZodType<Form>,
  measure: (numbers: Form) => readonly Measurement[],
): CaseMapping {
  return {
    id,
    measure: (validationCase) => {
      const read = form.safeParse(validationCase);
      if (!read.success) {
        const [issue] = read.error.issues;
        return { kind: "unreadable", reason: `${issue?.path.join(".")}: ${issue?.message}` };
      }
      try {
        return { kind: "measured", measurements: measure(read.data) };
      } catch (error) {
        // The stages refuse impossible numbers by name and value.
        if (error instanceof RangeError) return { kind: "unreadable", reason: error.message };
        throw error;
      }
    },
  };
}

/** Holds what the model gives against what is expected. */
export function compare(
  quantity: string,
  expected: number | readonly number[],
  got: number | readonly number[],
  limit: Limit,
): Measurement {
  const wanted = [expected].flat();
  const found = [got].flat();
  const isInside =
    wanted.length === found.length &&
    found.every((value, index) => isNear(value, wanted[index] ?? Number.NaN, limit));
  return { quantity, expected: wanted, got: found, limit, isInside };
}

function isNear(got: number, expected: number, limit: Limit): boolean {
  switch (limit.kind) {
    case "abs":
      return Math.abs(got - expected) <= limit.by;
    case "rel":
      return Math.abs(got - expected) <= limit.by * Math.abs(expected);
    case "factor":
      return got / expected <= limit.by && got / expected >= 1 / limit.by;
    case "range":
      return got >= limit.low && got <= limit.high;
    case "at most":
      return got <= expected;
    case "below":
      return got < expected;
    case "at least":
      return got >= expected;
  }
}

export const within = {
  abs: (by: number): Limit => ({ kind: "abs", by }),
  rel: (by: number): Limit => ({ kind: "rel", by }),
  factor: (by: number): Limit => ({ kind: "factor", by }),
  range: (low: number, high: number): Limit => ({ kind: "range", low, high }),
} as const;
export const atMost: Limit = { kind: "at most" };
export const below: Limit = { kind: "below" };
export const atLeast: Limit = { kind: "at least" };
