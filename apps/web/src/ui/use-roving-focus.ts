import { type KeyboardEvent, useRef, useState } from "react";
import type { Point } from "./drawings/stipple.ts";

interface Place {
  readonly id: string;
  readonly centre: Point;
}

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** One tab stop for a picture of many places; arrow keys go to the nearest place that way. */
export function useRovingFocus(places: readonly Place[]) {
  const [current, setCurrent] = useState(places[0]?.id);
  const elements = useRef(new Map<string, SVGGElement>());
  const stop = places.some(({ id }) => id === current) ? current : places[0]?.id;

  return (id: string) => ({
    tabIndex: id === stop ? 0 : -1,
    ref: (element: SVGGElement | null) => {
      if (element) elements.current.set(id, element);
    },
    onFocus: () => setCurrent(id),
    onKeyDown: (event: KeyboardEvent) => {
      const way = ways[event.key];
      const next = way && nearestThatWay(places, id, way);
      if (!way) return;
      event.preventDefault();
      if (next !== undefined) elements.current.get(next)?.focus();
    },
  });
}

/** The place that lies closest in this direction, straying sideways counting double; none beyond the last. */
export function nearestThatWay(places: readonly Place[], from: string, way: Point) {
  const here = places.find(({ id }) => id === from)?.centre;
  if (!here) return undefined;
  const ahead = places.flatMap(({ id, centre }) => {
    const [dx, dy] = [centre.x - here.x, centre.y - here.y];
    const forward = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    return forward > 4 ? [{ id, cost: forward + 2 * aside }] : [];
  });
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.id;
}
