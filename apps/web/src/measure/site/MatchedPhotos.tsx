import { useState } from "react";
import closeUp from "../closeup/CloseUp.module.css";
import { middleOf } from "../closeup/choose-hair.ts";
import type { Frame } from "../closeup/kept-measurement.ts";
import { bringInto, type PhotoView, wholePhoto } from "../closeup/photo-view.ts";
import type { ComparedCloseUp } from "./comparable.ts";
import type { PairedHair, PhotoOfPair } from "./hair-states.ts";
import { MatchedPhoto } from "./MatchedPhoto.tsx";
import classes from "./Site.module.css";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.hairs;

/** One of the two photos with its hairs and what became of each. */
export interface MatchedSide {
  readonly photoId: string;
  readonly frame: Frame;
  readonly name: string;
  readonly hairs: ComparedCloseUp["hairs"];
  readonly states: readonly PairedHair[];
}

type MatchedPhotosProps = Readonly<Record<PhotoOfPair, MatchedSide>>;

/** Which hair is chosen, in either photo; its partner is chosen with it. */
type Chosen = Readonly<Record<PhotoOfPair, number | undefined>>;

const nothing: Chosen = { first: undefined, second: undefined };

/** Both photos, every hair marked by what became of it; choosing a hair shows the same hair in the other photo. */
export function MatchedPhotos(sides: MatchedPhotosProps) {
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const [views, setViews] = useState<Readonly<Record<PhotoOfPair, PhotoView>>>({
    first: wholePhoto(sides.first.frame),
    second: wholePhoto(sides.second.frame),
  });

  const choose = (photo: PhotoOfPair, number: number | undefined) => {
    const other = otherOf(photo);
    const partner = number === undefined ? undefined : sides[photo].states[number]?.partner;
    const next: Chosen = { ...nothing, [photo]: number, [other]: partner };
    setChosen(next);
    setViews({
      first: viewOn(sides.first, next.first, views.first),
      second: viewOn(sides.second, next.second, views.second),
    });
  };

  return (
    <>
      <div className={classes.pair}>
        {(["first", "second"] as const).map((photo) => (
          <MatchedPhoto
            key={photo}
            {...sides[photo]}
            chosen={chosen[photo]}
            view={views[photo]}
            onView={(view) => setViews({ ...views, [photo]: view })}
            onChoose={(number) => choose(photo, number)}
          />
        ))}
      </div>
      <p className={closeUp.status} role="status">
        {saidOf(sides, chosen) ?? texts.hint}
      </p>
    </>
  );
}

function otherOf(photo: PhotoOfPair): PhotoOfPair {
  return photo === "first" ? "second" : "first";
}

function viewOn({ hairs, frame }: MatchedSide, number: number | undefined, view: PhotoView) {
  const hair = number === undefined ? undefined : hairs[number];
  return hair ? bringInto(view, frame, middleOf(hair)) : view;
}

function saidOf(sides: MatchedPhotosProps, { first, second }: Chosen): string | undefined {
  const [photo, number] =
    first === undefined ? (["second", second] as const) : (["first", first] as const);
  if (number === undefined) return undefined;
  const state = sides[photo].states[number]?.state ?? "outside";
  const width = (side: PhotoOfPair, at: number | undefined) =>
    at === undefined ? undefined : sides[side].hairs[at]?.widthUm?.toFixed(0);
  return texts.chosen({
    where: sides[photo].name,
    place: number + 1,
    count: sides[photo].hairs.length,
    state: texts.states[state],
    before: width("first", first),
    after: width("second", second),
  });
}
