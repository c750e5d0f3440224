import type { Point } from "@stipple/trichometry";
import type { PhotoRow } from "../../ui/contract.ts";
import { PlaceMark } from "../photo/PlaceMark.tsx";
import classes from "./Site.module.css";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.where;

interface MarkedPhotoProps {
  readonly photo: PhotoRow;
  readonly at: Point;
  readonly name: string;
  /** Where the mark comes from. */
  readonly says: string;
}

/** A view of the head with the place marked on it. */
export function MarkedPhoto({ photo, at, name, says }: MarkedPhotoProps) {
  const { id, widthPx, heightPx } = photo;
  return (
    <figure className={classes.marked}>
      <svg viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={texts.label(name)}>
        <image href={`/api/photos/${id}/image`} width={widthPx} height={heightPx} />
        <PlaceMark at={at} sizePx={widthPx / 28} mark="×" />
      </svg>
      <figcaption>{says}</figcaption>
    </figure>
  );
}
