import classes from "./Drawing.module.css";
import { dotsPath, stipple } from "./stipple.ts";

const drum = { halfWidth: 84, halfHeight: 40 } as const;

/** Needle tips on the drum: staggered rows that draw together toward its upper and lower edge. */
const tips = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].flatMap((row, index) =>
  Array.from({ length: 11 }, (_, column) => ({
    x: -72 + 14.4 * column + (index % 2 === 0 ? 0 : 7.2) - 3.6,
    y: 34 * Math.sin((row / 3) * (Math.PI / 2)),
  })),
);

/** Needles that stand out against the air above and below. */
const needles = Array.from({ length: 11 }, (_, column) => -72 + 14.4 * column)
  .map((x) => `M${x} ${-drum.halfHeight}v-9M${x} ${drum.halfHeight}v9`)
  .join("");

const handleShade = dotsPath(
  stipple({
    bounds: { left: -15, top: 98, width: 30, height: 150 },
    spacing: 5,
    density: ({ x, y }) => (y > 244 || x > 12 || x < -4 ? 0 : Math.max(0, (10 - x) / 22)),
  }),
);

/** The roller: drum with needles, fork, handle. */
export function Roller({ title }: { readonly title: string }) {
  return (
    <svg viewBox="-120 -64 320 324" className={classes.drawing} role="img" aria-label={title}>
      <g transform="rotate(-32)">
        <path
          className={`${classes.skin} ${classes.line}`}
          d="M-17 104q0-12 12-14l1-22h8l1 22q12 2 12 14v132q0 16-17 16t-17-16z"
        />
        <path d={handleShade} className={classes.dots} strokeWidth={3} />
        <path className={classes.line} d="M-96 0v38q0 22 22 26l62 6h24l62-6q22-4 22-26V0" />
        <rect
          className={`${classes.skin} ${classes.line}`}
          x={-drum.halfWidth}
          y={-drum.halfHeight}
          width={2 * drum.halfWidth}
          height={2 * drum.halfHeight}
          rx={12}
        />
        <path d={needles} className={classes.line} />
        <path d={dotsPath(tips)} className={classes.dots} strokeWidth={4.4} />
        <path className={classes.line} d="M-96 0h12M84 0h12" />
      </g>
    </svg>
  );
}
