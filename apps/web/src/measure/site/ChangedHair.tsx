import type { NamedHair, Point } from "@stipple/trichometry";
import { pathOf } from "../closeup/HairLines.tsx";
import type { SeenState } from "./hair-states.ts";
import classes from "./Site.module.css";

interface ChangedHairProps {
  readonly hair: Pick<NamedHair, "polyline" | "root">;
  readonly state: SeenState;
  /** Half the size of a mark, in pixels of the photo. */
  readonly markPx: number;
  readonly isChosen?: boolean;
}

/** A hair in the colour, the stroke and the mark of what became of it. */
export function ChangedHair({ hair, state, markPx, isChosen = false }: ChangedHairProps) {
  const path = pathOf(hair.polyline);
  const mark = markPath(state, hair.root, markPx);
  return (
    <g className={classes.hair} data-state={state} data-chosen={isChosen || undefined}>
      <path d={path} data-part="ground" />
      <path d={path} data-part="line" />
      {mark && <path d={mark} data-part="mark-ground" />}
      {mark && <path d={mark} data-part="mark" />}
    </g>
  );
}

/** The shape at a hair's root: it says the same as the colour. */
function markPath(state: SeenState, { x, y }: Point, r: number): string | undefined {
  switch (state) {
    case "new":
      return `M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}`;
    case "gone":
      return `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x - r} ${y + r}l${2 * r} ${-2 * r}`;
    case "thicker":
      return `M${x - r} ${y + r}h${2 * r}L${x} ${y - r}Z`;
    case "thinner":
      return `M${x - r} ${y - r}h${2 * r}L${x} ${y + r}Z`;
    case "unsure":
      return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case "kept":
      return `M${x} ${y}h0.001`;
    case "outside":
      return undefined;
  }
}
