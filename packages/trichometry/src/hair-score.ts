import { chainLength } from "./chain.ts";
import type { HairDraft } from "./hair-draft.ts";

/**
 * Logistic regression on 1,280 lines of 20 drawn scenes of the tuning seeds (L2 and L3, dark and light hair; on no real
 * photo). Contrast and the share of gaps are not in it: lines that fail there are dropped before. Above 0.5 the share
 * of hairs among lines of one score is within 8 points of it.
 */
const weights = { constant: 2.51, logLength: 1.97, cover: -12.16, unevenness: -0.57 };
const usualLengthUm = 500;
/** Nothing more is known of lines that are longer, or lie more densely, than those of the regression. */
const range = { score: [0.05, 0.98], cover: 0.3 } as const;

/** The drafts with the chance that each is a hair, by its length, the skin beside it and how densely the hairs lie. */
export function scoreHairs(
  drafts: readonly HairDraft[],
  areaPx: number,
  umPerPx: number,
): HairDraft[] {
  const covered = drafts.reduce((sum, { chain, widthPx }) => sum + chainLength(chain) * widthPx, 0);
  const cover = Math.min(range.cover, covered / areaPx);
  return drafts.map((draft) => {
    const lengthUm = chainLength(draft.chain) * umPerPx;
    const unevenness = Number.isFinite(draft.sideUnevenness) ? draft.sideUnevenness : 1;
    const sum =
      weights.constant +
      weights.logLength * Math.log(Math.max(1, lengthUm) / usualLengthUm) +
      weights.cover * cover +
      weights.unevenness * Math.min(1, unevenness);
    const [least, most] = range.score;
    return { ...draft, score: Math.min(most, Math.max(least, 1 / (1 + Math.exp(-sum)))) };
  });
}
