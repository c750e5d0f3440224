import type { NamedHair, Point } from "@stipple/trichometry";
import { type KeyboardEvent, useRef, useState } from "react";
import classes from "./CloseUp.module.css";
import { hairAt, isArrow, middleOf, nextHair, stepOf } from "./choose-hair.ts";
import { HairLine, HairLines, pathOf } from "./HairLines.tsx";
import type { Frame } from "./kept-measurement.ts";
import {
  bringInto,
  type PhotoView,
  panView,
  photoBox,
  viewHeight,
  wholePhoto,
  zoomStep,
  zoomView,
} from "./photo-view.ts";
import { closeUpTexts } from "./texts.ts";
import { usePhotoGestures } from "./use-photo-gestures.ts";
import { ZoomButtons } from "./ZoomButtons.tsx";

const texts = closeUpTexts.picture;

/** What a tap on the photo does. */
export type Mode = "choose" | "draw" | "split" | "join";

interface HairOverlayProps {
  readonly photoId: string;
  readonly frame: Frame;
  readonly hairs: readonly NamedHair[];
  readonly roi: readonly Point[] | undefined;
  readonly mode: Mode;
  readonly chosen: NamedHair | undefined;
  /** Points of the hair that is being drawn. */
  readonly draft: readonly Point[];
  readonly onChoose: (hair: NamedHair | undefined) => void;
  /** A point was meant: of a drawn hair, or the place of a split. */
  readonly onPoint: (point: Point) => void;
  readonly onDrawn: (line: readonly Point[]) => void;
  readonly onRemove: () => void;
}

/** A finger hits a hair from this far, in pixels of the screen. */
const reachPx = 22;

/** The photo with every hair drawn on it: moved, zoomed, and each hair chosen by pointer or keys. */
export function HairOverlay(props: HairOverlayProps) {
  const { photoId, frame, hairs, roi, mode, chosen, draft, onChoose, onPoint, onDrawn } = props;
  const [view, setView] = useState<PhotoView>(() => wholePhoto(frame));
  const [cross, setCross] = useState<Point>();
  const [line, setLine] = useState<readonly Point[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const pxPerScreenPx = () => view.width / (place.current?.clientWidth ?? 1);

  const tap = (point: Point) => {
    setCross(undefined);
    if (mode === "draw" || mode === "split") onPoint(point);
    else onChoose(hairAt(hairs, point, reachPx * pxPerScreenPx()));
  };
  usePhotoGestures(place, {
    view,
    frame,
    isDrawing: mode === "draw",
    onView: setView,
    onTap: tap,
    onLine: setLine,
    onDrawn: (drawn) => {
      setLine([]);
      onDrawn(drawn);
    },
  });
  const press = (event: KeyboardEvent) => {
    const done = pressed(event, { ...props, view, setView, cross, setCross });
    if (done) event.preventDefault();
  };
  const height = viewHeight(view, frame);
  const drawn = line.length > 0 ? line : draft;

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form, and this is a map. */}
      <div
        ref={place}
        className={classes.photo}
        data-drawing={mode === "draw" || undefined}
        data-near={view.width < frame.width || undefined}
        style={photoBox(frame)}
        role="group"
        aria-label={texts.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys choose hairs.
        tabIndex={0}
        onKeyDown={press}
      >
        <svg
          viewBox={`${view.x} ${view.y} ${view.width} ${height}`}
          role="img"
          aria-label={texts.label(closeUpTexts.hairs(hairs.length))}
        >
          <image
            href={`/api/photos/${photoId}/image`}
            x={-0.5}
            y={-0.5}
            width={frame.width}
            height={frame.height}
          />
          {roi && <path className={classes.roi} d={`${pathOf(roi)}Z`} />}
          <HairLines hairs={hairs} />
          {chosen && <HairLine hair={chosen} isChosen />}
          {drawn.length > 0 && <path className={classes.draft} d={draftPath(drawn)} />}
          {cross && <path className={classes.cross} d={crossPath(cross, view.width / 30)} />}
        </svg>
      </div>
      <ZoomButtons view={view} frame={frame} onView={setView} />
    </>
  );
}

function draftPath(line: readonly Point[]): string {
  return line.length === 1 ? `${pathOf(line)}h0.001` : pathOf(line);
}

function crossPath({ x, y }: Point, reach: number): string {
  return `M${x - reach} ${y}H${x + reach}M${x} ${y - reach}V${y + reach}`;
}

interface Keyed
  extends Pick<
    HairOverlayProps,
    "frame" | "hairs" | "mode" | "chosen" | "onChoose" | "onPoint" | "onRemove"
  > {
  readonly view: PhotoView;
  readonly setView: (view: PhotoView) => void;
  readonly cross: Point | undefined;
  readonly setCross: (cross: Point | undefined) => void;
}

/** What a key does; says whether it was one of the photo's. */
function pressed({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, keyed: Keyed): boolean {
  if (ctrlKey || metaKey) return false;
  const { view, frame, mode, chosen, setView, cross, setCross } = keyed;
  const middle = { x: view.x + view.width / 2, y: view.y + viewHeight(view, frame) / 2 };
  const isPlacing = mode === "draw" || mode === "split";
  if (isArrow(key)) {
    if (shiftKey) setView(panView(view, frame, stepOf(key, 0.15 * view.width)));
    else if (isPlacing) {
      const { x, y } = stepOf(key, view.width / 80);
      const from = cross ?? middle;
      const to = { x: from.x + x, y: from.y + y };
      setCross(to);
      setView(bringInto(view, frame, to));
    } else {
      const next = nextHair(keyed.hairs, chosen ? middleOf(chosen) : middle, key);
      if (next) {
        keyed.onChoose(next);
        setView(bringInto(view, frame, middleOf(next)));
      }
    }
    return true;
  }
  const at = cross ?? (chosen ? middleOf(chosen) : middle);
  switch (key) {
    case "Enter":
    case " ":
      if (isPlacing) keyed.onPoint(cross ?? middle);
      return isPlacing;
    case "+":
    case "=":
      setView(zoomView(view, frame, { factor: zoomStep, at }));
      return true;
    case "-":
      setView(zoomView(view, frame, { factor: 1 / zoomStep, at }));
      return true;
    case "0":
      setView(wholePhoto(frame));
      return true;
    case "Delete":
    case "Backspace":
      keyed.onRemove();
      return true;
    default:
      return false;
  }
}
