import classes from "./Drawing.module.css";
import { earOutlines, headOutline, headView, noseOutline } from "./head-shape.ts";
import { dotsPath, type Point } from "./stipple.ts";

interface HeadDrawingProps {
  readonly title: string;
  readonly dots: readonly Point[];
  readonly dotSize?: number;
  /** A narrow way through the hair, such as a parting. */
  readonly parting?: string | undefined;
}

/** A head from above whose hair is the given dots. */
export function HeadDrawing({ title, dots, dotSize = 5, parting }: HeadDrawingProps) {
  return (
    <svg
      viewBox={`0 0 ${headView.width} ${headView.height}`}
      className={classes.drawing}
      role="img"
      aria-label={title}
    >
      {earOutlines.map((ear) => (
        <path key={ear} d={ear} className={`${classes.skin} ${classes.line}`} />
      ))}
      <path d={noseOutline} className={classes.line} />
      <path d={headOutline} className={classes.skin} />
      <path d={dotsPath(dots)} className={classes.dots} strokeWidth={dotSize} />
      {parting && <path d={parting} className={classes.parting} />}
      <path d={headOutline} className={classes.line} />
    </svg>
  );
}
