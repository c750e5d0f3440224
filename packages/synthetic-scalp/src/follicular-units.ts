import type { Random } from "@stipple/simulation";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";

/** A rectangle of skin, in µm from the upper left corner of the first photo's frame; it reaches past the frame. */
export interface SkinPatch {
  readonly leftUm: number;
  readonly topUm: number;
  readonly rightUm: number;
  readonly bottomUm: number;
}

/** Follicular units are never nearer to one another than this. */
export const leastSpacingUm = 350;

/** Spacing as a share of that of a square lattice: units of a scalp stand evenly, not in rows. */
const spacingShare = 0.6;

/** Darts thrown per unit before the patch counts as full. */
const throwsPerUnit = 400;

/** Middles of follicular units, spread as blue noise: at random, but none too near to another. */
export function scatterUnits(patch: SkinPatch, unitsPerCm2: number, random: Random): Point[] {
  const widthUm = patch.rightUm - patch.leftUm;
  const heightUm = patch.bottomUm - patch.topUm;
  const wanted = Math.round((unitsPerCm2 * widthUm * heightUm) / 1e8);
  if (wanted === 0) return [];

  const spacingUm = Math.max(leastSpacingUm, spacingShare * Math.sqrt(1e8 / unitsPerCm2));
  const cells = new Map<number, Point[]>();
  const columns = Math.ceil(widthUm / spacingUm) + 2;
  const units: Point[] = [];
  for (let thrown = 0; units.length < wanted; thrown++) {
    if (thrown > wanted * throwsPerUnit) {
      throw new RangeError(
        `densityPerCm2 must leave ${leastSpacingUm} µm between units, got ${unitsPerCm2} units per cm²`,
      );
    }
    const unit: Point = [
      drawUniform(random, [patch.leftUm, patch.rightUm]),
      drawUniform(random, [patch.topUm, patch.bottomUm]),
    ];
    const column = Math.floor((unit[0] - patch.leftUm) / spacingUm) + 1;
    const row = Math.floor((unit[1] - patch.topUm) / spacingUm) + 1;
    if (isCrowded(cells, { unit, column, row, columns, spacingUm })) continue;
    const cell = row * columns + column;
    cells.set(cell, [...(cells.get(cell) ?? []), unit]);
    units.push(unit);
  }
  return units;
}

function isCrowded(
  cells: ReadonlyMap<number, readonly Point[]>,
  place: {
    readonly unit: Point;
    readonly column: number;
    readonly row: number;
    readonly columns: number;
    readonly spacingUm: number;
  },
): boolean {
  const { unit, columns, spacingUm } = place;
  for (let row = place.row - 1; row <= place.row + 1; row++) {
    for (let column = place.column - 1; column <= place.column + 1; column++) {
      for (const other of cells.get(row * columns + column) ?? []) {
        if (Math.hypot(other[0] - unit[0], other[1] - unit[1]) < spacingUm) return true;
      }
    }
  }
  return false;
}
