import type { PunctureAnswer } from "../ui/simulator/panels.ts";

/** Side of a cell: fine enough for the share to agree with the exact one within half a per cent. */
const cellMm = 0.05;
/** Holes just outside the patch are not known, so its rim is not counted; as the simulator does it. */
const rimMm = 1;

export interface HoleMask {
  readonly side: number;
  /** 1 where the skin lies near to a hole. */
  readonly cells: () => Uint8Array;
  /** Lets the first so many holes count; fewer than before starts again. */
  readonly cover: (holes: number) => void;
  /** Share of the skin that lies near to one of them. */
  readonly coveredFraction: () => number;
}

/** Which parts of the patch lie near to a hole, cell by cell, hole after hole. */
export function createHoleMask({
  sideMm,
  placesMm,
  coveredRadiusMm,
}: Pick<PunctureAnswer, "sideMm" | "placesMm" | "coveredRadiusMm">): HoleMask {
  const side = Math.round(sideMm / cellMm);
  // Most maps are looked at so closely that their cells are never asked for.
  let laidOut: Uint8Array | undefined;
  const cells = () => {
    laidOut ??= new Uint8Array(side * side);
    return laidOut;
  };
  let covered = 0;

  const stamp = (hole: number) => {
    const x = placesMm[2 * hole] ?? 0;
    const y = placesMm[2 * hole + 1] ?? 0;
    const firstRow = Math.max(0, Math.ceil((y - coveredRadiusMm) / cellMm - 0.5));
    const lastRow = Math.min(side - 1, Math.floor((y + coveredRadiusMm) / cellMm - 0.5));
    for (let row = firstRow; row <= lastRow; row++) {
      const down = (row + 0.5) * cellMm - y;
      const half = Math.sqrt(Math.max(0, coveredRadiusMm ** 2 - down ** 2));
      const first = Math.max(0, Math.ceil((x - half) / cellMm - 0.5));
      const last = Math.min(side - 1, Math.floor((x + half) / cellMm - 0.5));
      cells().fill(1, row * side + first, row * side + Math.max(first, last + 1));
    }
  };
  return {
    side,
    cells,
    cover(holes) {
      if (holes < covered) {
        cells().fill(0);
        covered = 0;
      }
      for (; covered < holes; covered++) stamp(covered);
    },
    coveredFraction() {
      const rim = Math.round(rimMm / cellMm);
      const near = cells();
      let count = 0;
      for (let row = rim; row < side - rim; row++) {
        for (let column = rim; column < side - rim; column++)
          count += near[row * side + column] ?? 0;
      }
      return count / (side - 2 * rim) ** 2;
    },
  };
}
