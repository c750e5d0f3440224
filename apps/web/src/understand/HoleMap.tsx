import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import { twoFigures } from "../ui/simulator/numbers.ts";
import type { PunctureAnswer } from "../ui/simulator/panels.ts";
import { drawHoles } from "./draw-holes.ts";
import classes from "./HoleMap.module.css";
import type { HoleMask } from "./hole-mask.ts";
import { type MapView, pan, placeAt, zoom, zoomStep } from "./map-view.ts";
import { understandTexts } from "./texts.ts";
import { useMapGestures } from "./use-map-gestures.ts";

const texts = understandTexts.punctures;

interface HoleMapProps {
  readonly label: string;
  readonly answer: PunctureAnswer;
  readonly mask: HoleMask;
  /** How many holes there are so far. */
  readonly holes: number;
  readonly view: MapView;
  readonly onView: (change: (view: MapView) => MapView) => void;
}

type Place = readonly [xMm: number, yMm: number];

/** The holes of a session on the skin they reach: moved and zoomed by pointer or keys, and read at a place. */
export function HoleMap({ label, answer, mask, holes, view, onView }: HoleMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [read, setRead] = useState<Place>();
  const [isKeyed, setKeyed] = useState(false);
  const colours = useFigureColours();
  const { sideMm } = answer;
  const point = (placeMm: Place | undefined) => {
    setRead(placeMm);
    setKeyed(false);
  };
  const place = useMapGestures({ view, sideMm, onView, onRead: point });

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let frame = 0;
    const draw = () => drawHoles(element, { answer, mask, holes, view, read, colours });
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    });
    watch.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [answer, mask, holes, view, read, colours]);

  const press = (event: KeyboardEvent) => {
    const moved = keyed(event.key, view, sideMm);
    if (!moved) return;
    event.preventDefault();
    onView(() => moved);
    setRead(moved.centreMm);
    setKeyed(true);
  };
  const nearestMm = useMemo(
    () => (read ? distanceToHole(read, answer.placesMm, holes) : undefined),
    [read, answer.placesMm, holes],
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form, and this is a map. */}
      <div
        ref={place}
        className={classes.map}
        role="group"
        aria-label={texts.map}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map.
        tabIndex={0}
        onKeyDown={press}
      >
        <canvas ref={canvas} role="img" aria-label={label} />
      </div>
      <p className={classes.read} aria-live={isKeyed ? "polite" : "off"}>
        {nearestMm === undefined ? texts.mapHint : texts.read(twoFigures(nearestMm))}
      </p>
    </>
  );
}

const panShare = 0.15;

/** What a key does to the view; nothing for a key that is not the map's. */
function keyed(key: string, view: MapView, sideMm: number): MapView | undefined {
  const step = panShare * view.shownMm;
  const at = placeAt(view, [0.5, 0.5]);
  switch (key) {
    case "ArrowLeft":
      return pan(view, sideMm, [-step, 0]);
    case "ArrowRight":
      return pan(view, sideMm, [step, 0]);
    case "ArrowUp":
      return pan(view, sideMm, [0, -step]);
    case "ArrowDown":
      return pan(view, sideMm, [0, step]);
    case "+":
    case "=":
      return zoom(view, sideMm, { factor: zoomStep, at });
    case "-":
      return zoom(view, sideMm, { factor: 1 / zoomStep, at });
    case "0":
      return zoom(view, sideMm, { factor: 0, at });
    default:
      return undefined;
  }
}

function distanceToHole([x, y]: Place, placesMm: Float32Array, holes: number): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (let hole = 0; hole < holes; hole++) {
    const across = (placesMm[2 * hole] ?? 0) - x;
    const down = (placesMm[2 * hole + 1] ?? 0) - y;
    least = Math.min(least, across * across + down * down);
  }
  return holes === 0 ? undefined : Math.sqrt(least);
}
