import type { Point } from "@stipple/trichometry";
import classes from "./Photo.module.css";

interface MarkProps {
  readonly at: Point;
  /** Half its size, in pixels of the photo. */
  readonly sizePx: number;
}

/** A place on a photo: a ring with a number or a letter in it, readable on any skin and hair. */
export function PlaceMark({ at, sizePx, mark }: MarkProps & { readonly mark: string }) {
  return (
    <g className={classes.mark}>
      <circle cx={at.x} cy={at.y} r={sizePx} />
      <text x={at.x} y={at.y} fontSize={1.3 * sizePx} dy="0.35em" textAnchor="middle">
        {mark}
      </text>
    </g>
  );
}

/** Where the arrow keys are. */
export function Cross({ at: { x, y }, sizePx }: MarkProps) {
  const path = `M${x - sizePx} ${y}H${x + sizePx}M${x} ${y - sizePx}V${y + sizePx}`;
  return (
    <g className={classes.cross}>
      <path d={path} data-part="ground" />
      <path d={path} />
    </g>
  );
}
