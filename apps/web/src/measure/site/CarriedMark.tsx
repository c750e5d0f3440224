import { invertHomography, mapPoint, type Point } from "@stipple/trichometry";
import type { PhotoRow } from "../../ui/contract.ts";
import type { Overlay } from "../compare/alignment.ts";
import { useAlignment } from "../compare/use-alignment.ts";
import { useLandmarks } from "../compare/use-landmarks.ts";
import { MarkedPhoto } from "./MarkedPhoto.tsx";
import { MatchState } from "./MatchState.tsx";
import type { MarkedView } from "./place.ts";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.where;

interface CarriedMarkProps {
  readonly marked: MarkedView;
  /** A newer photo of the same view, not marked yet. */
  readonly newer: PhotoRow;
  readonly nameOf: (photo: PhotoRow) => string;
}

/** The place on the newest photo of the view, found by laying that photo over the marked one; or the marked one. */
export function CarriedMark({ marked, newer, nameOf }: CarriedMarkProps) {
  const { pairs } = useLandmarks(marked.photo, newer);
  const { alignment, cancel } = useAlignment(addressOf(marked.photo), addressOf(newer), pairs);
  const at = alignment.kind === "aligned" ? carry(marked, newer, alignment.overlay) : undefined;

  if (alignment.kind === "aligning") {
    return (
      <MatchState
        matching={{ kind: "matching", doneFraction: undefined }}
        says={texts.carrying(nameOf(newer))}
        onStop={cancel}
        onAgain={cancel}
      />
    );
  }
  return at ? (
    <MarkedPhoto
      photo={newer}
      at={at}
      name={nameOf(newer)}
      says={texts.carried(nameOf(newer), nameOf(marked.photo))}
    />
  ) : (
    <MarkedPhoto
      {...marked}
      name={nameOf(marked.photo)}
      says={`${texts.marked(nameOf(marked.photo))} ${texts.notCarried(nameOf(newer))}`}
    />
  );
}

const addressOf = ({ id }: PhotoRow) => `/api/photos/${id}/image`;

/** Where the newer photo has the place; both were compared at another size than they are kept at. */
function carry(
  { at, photo }: MarkedView,
  newer: PhotoRow,
  { before, after, toBefore }: Overlay,
): Point | undefined {
  const toAfter = invertHomography(toBefore);
  if (!toAfter) return undefined;
  const reduced = before.width / photo.widthPx;
  const { x, y } = mapPoint(toAfter, { x: at.x * reduced, y: at.y * reduced });
  const isInside = x >= 0 && y >= 0 && x < after.width && y < after.height;
  const enlarged = newer.widthPx / after.width;
  return isInside ? { x: x * enlarged, y: y * enlarged } : undefined;
}
