import type { SourceId } from "../sources.ts";

/** Unit of a value: a density, a count in a stated area, a length, a share, or steps on a scale. */
export type Unit =
  | "hairs/cm2"
  | "hairs/in2"
  | "hairs/1-inch-circle"
  | "hairs/target-area"
  | "um"
  | "%"
  | "grade"
  | "points"
  | "mmHg"
  | "SMD"
  | "ratio"
  | "events";

/** How a number is known. Only "looked-up" and "derived" are ever plotted. */
export type Confidence = "looked-up" | "derived" | "from-memory" | "uncertain";

/** One mean, with what is known of its spread and where it stands. */
export interface Point {
  /** Weeks after the start; absent where the source does not say. */
  readonly week?: number;
  readonly mean: number;
  readonly sd?: number;
  /** Band to show in place of a single line. */
  readonly range?: readonly [low: number, high: number];
  readonly n?: number;
  readonly unit: Unit;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  /** Where in the source: "abstract", "table 5". */
  readonly place?: string;
  readonly note?: string;
}

export interface TrialArm {
  readonly name: string;
  readonly n?: number;
  /** Change from baseline. */
  readonly points: readonly Point[];
  readonly diameterChange?: Point;
}

export interface Trial {
  readonly id: string;
  readonly label: string;
  readonly year: number;
  readonly design: string;
  readonly people?: string;
  readonly sex: "men" | "women" | "both" | "not-stated";
  readonly stages?: string;
  readonly n?: number;
  readonly device?: string;
  readonly needleLengthsUm: readonly number[];
  readonly sessions?: number;
  readonly interval?: string;
  readonly durationWeeks: readonly number[];
  readonly passes?: string;
  readonly sessionEndpoint?: string;
  readonly topicalTiming?: string;
  readonly arms: readonly TrialArm[];
  readonly outcome: { readonly name: string; readonly unit?: Unit };
  /** Differences between the arms, in words with their numbers. */
  readonly betweenArms?: string;
  readonly otherOutcomes: readonly string[];
  readonly adverseEvents?: string;
  readonly caveats: readonly string[];
  /** Whether its numbers may be plotted at all. */
  readonly chartable: boolean;
  readonly sources: readonly SourceId[];
}

/** A course seen in a group without needling (or derived for needling), to lay a person's course against. */
export interface ReferenceCurve {
  readonly id: string;
  readonly label: string;
  /** What the values are a change of. */
  readonly measures: string;
  readonly unit: Unit;
  readonly points: readonly Point[];
  readonly note?: string;
}

/** One pooled value of a review. */
export interface PooledResult {
  readonly measure: string;
  readonly value: number;
  readonly ci95?: readonly [low: number, high: number];
  readonly unit: Unit;
}

export interface PooledAnalysis {
  readonly id: string;
  readonly label: string;
  readonly trials?: number;
  readonly people?: number;
  readonly results: readonly PooledResult[];
  readonly note?: string;
  readonly sources: readonly SourceId[];
}
