import type { Chain } from "./chain.ts";

/** A line that may be a hair, on the working grid, before its width is measured on the photo. */
export interface HairDraft {
  readonly chain: Chain;
  readonly widthPx: number;
  /** Width that it has or exceeds over a fifth of its length: far more than `widthPx` where siblings part. */
  readonly widestPx: number;
  /** Width that it exceeds over four fifths of its length. */
  readonly narrowestPx: number;
  /** Median darkness along its middle: 0 like the skin, 1 black. */
  readonly contrast: number;
  /** Chance that it is a hair, 0–1. */
  readonly score: number;
  /** How it was found: by the line filters, or in what they left over. */
  readonly source: "bank" | "residual";
  /** Median over its length of how abruptly its two edges rise: see `measureEdges`. */
  readonly edgeSharpness: number;
  /** How unevenly dark the skin on both sides is, as a share of the contrast: small where a thin hair is sure. */
  readonly sideUnevenness: number;
}
