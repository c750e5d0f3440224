import type { SourceId } from "@stipple/evidence";
import type { Verdict } from "../rule.ts";

/** One statement of the article, and what became of it. */
export interface Statement {
  /** "S1" … "S47", in the order of the article. */
  readonly id: string;
  /** Heading of the article under which it stands. */
  readonly section: string;
  /** What it says, in our words. */
  readonly says: string;
  /** "instruction": says to do something, so a rule decides it. "explanation": says how things are. */
  readonly kind: "instruction" | "explanation";
  readonly verdict: Verdict;
  readonly whatStippleDoes: string;
  /** Sources beside the article. */
  readonly sources: readonly SourceId[];
  /** A claim that Stipple never repeats as fact. */
  readonly supersededClaim?: boolean;
}
