import { type RefObject, useEffect, useRef } from "react";
import { type MapView, pan, placeAt, zoom } from "./map-view.ts";

interface Gestures {
  readonly view: MapView;
  readonly sideMm: number;
  readonly onView: (change: (view: MapView) => MapView) => void;
  /** The place under a pointer that only points; nothing when it leaves. */
  readonly onRead: (placeMm: readonly [x: number, y: number] | undefined) => void;
}

type Point = readonly [x: number, y: number];

/** A wheel's step, as a power of e for each pixel. */
const zoomPerPx = 0.0022;

/**
 * Drags, pinches and the wheel. The wheel scrolls the page as anywhere, unless Ctrl is held (as in a pinch on a
 * touchpad) or the map has the focus.
 */
export function useMapGestures(gestures: Gestures): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });

  useEffect(() => {
    const element = place.current;
    return element === null ? undefined : listen(element, latest);
  }, []);
  return place;
}

function listen(element: HTMLElement, latest: RefObject<Gestures>): () => void {
  const held = new Map<number, Point>();
  const shareOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };

  const press = (event: PointerEvent) => {
    held.set(event.pointerId, shareOf(event));
    element.setPointerCapture(event.pointerId);
    latest.current.onRead(placeAt(latest.current.view, shareOf(event)));
  };
  const move = (event: PointerEvent) => {
    const { sideMm, onView, onRead } = latest.current;
    const to = shareOf(event);
    const from = held.get(event.pointerId);
    if (from === undefined) return onRead(placeAt(latest.current.view, to));

    const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    held.set(event.pointerId, to);
    onView((view) => {
      const by = held.size > 1 ? 0.5 : 1;
      const moved = pan(view, sideMm, [
        (from[0] - to[0]) * by * view.shownMm,
        (from[1] - to[1]) * by * view.shownMm,
      ]);
      if (other === undefined) return moved;
      const middle: Point = [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2];
      const factor = distance(to, other) / Math.max(0.01, distance(from, other));
      return zoom(moved, sideMm, { factor, at: placeAt(moved, middle) });
    });
  };
  const release = ({ pointerId }: PointerEvent) => held.delete(pointerId);
  // A finger that is lifted has read something; a mouse that leaves has not.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === "mouse") latest.current.onRead(undefined);
  };
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !element.matches(":focus")) return;
    event.preventDefault();
    const { sideMm, onView } = latest.current;
    const factor = Math.exp(-event.deltaY * zoomPerPx * (event.ctrlKey ? 4 : 1));
    onView((view) => zoom(view, sideMm, { factor, at: placeAt(view, shareOf(event)) }));
  };

  const all = new AbortController();
  const { signal } = all;
  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("pointerleave", leave, { signal });
  element.addEventListener("wheel", turn, { signal, passive: false });
  return () => all.abort();
}

function distance([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(x - otherX, y - otherY);
}
