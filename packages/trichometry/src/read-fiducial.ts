import { fitHomography, type Homography, mapPoint } from "./homography.ts";
import { type Plane, samplePlane } from "./plane.ts";
import type { Quad } from "./quad-fit.ts";
import { cardPage, type Fiducial, windowCard } from "./window-card.ts";

/** A fiducial read in a picture; its corners start at the code's own upper left and go clockwise. */
export interface ReadFiducial {
  readonly fiducial: Fiducial;
  readonly corners: Quad;
}

const cells = windowCard.fiducialCells;

const knownFiducials: readonly Fiducial[] = [...windowCard.fiducials, ...cardPage.fiducials];

/** Least difference of light between paper and ink, of 1: below it nothing is printed there. */
const leastContrast = 0.06;

/** A code with one wrong cell is still read: any two codes differ in six or more. */
const mostWrongCells = 1;

/** Rim cells that may be hidden by a hair. */
const mostWrongRim = 2;

/** The fiducial that a four-cornered dark patch shows, whichever way it is turned, or nothing if it shows none. */
export function readFiducial(plane: Plane, quad: Quad): ReadFiducial | undefined {
  const [a, b, c, d] = quad;
  const fit = fitHomography([
    { from: { x: 0, y: 0 }, to: a },
    { from: { x: cells, y: 0 }, to: b },
    { from: { x: cells, y: cells }, to: c },
    { from: { x: 0, y: cells }, to: d },
  ]);
  if (!fit) return undefined;
  const code = readCells(plane, fit.homography);
  if (!code) return undefined;
  for (let turns = 0; turns < 4; turns++) {
    const turned = turnCode(code, turns);
    const fiducial = knownFiducials.find(
      (candidate) => wrongCells(candidate.code.join(""), turned) <= mostWrongCells,
    );
    if (fiducial) return { fiducial, corners: turnQuad(quad, turns) };
  }
  return undefined;
}

/** The sixteen cells inside the rim as 0 and 1, or nothing where there is no dark rim on light paper. */
function readCells(plane: Plane, toPicture: Homography): string | undefined {
  const rim: number[] = [];
  const paper: number[] = [];
  const inner: number[] = [];
  for (let row = -1; row <= cells; row++) {
    for (let column = -1; column <= cells; column++) {
      const light = cellLight(plane, toPicture, { row, column });
      const outward = Math.min(row, column, cells - 1 - row, cells - 1 - column);
      if (outward < 0) paper.push(light);
      else if (outward === 0) rim.push(light);
      else inner.push(light);
    }
  }
  const black = median(rim);
  const white = median(paper);
  if (!(white - black >= leastContrast)) return undefined;
  const middle = (black + white) / 2;
  if (rim.filter((light) => light > middle).length > mostWrongRim) return undefined;
  if (paper.filter((light) => light < middle).length > paper.length / 4) return undefined;
  return inner.map((light) => (light < middle ? "1" : "0")).join("");
}

/** Mean of nine places in the middle of a cell. */
function cellLight(
  plane: Plane,
  toPicture: Homography,
  { row, column }: { readonly row: number; readonly column: number },
): number {
  let sum = 0;
  for (const down of [0.3, 0.5, 0.7]) {
    for (const across of [0.3, 0.5, 0.7]) {
      const { x, y } = mapPoint(toPicture, { x: column + across, y: row + down });
      sum += samplePlane(plane, x, y);
    }
  }
  return sum / 9;
}

/** What the code reads like after the picture was turned anticlockwise by quarter turns. */
function turnCode(code: string, turns: number): string {
  let turned = code;
  for (let turn = 0; turn < turns; turn++) {
    const before = turned;
    turned = Array.from({ length: 16 }, (_, at) => {
      const row = at >> 2;
      const column = at & 3;
      return before[column * 4 + (3 - row)] ?? "0";
    }).join("");
  }
  return turned;
}

function turnQuad([a, b, c, d]: Quad, turns: number): Quad {
  const turned: readonly Quad[] = [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
  return turned[turns] ?? [a, b, c, d];
}

function wrongCells(code: string, read: string): number {
  return [...code].filter((cell, at) => cell !== read[at]).length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
