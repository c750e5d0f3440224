import classes from "./Drawing.module.css";
import { dotsPath, smoothstep, stipple } from "./stipple.ts";

const surfaceY = 70;
const needles = [118, 200, 282];

/** Lower edge of the epidermis, with its ridges. */
function ridge(x: number): number {
  return surfaceY + 46 + 9 * Math.sin(x / 13) + 4 * Math.sin(x / 5.3 + 1);
}

const ridgePath = Array.from({ length: 77 }, (_, index) => 10 + index * 5)
  .map((x, index) => `${index === 0 ? "M" : "L"}${x} ${ridge(x).toFixed(1)}`)
  .join("");

/** Cells thick in the epidermis, thinning out downward through the dermis. */
const grain = dotsPath(
  stipple({
    bounds: { left: 12, top: surfaceY + 8, width: 376, height: 196 },
    spacing: 5.2,
    density: ({ x, y }) =>
      y < ridge(x) - 3 ? 0.95 : 0.3 * (1 - smoothstep(surfaceY + 60, surfaceY + 200, y)),
  }),
);

/** The skin in section: horny layer, epidermis, dermis with two follicles, and how deep needles reach. */
export function SkinSection({ title }: { readonly title: string }) {
  return (
    <svg viewBox="0 0 400 280" className={classes.drawing} role="img" aria-label={title}>
      <path className={classes.skin} d={`M10 ${surfaceY}H390V274H10Z`} />
      <path d={grain} className={classes.dots} strokeWidth={2.6} />
      {[66, 240, 344].map((x) => (
        <path
          key={x}
          className={`${classes.skin} ${classes.line}`}
          d={`M${x - 5} ${surfaceY}q-4 70-14 120q-4 22 10 26q15-2 13-26q6-60 6-120M${x} 20q1 60-11 190`}
        />
      ))}
      <path className={classes.line} d={`M10 ${surfaceY}H390M10 ${surfaceY + 7}H390`} />
      <path className={classes.line} d={ridgePath} />
      {needles.map((x) => (
        <path
          key={x}
          className={`${classes.skin} ${classes.accent}`}
          d={`M${x - 9} 16L${x - 7} ${surfaceY - 4}L${x} ${surfaceY + 66}L${x + 7} ${surfaceY - 4}L${x + 9} 16`}
        />
      ))}
    </svg>
  );
}
