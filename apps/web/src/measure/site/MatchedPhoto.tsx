import type { Point } from "@stipple/trichometry";
import { memo } from "react";
import { hairAt, isArrow, middleOf, nextHair } from "../closeup/choose-hair.ts";
import { type PhotoView, viewHeight } from "../closeup/photo-view.ts";
import { ZoomedPhoto } from "../photo/ZoomedPhoto.tsx";
import { ChangedHair } from "./ChangedHair.tsx";
import type { MatchedSide } from "./MatchedPhotos.tsx";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.hairs;

interface MatchedPhotoProps extends MatchedSide {
  readonly chosen: number | undefined;
  readonly view: PhotoView;
  readonly onView: (view: PhotoView) => void;
  readonly onChoose: (number: number | undefined) => void;
}

/** Marks of this size across the picture stay apart at every zoom. */
const marksAcross = 110;

/** One photo of the pair: its hairs are chosen by pointer or by the arrow keys. */
export function MatchedPhoto(props: MatchedPhotoProps) {
  const { photoId, frame, name, hairs, states, chosen, view, onView, onChoose } = props;
  const markPx = view.width / marksAcross;
  const chosenHair = chosen === undefined ? undefined : hairs[chosen];
  const middle: Point = {
    x: view.x + view.width / 2,
    y: view.y + viewHeight(view, frame) / 2,
  };
  const numberOf = (hair: (typeof hairs)[number] | undefined) =>
    hair ? hairs.indexOf(hair) : undefined;
  const press = (key: string) => {
    if (!isArrow(key)) return false;
    const next = nextHair(hairs, chosenHair ? middleOf(chosenHair) : middle, key);
    if (next) onChoose(numberOf(next));
    return true;
  };

  return (
    <ZoomedPhoto
      photoId={photoId}
      frame={frame}
      name={name}
      label={texts.label(name, hairs.length)}
      view={view}
      onView={onView}
      onTap={(place, reachPx) => onChoose(numberOf(hairAt(hairs, place, reachPx)))}
      onKey={press}
    >
      <Marked hairs={hairs} states={states} markPx={markPx} />
      {chosenHair && (
        <ChangedHair
          hair={chosenHair}
          state={states[chosen ?? 0]?.state ?? "outside"}
          markPx={markPx}
          isChosen
        />
      )}
    </ZoomedPhoto>
  );
}

const Marked = memo(function Marked({
  hairs,
  states,
  markPx,
}: Pick<MatchedSide, "hairs" | "states"> & { readonly markPx: number }) {
  // Those that changed lie over those that stayed.
  const order = [...hairs.keys()].toSorted(
    (a, b) => Number(isCalm(states[b])) - Number(isCalm(states[a])),
  );
  return (
    <>
      {order.map((number) => {
        const hair = hairs[number];
        return (
          hair && (
            <ChangedHair
              key={hair.id}
              hair={hair}
              state={states[number]?.state ?? "outside"}
              markPx={markPx}
            />
          )
        );
      })}
    </>
  );
});

function isCalm(paired: MatchedSide["states"][number] | undefined): boolean {
  return paired === undefined || paired.state === "kept" || paired.state === "outside";
}
