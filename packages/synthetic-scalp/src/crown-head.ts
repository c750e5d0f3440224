import type { Random } from "@stipple/simulation";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";

/** Side of the square photos of a crown. */
export const crownSidePx = 1200;

/** Breadth of a head over the ears (mean of adults, about 155 mm). */
export const headBreadthMm = 155;

/** A head seen from above, the forehead at the top: what hairdo and light leave as it is. */
export interface CrownHead {
  readonly middlePx: Point;
  readonly halfBreadthPx: number;
  readonly halfLengthPx: number;
  /** Where the hair turns about. */
  readonly whorlPx: Point;
  /** Moles and freckles: middle, radius, darkness. */
  readonly marks: readonly {
    readonly middlePx: Point;
    readonly radiusPx: number;
    readonly opacity: number;
  }[];
}

/** Share of the head, from its middle, that is scalp with hair. */
const scalpShare = 0.9;

const markCount = 90;

export function drawHead(random: Random): CrownHead {
  const middlePx: Point = [
    600 + drawUniform(random, [-25, 25]),
    610 + drawUniform(random, [-25, 25]),
  ];
  const halfBreadthPx = drawUniform(random, [395, 445]);
  const halfLengthPx = drawUniform(random, [480, 530]);
  const whorlPx: Point = [
    middlePx[0] + drawUniform(random, [-70, 70]),
    middlePx[1] + drawUniform(random, [90, 190]),
  ];
  const marks = Array.from({ length: markCount }, () => {
    const turn = drawUniform(random, [0, 2 * Math.PI]);
    const out = Math.sqrt(random.uniform());
    return {
      middlePx: [
        middlePx[0] + out * halfBreadthPx * Math.cos(turn),
        middlePx[1] + out * halfLengthPx * Math.sin(turn),
      ] as const,
      radiusPx: 1.2 + 4 * random.uniform() ** 2,
      opacity: drawUniform(random, [0.3, 0.85]),
    };
  });
  return { middlePx, halfBreadthPx, halfLengthPx, whorlPx, marks };
}

/** 0 in the middle of the head, 1 on its outline. */
export function headRadius(
  { middlePx, halfBreadthPx, halfLengthPx }: CrownHead,
  [x, y]: Point,
): number {
  const u = (x - middlePx[0]) / halfBreadthPx;
  const v = (y - middlePx[1]) / halfLengthPx;
  return Math.sqrt(u * u + v * v);
}

export function isScalp(head: CrownHead, place: Point): boolean {
  return headRadius(head, place) <= scalpShare;
}

/** The outline of the scalp, as a person would draw it once. */
export function scalpPolygon({ middlePx, halfBreadthPx, halfLengthPx }: CrownHead): Point[] {
  const corners = 72;
  return Array.from({ length: corners }, (_, corner): Point => {
    const turn = (2 * Math.PI * corner) / corners;
    return [
      middlePx[0] + scalpShare * halfBreadthPx * Math.cos(turn),
      middlePx[1] + scalpShare * halfLengthPx * Math.sin(turn),
    ];
  });
}
