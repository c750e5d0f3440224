import { useState } from "react";
import { measureTexts } from "../texts.ts";
import type { Overlay } from "./alignment.ts";
import classes from "./Compare.module.css";
import type { Pair } from "./ComparePair.tsx";
import { Stage } from "./Stage.tsx";

const texts = measureTexts.compare;

/** Before to the left of the line, after to the right; the line is a slider for finger, mouse and arrow keys. */
export function Slide({ before, after, overlay }: Pair & { readonly overlay: Overlay }) {
  const [percent, setPercent] = useState(50);
  return (
    <div className={classes.slide}>
      <div className={classes.layers}>
        <Stage
          before={before}
          after={after}
          overlay={overlay}
          afterStyle={{ clipPath: `inset(0 0 0 ${percent}%)` }}
          label={`${before.name}; ${after.name}`}
        />
        <span className={classes.line} style={{ left: `${percent}%` }} aria-hidden />
      </div>
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={100}
        value={percent}
        aria-label={texts.slider}
        aria-valuetext={texts.sliderValue(percent)}
        onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
      />
      <div className={classes.names} aria-hidden>
        <span>{before.name}</span>
        <span>{after.name}</span>
      </div>
    </div>
  );
}
