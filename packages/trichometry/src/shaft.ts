import type { Chain } from "./chain.ts";

/** A hair as a lens shows it: a line with a width and a share of light that it takes away. */
export interface Shaft {
  /** Points about two grid pixels apart. */
  readonly chain: Chain;
  readonly halfWidthPx: number;
  /** Share of the skin's light that it absorbs where nothing else lies, 0–1. */
  readonly depth: number;
}
