import { memo } from "react";
import classes from "../HeadMap.module.css";
import { mapCells } from "../head-map-geometry.ts";
import { crown, earOutlines, headDepth, headOutline, noseOutline, rimShade } from "./head-shape.ts";
import { dotsPath, type Point, stipple } from "./stipple.ts";
import { whorlDots } from "./Whorl.tsx";

const cellCentres = [...mapCells.values()].map(({ centre }) => centre);

/** Shading stays on the rim and off the cells, so that dots inside a cell always mean "treated". */
const shading = dotsPath(
  stipple({
    bounds: { left: 40, top: 50, width: 320, height: 384 },
    spacing: 5.2,
    density: (point) => (nearestCell(point) < 42 && headDepth(point) < 0.9 ? 0 : rimShade(point)),
  }),
);

function nearestCell(point: Point): number {
  return Math.min(...cellCentres.map(({ x, y }) => Math.hypot(point.x - x, point.y - y)));
}

/** The head under the cells: ears, nose, rim shading, and the whorl at the crown. */
export const HeadBackground = memo(function HeadBackground() {
  return (
    <g>
      {earOutlines.map((ear) => (
        <path key={ear} d={ear} className={`${classes.head} ${classes.line}`} />
      ))}
      <path d={noseOutline} className={`${classes.head} ${classes.line}`} />
      <path d={headOutline} className={classes.head} />
      <path d={shading} className={classes.shade} />
      <path d={headOutline} className={classes.line} />
      <g transform={`translate(${crown.x} ${crown.y}) scale(0.42)`} className={classes.hub}>
        {whorlDots(34).map(({ x, y, radius }) => (
          <circle key={`${x} ${y}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r={radius.toFixed(1)} />
        ))}
      </g>
    </g>
  );
});
