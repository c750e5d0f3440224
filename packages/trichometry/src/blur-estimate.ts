import { quantile } from "./shaft-edges.ts";
import type { ProfileWidth } from "./shaft-width.ts";

/** A Gaussian rises from a quarter to three quarters of an edge over this many of its standard deviations. */
const quartersPerSigma = 1.349;
/** Hairs that are asked: the most contrasty of the wide ones. */
const hairsAsked = 10;
/** Wide means that one edge does not reach the other: this many of the edge's own quarters. */
const widthsPerEdge = 3;

/**
 * The lens' blur as the standard deviation of a Gaussian, in photo pixels, from how fast the darkness rises at the
 * edges of the plainest wide hairs. Undefined where no hair is wide enough to tell.
 */
export function estimateBlur(hairs: readonly (readonly ProfileWidth[])[]): number | undefined {
  const edges = hairs
    .map((profiles) => {
      const plain = profiles.filter(
        ({ edgePx, seenPx, isHalf }) =>
          edgePx !== undefined &&
          Number.isFinite(edgePx) &&
          !isHalf &&
          seenPx > widthsPerEdge * edgePx,
      );
      return {
        depth: quantile(
          plain.map(({ depth }) => depth),
          0.5,
        ),
        edgePx: quantile(
          plain.map(({ edgePx }) => edgePx ?? 0),
          0.5,
        ),
        count: plain.length,
      };
    })
    .filter(({ count }) => count >= 2)
    .toSorted((a, b) => b.depth - a.depth)
    .slice(0, hairsAsked);
  if (edges.length === 0) return undefined;
  return (
    quantile(
      edges.map(({ edgePx }) => edgePx),
      0.4,
    ) / quartersPerSigma
  );
}
