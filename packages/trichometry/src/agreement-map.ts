import { boxMean } from "./box-mean.ts";
import { createPlane, type Plane } from "./plane.ts";

/** Half the side of the squares that are compared, in pixels of the maps. */
const squarePx = 10;

/** Correlation of two squares above which they show the same. */
const leastCorrelation = 0.4;

/** Spread below which a square is plain and shows nothing. */
const leastVariance = 1e-4;

/**
 * Where two maps that lie on each other show the same: 1 where the squares around a pixel correlate.
 *
 * Hair that was combed anew agrees nowhere, while the outline of the head, the hairline and skin marks do: an
 * alignment that looks only there is not pulled along by the hair.
 */
export function agreementMask(first: Plane, second: Plane, seen: Uint8Array): Uint8Array {
  const meanFirst = boxMean(first, squarePx).values;
  const meanSecond = boxMean(second, squarePx).values;
  const squareFirst = boxMean(multiply(first, first), squarePx).values;
  const squareSecond = boxMean(multiply(second, second), squarePx).values;
  const product = boxMean(multiply(first, second), squarePx).values;
  return seen.map((isSeen, at) => {
    if (isSeen !== 1) return 0;
    const a = meanFirst[at] ?? 0;
    const b = meanSecond[at] ?? 0;
    const varianceFirst = (squareFirst[at] ?? 0) - a * a;
    const varianceSecond = (squareSecond[at] ?? 0) - b * b;
    if (varianceFirst < leastVariance || varianceSecond < leastVariance) return 0;
    const correlation = ((product[at] ?? 0) - a * b) / Math.sqrt(varianceFirst * varianceSecond);
    return correlation > leastCorrelation ? 1 : 0;
  });
}

function multiply({ width, height, values }: Plane, other: Plane): Plane {
  const product = createPlane(width, height);
  for (let at = 0; at < values.length; at++) {
    product.values[at] = (values[at] ?? 0) * (other.values[at] ?? 0);
  }
  return product;
}
