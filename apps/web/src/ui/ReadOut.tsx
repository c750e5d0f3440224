import { type PointerEvent, useState } from "react";
import classes from "./StillChart.module.css";
import type { Drawn } from "./still-figures.ts";

/** The values of a picture, one after another along its bottom. */
export interface Reading {
  /** What is moved, for people who cannot see the line: "Week". */
  readonly label: string;
  /** How many places can be read, evenly spaced over the axis. */
  readonly count: number;
  /** Which of them is read before anything was pointed at. */
  readonly first: number;
  readonly say: (index: number) => string;
}

interface ReadOutProps extends Reading {
  readonly plot: Drawn["plot"] | undefined;
  readonly heightPx: number;
}

/** A line over the picture that follows the pointer or the arrow keys, and what stands there, in words below. */
export function ReadOut({ label, count, first, say, plot, heightPx }: ReadOutProps) {
  const [index, setIndex] = useState<number>();
  const last = Math.max(1, count - 1);
  const at = Math.min(index ?? first, last);

  const follow = ({ currentTarget, clientX }: PointerEvent) => {
    if (!plot || plot.rightPx <= plot.leftPx) return;
    const x = clientX - currentTarget.getBoundingClientRect().left;
    const share = (x - plot.leftPx) / (plot.rightPx - plot.leftPx);
    setIndex(Math.round(Math.min(1, Math.max(0, share)) * last));
  };
  return (
    <>
      <div
        className={classes.reader}
        style={{ height: heightPx }}
        onPointerMove={follow}
        onPointerDown={follow}
      >
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={label}
          aria-valuetext={say(at)}
          onChange={(event) => setIndex(event.currentTarget.valueAsNumber)}
        />
        {plot && <i style={{ left: plot.leftPx + ((plot.rightPx - plot.leftPx) * at) / last }} />}
      </div>
      <p className={classes.said}>{say(at)}</p>
    </>
  );
}
