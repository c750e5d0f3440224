import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { measureTexts } from "../texts.ts";
import type { Overlay } from "./alignment.ts";
import classes from "./Compare.module.css";
import type { Pair } from "./ComparePair.tsx";
import { Stage } from "./Stage.tsx";

const texts = measureTexts.compare;

/** Slow enough to look at, quick enough that what moved is seen to move; far below three flashes a second. */
const blinkMs = 900;

/** One photo after the other in the same place, by hand or by itself. */
export function Blink({ before, after, overlay }: Pair & { readonly overlay: Overlay }) {
  const [isAfter, setAfter] = useState(false);
  const [isBlinking, setBlinking] = useState(false);

  useEffect(() => {
    if (!isBlinking) return;
    const timer = setInterval(() => setAfter((was) => !was), blinkMs);
    return () => clearInterval(timer);
  }, [isBlinking]);

  const shown = isAfter ? after : before;
  return (
    <div className={classes.slide}>
      <Stage
        before={before}
        after={after}
        overlay={overlay}
        afterStyle={{ visibility: isAfter ? "visible" : "hidden" }}
        label={shown.name}
      />
      <p aria-live={isBlinking ? "off" : "polite"}>{texts.shown(shown.name)}</p>
      <div className={classes.actions}>
        <Button
          variant="outline"
          onClick={() => {
            setBlinking(false);
            setAfter(!isAfter);
          }}
        >
          {texts.other}
        </Button>
        <Button variant="outline" onClick={() => setBlinking(!isBlinking)}>
          {isBlinking ? texts.stop : texts.blink}
        </Button>
      </div>
    </div>
  );
}
