import type { SourceId } from "@stipple/evidence";
import type { Setting } from "./answers.ts";
import type { Plan, ProtocolId, Review } from "./plan.ts";
import type { RangeUm } from "./rule.ts";

/** A stretch of a programme with one cadence. */
export interface CadencePhase {
  readonly name: string;
  /** Weeks of the treatment, 1-based, both included. */
  readonly weeks: readonly [from: number, to: number];
  readonly everyWeeks: number;
}

/** A treatment programme as data. A clinic's own programme has the same shape. */
export interface ProtocolDocument {
  readonly id: ProtocolId;
  readonly name: string;
  readonly setting: Setting;
  /** One sentence: what it is and whose. */
  readonly says: string;
  readonly needle: {
    readonly rangeUm: RangeUm;
    /** The only lengths a trial used; absent where the whole range is open. */
    readonly armsUm?: readonly number[];
    readonly recommendedUm: number;
  };
  /** A trial protocol may go above the article's 1.0 mm, with a doctor's recorded override. */
  readonly isTrial: boolean;
  readonly phases: readonly CadencePhase[];
  /** Cadence after a good review in week 24; a new plan, never a silent change. */
  readonly stepDownWeeks: readonly [min: number, max: number];
  readonly mayRollTwiceWeekly: boolean;
  readonly pattern: "star";
  readonly rollsPerSection: number;
  /** The endpoint as the programme describes it; policy may be stricter. */
  readonly endpoint: Plan["endpoint"]["value"];
  /** The timing the programme describes for drugs on the scalp. */
  readonly topicalTiming: "article-window" | "wait-24h";
  readonly reviewWeeks: readonly Review["week"][];
  readonly sources: readonly SourceId[];
}
