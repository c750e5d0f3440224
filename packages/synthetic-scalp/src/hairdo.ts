import type { Random } from "@stipple/simulation";
import { type CrownHead, crownSidePx, headBreadthMm, isScalp } from "./crown-head.ts";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";

/** How the hair of a head is combed. */
export interface Hairdo {
  /** Sense and strength of the whorl: angle between the hair and the way out of the whorl. */
  readonly whorlTurnRad: number;
  readonly partWidthPx: number;
  /** From the forehead to the whorl; empty without a part. */
  readonly partLinePx: readonly Point[];
}

/** Within this distance the part decides which way hair is combed. */
const partReachPx = 130;

/** Length of the straight pieces of a strand. */
const piecePx = 7;

export function drawHairdo(
  head: CrownHead,
  partWidthMm: number,
  { random, partShiftPx }: { readonly random: Random; readonly partShiftPx: number },
): Hairdo {
  const sense = random.uniform() < 0.5 ? -1 : 1;
  const bowPx = drawUniform(random, [-40, 40]);
  const pxPerMm = pxPerMmOf(head);
  return {
    whorlTurnRad: sense * drawUniform(random, [0.5, 1]),
    partWidthPx: partWidthMm * pxPerMm,
    partLinePx: partWidthMm > 0 ? partLine(head, bowPx, partShiftPx) : [],
  };
}

export function pxPerMmOf({ halfBreadthPx }: CrownHead): number {
  return (2 * halfBreadthPx) / headBreadthMm;
}

function partLine({ middlePx, halfLengthPx, whorlPx }: CrownHead, bowPx: number, shiftPx: number) {
  const corners = 14;
  const top: Point = [middlePx[0] + shiftPx, middlePx[1] - 0.8 * halfLengthPx];
  return Array.from({ length: corners + 1 }, (_, corner): Point => {
    const u = corner / corners;
    return [
      top[0] + u * (whorlPx[0] - top[0]) + bowPx * Math.sin(Math.PI * u) + shiftPx * (1 - u) * u,
      top[1] + u * (whorlPx[1] - 40 - top[1]),
    ];
  });
}

/** Distance of a place from the part, and on which side it lies (−1 left, 1 right). */
export function fromPart(
  { partLinePx }: Hairdo,
  [x, y]: Point,
): { readonly distancePx: number; readonly side: number } {
  let square = Infinity;
  let side = 1;
  for (let i = 1; i < partLinePx.length; i++) {
    const from = partLinePx[i - 1];
    const to = partLinePx[i];
    if (from === undefined || to === undefined) continue;
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const share = Math.max(
      0,
      Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)),
    );
    const away = (x - from[0] - share * dx) ** 2 + (y - from[1] - share * dy) ** 2;
    if (away < square) {
      square = away;
      side = (x - from[0]) * dy - (y - from[1]) * dx > 0 ? 1 : -1;
    }
  }
  return { distancePx: Math.sqrt(square), side };
}

/** Which way hair lies at a place: out of the whorl with a turn, and away from the part beside it. */
function combedRad(head: CrownHead, hairdo: Hairdo, place: Point): number {
  const [x, y] = place;
  const outRad = Math.atan2(y - head.whorlPx[1], x - head.whorlPx[0]) + hairdo.whorlTurnRad;
  const { distancePx, side } = fromPart(hairdo, place);
  if (distancePx > 4 * partReachPx) return outRad;
  const weight = Math.exp(-distancePx / partReachPx);
  // Away from the part and a little back.
  const awayX = side * 0.9;
  const awayY = 0.45;
  return Math.atan2(
    (1 - weight) * Math.sin(outRad) + weight * awayY,
    (1 - weight) * Math.cos(outRad) + weight * awayX,
  );
}

/** One visible strand: a bundle of hairs that lie together. */
export interface Strand {
  readonly rootPx: Point;
  readonly lengthPx: number;
  readonly bendRad: number;
  readonly halfWidthPx: number;
  readonly shade: number;
  readonly opacity: number;
}

export function drawStrand(random: Random): Strand {
  return {
    rootPx: [random.uniform() * crownSidePx, random.uniform() * crownSidePx],
    lengthPx: drawUniform(random, [30, 80]),
    bendRad: 0.12 * random.normal(),
    halfWidthPx: drawUniform(random, [0.7, 1.5]),
    shade: random.uniform(),
    opacity: drawUniform(random, [0.8, 1]),
  };
}

/** A strand that leaves the scalp right beside the part, on one of its sides. */
export function drawPartStrand({ partLinePx, partWidthPx }: Hairdo, random: Random): Strand {
  const corner = 1 + Math.floor(random.uniform() * (partLinePx.length - 1));
  const from = partLinePx[corner - 1] ?? [0, 0];
  const to = partLinePx[corner] ?? from;
  const share = random.uniform();
  const strand = drawStrand(random);
  const side = random.uniform() < 0.5 ? -1 : 1;
  const awayPx = side * (partWidthPx / 2 + strand.halfWidthPx + 0.5 + 5 * random.uniform());
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return {
    ...strand,
    rootPx: [
      from[0] + share * (to[0] - from[0]) + (awayPx * (to[1] - from[1])) / length,
      from[1] + share * (to[1] - from[1]) - (awayPx * (to[0] - from[0])) / length,
    ],
  };
}

/** The course of a strand on the scalp, which ends where the part or the scalp does; empty outside. */
export function strandCourse(head: CrownHead, hairdo: Hairdo, strand: Strand): Point[] {
  let [x, y] = strand.rootPx;
  const course: Point[] = [];
  for (let alongPx = 0; alongPx <= strand.lengthPx; alongPx += piecePx) {
    const place: Point = [x, y];
    const isOnPart =
      hairdo.partWidthPx > 0 &&
      fromPart(hairdo, place).distancePx < hairdo.partWidthPx / 2 + strand.halfWidthPx;
    if (!isScalp(head, place) || isOnPart) break;
    course.push(place);
    const headingRad =
      combedRad(head, hairdo, place) + strand.bendRad * (0.5 + alongPx / strand.lengthPx);
    x += piecePx * Math.cos(headingRad);
    y += piecePx * Math.sin(headingRad);
  }
  return course;
}
