import { log, power } from "./elementary.ts";

/** Cells of one width. */
export function evenWidthsCm(thicknessCm: number, cellCount: number): number[] {
  return new Array<number>(cellCount).fill(thicknessCm / cellCount);
}

/**
 * Cells that start narrow and widen by one ratio, shrunk a little so that they fill the layer exactly.
 *
 *     Δzᵢ = s Δz₀ rⁱ,   s ≤ 1
 */
export function gradedWidthsCm(
  thicknessCm: number,
  { firstCm, ratio }: { readonly firstCm: number; readonly ratio: number },
): number[] {
  if (!(thicknessCm > 0)) throw new RangeError(`thicknessCm must be above 0, got ${thicknessCm}`);
  if (!(firstCm > 0)) throw new RangeError(`firstCm must be above 0, got ${firstCm}`);
  if (!(ratio > 1)) throw new RangeError(`ratio must be above 1, got ${ratio}`);

  const count = Math.max(
    1,
    Math.ceil(log(1 + (thicknessCm * (ratio - 1)) / firstCm) / log(ratio) - 1e-9),
  );
  const widthsCm = Array.from({ length: count }, (_, cell) => firstCm * power(ratio, cell));
  const sumCm = widthsCm.reduce((sum, widthCm) => sum + widthCm, 0);
  return widthsCm.map((widthCm) => (widthCm * thicknessCm) / sumCm);
}
