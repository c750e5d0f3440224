import type { ReactNode } from "react";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

interface RefinedProps {
  /** How far a finer estimate is; nothing is shown where there is none to wait for. */
  readonly doneFraction: number | undefined;
  readonly children: ReactNode;
}

/** A figure that is drawn roughly at first, with how far the finer one is. */
export function Refined({ doneFraction, children }: RefinedProps) {
  return (
    <div className={classes.refined}>
      {children}
      {doneFraction !== undefined && (
        <label className={classes.progress}>
          {understandTexts.forecast.progress}
          <progress max={1} value={doneFraction} />
        </label>
      )}
    </div>
  );
}
