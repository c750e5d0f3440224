import type { Point } from "@stipple/trichometry";
import { type RefObject, useEffect, useRef } from "react";
import type { Frame } from "./kept-measurement.ts";
import { type PhotoView, panView, placeIn, zoomView } from "./photo-view.ts";

interface Gestures {
  readonly view: PhotoView;
  readonly frame: Frame;
  /** One finger draws, instead of moving the photo. */
  readonly isDrawing: boolean;
  readonly onView: (change: (view: PhotoView) => PhotoView) => void;
  readonly onTap: (point: Point) => void;
  /** The line so far; empty when it is given up. */
  readonly onLine: (line: readonly Point[]) => void;
  readonly onDrawn: (line: readonly Point[]) => void;
}

type Share = readonly [across: number, down: number];

/** A wheel's step, as a power of e for each pixel. */
const zoomPerPx = 0.0022;
/** A pointer that moved less than this has tapped, in pixels of the screen. */
const tapPx = 6;

/** Taps, drags, pinches, drawing and the wheel. The wheel scrolls the page, unless Ctrl is held or the photo has the focus. */
export function usePhotoGestures(place: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const element = place.current;
    return element === null ? undefined : listen(element, latest);
  }, [place]);
}

interface Stroke {
  readonly from: Share;
  isMoved: boolean;
  line: readonly Point[];
}

function listen(element: HTMLElement, latest: RefObject<Gestures>): () => void {
  const held = new Map<number, Share>();
  let stroke: Stroke | undefined;
  const shareOf = ({ clientX, clientY }: MouseEvent): Share => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const pointAt = (share: Share) => placeIn(latest.current.view, latest.current.frame, share);

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    held.set(event.pointerId, shareOf(event));
    element.setPointerCapture(event.pointerId);
    const from = shareOf(event);
    // A second finger pinches: what the first began is given up.
    stroke = held.size === 1 ? { from, isMoved: false, line: [pointAt(from)] } : undefined;
    latest.current.onLine([]);
  };
  const move = (event: PointerEvent) => {
    const from = held.get(event.pointerId);
    if (!from) return;
    const to = shareOf(event);
    const { width, height } = element.getBoundingClientRect();
    if (stroke && !stroke.isMoved) {
      const movedPx = Math.hypot(
        (to[0] - stroke.from[0]) * width,
        (to[1] - stroke.from[1]) * height,
      );
      if (movedPx < tapPx) return;
      stroke.isMoved = true;
    }
    held.set(event.pointerId, to);
    if (stroke && latest.current.isDrawing) {
      stroke.line = [...stroke.line, pointAt(to)];
      latest.current.onLine(stroke.line);
      return;
    }
    moveView(latest.current, { from, to, other: otherOf(held, event.pointerId) });
  };
  const release = ({ pointerId, type }: PointerEvent) => {
    if (!held.delete(pointerId) || !stroke || held.size > 0) return;
    const ended = stroke;
    stroke = undefined;
    if (type === "pointercancel") latest.current.onLine([]);
    else if (!ended.isMoved) latest.current.onTap(pointAt(ended.from));
    else if (latest.current.isDrawing) latest.current.onDrawn(ended.line);
  };
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !element.matches(":focus")) return;
    event.preventDefault();
    const factor = Math.exp(-event.deltaY * zoomPerPx * (event.ctrlKey ? 4 : 1));
    const { frame, onView } = latest.current;
    const share = shareOf(event);
    onView((view) => zoomView(view, frame, { factor, at: placeIn(view, frame, share) }));
  };

  const all = new AbortController();
  const { signal } = all;
  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("wheel", turn, { signal, passive: false });
  return () => all.abort();
}

function otherOf(held: ReadonlyMap<number, Share>, pointerId: number): Share | undefined {
  return [...held].find(([id]) => id !== pointerId)?.[1];
}

function moveView(
  { frame, onView }: Gestures,
  {
    from,
    to,
    other,
  }: { readonly from: Share; readonly to: Share; readonly other: Share | undefined },
): void {
  onView((view) => {
    const before = placeIn(view, frame, from);
    const after = placeIn(view, frame, to);
    const by = other ? 0.5 : 1;
    const moved = panView(view, frame, {
      x: (before.x - after.x) * by,
      y: (before.y - after.y) * by,
    });
    if (!other) return moved;
    const factor = distance(to, other) / Math.max(0.01, distance(from, other));
    const middle: Share = [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2];
    return zoomView(moved, frame, { factor, at: placeIn(moved, frame, middle) });
  });
}

function distance([x, y]: Share, [otherX, otherY]: Share): number {
  return Math.hypot(x - otherX, y - otherY);
}
