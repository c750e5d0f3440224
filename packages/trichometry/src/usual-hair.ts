import { chainLength } from "./chain.ts";
import type { HairDraft } from "./hair-draft.ts";
import type { PhotoTraits } from "./plausibility.ts";
import { quantile } from "./shaft-edges.ts";

/** What one terminal hair may measure across, in µm. */
const singleWidthUm = { usual: 70, least: 45, most: 110 };

/** How dark the photo's plain hairs are, 70th percentile, and how sharp: every line by its length and squared contrast. */
export function describeUsual(
  lines: readonly HairDraft[],
): Pick<PhotoTraits, "usualContrast" | "usualSharpness"> {
  const usualContrast = weighedQuantile(lines, 0.7, ({ contrast }) => contrast);
  const plain = lines.filter(({ contrast }) => contrast > 0.7 * usualContrast);
  return {
    usualContrast,
    usualSharpness: weighedQuantile(plain, 0.5, ({ edgeSharpness }) => edgeSharpness),
  };
}

function weighedQuantile(
  lines: readonly HairDraft[],
  at: number,
  readValue: (line: HairDraft) => number,
): number {
  const sorted = lines.toSorted((a, b) => readValue(a) - readValue(b));
  const shares = sorted.map(({ chain, contrast }) => chainLength(chain) * contrast ** 2);
  const wanted = at * shares.reduce((sum, share) => sum + share, 0);
  let seen = 0;
  const found = sorted.find((_, i) => {
    seen += shares[i] ?? 0;
    return seen >= wanted;
  });
  return found ? readValue(found) : 0;
}

/** What one hair measures across in this photo: below the middle of all lines, because siblings look like one wide line. */
export function estimateSingleWidth(lines: readonly HairDraft[], umPerPx: number): number {
  const { usual, least, most } = singleWidthUm;
  const wide = lines.filter(
    ({ widthPx, contrast }) => widthPx * umPerPx >= least && contrast > 0.2,
  );
  const widthUm =
    wide.length < 3
      ? usual
      : quantile(
          wide.map(({ widthPx }) => widthPx),
          0.35,
        ) * umPerPx;
  return Math.min(most, Math.max(least, widthUm)) / umPerPx;
}
