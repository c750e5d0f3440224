import type { SourceId } from "@stipple/evidence";

/** How a number came to be what it is. */
type Basis =
  /** Read in the source named. */
  | "looked-up"
  /** Widely published, remembered; check the source before quoting it. */
  | "from-memory"
  /** Known to an order of magnitude. */
  | "uncertain"
  /** Chosen or fitted by this project, to what the note says. */
  | "chosen";

/** One number of the model, with all a reader needs to doubt it. */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  /** Where 95 % of the plausible values lie; absent where the number is a definition. */
  readonly range?: readonly [low: number, high: number];
  /** Shape between the ends of the range: normal and log-normal put 95 % inside it. */
  readonly distribution: "fixed" | "uniform" | "normal" | "log-normal";
  readonly basis: Basis;
  readonly sources: readonly SourceId[];
  /** What the number means and what it was fitted to, in plain words. */
  readonly note: string;
}

export type ParameterSet = Readonly<Record<string, Parameter>>;

/** The bare numbers of a set of parameters, by the same names. */
export type Values<P extends ParameterSet> = { readonly [Name in keyof P]: number };

/** Strength of the evidence behind a stage of the model: A strong … D speculative. */
export type Grade = "A" | "B" | "C" | "D";

/** The central value of every parameter. */
export function centralValues<P extends ParameterSet>(parameters: P): Values<P> {
  return mapValues(parameters, (parameter) => parameter.value);
}

/** The same names with another value for each. */
export function mapValues<P extends ParameterSet>(
  parameters: P,
  numberOf: (parameter: Parameter, name: string) => number,
): Values<P> {
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    values[name] = numberOf(parameter, name);
  }
  return values as Values<P>;
}
