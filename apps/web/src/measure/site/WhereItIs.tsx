import { Button } from "@mantine/core";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import closeUp from "../closeup/CloseUp.module.css";
import compare from "../compare/Compare.module.css";
import { measureTexts } from "../texts.ts";
import { useSaveDetails } from "../use-save-details.ts";
import { isGlobalView } from "../views.ts";
import { CarriedMark } from "./CarriedMark.tsx";
import { MarkedPhoto } from "./MarkedPhoto.tsx";
import { MarkPlace } from "./MarkPlace.tsx";
import { PlaceInWords } from "./PlaceInWords.tsx";
import { markedViewOf, newerView, viewsOf, withMark } from "./place.ts";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.where;

interface WhereItIsProps {
  readonly siteId: string;
  /** Of every view and site, newest first. */
  readonly photos: readonly PhotoRow[];
  readonly style: DateStyle;
}

/** How the place is found again: marked on a view of the head, and in words. */
export function WhereItIs({ siteId, photos, style }: WhereItIsProps) {
  const [isMarking, setMarking] = useState(false);
  const { save, undo, last, problem } = useSaveDetails();
  const views = viewsOf(photos);
  const marked = markedViewOf(siteId, photos);
  const newer = marked && newerView(marked, photos);
  const nameOf = ({ details: { view, takenOn } }: PhotoRow) => {
    const what = isGlobalView(view) ? measureTexts.views[view] : "";
    return measureTexts.photoOf(what, formatLongDay(takenOn, style));
  };

  return (
    <Panel title={texts.title}>
      <p>{texts.says}</p>
      {problem && <ProblemNotice problem={problem} />}
      {isMarking && (
        <MarkPlace
          views={views}
          nameOf={nameOf}
          onLeave={() => setMarking(false)}
          onDone={(photo, at) => {
            setMarking(false);
            save(photo, withMark(photo.details, siteId, at));
          }}
        />
      )}
      {!isMarking && marked && newer && (
        <CarriedMark key={newer.id} marked={marked} newer={newer} nameOf={nameOf} />
      )}
      {!isMarking && marked && !newer && (
        <MarkedPhoto
          {...marked}
          name={nameOf(marked.photo)}
          says={texts.marked(nameOf(marked.photo))}
        />
      )}
      {!isMarking && (
        <div className={compare.actions}>
          {views.length === 0 ? (
            <p className={closeUp.soft}>{texts.noViews}</p>
          ) : (
            <Button variant="outline" size="sm" onClick={() => setMarking(true)}>
              {marked ? texts.again : texts.mark}
            </Button>
          )}
          {last && (
            <Button variant="subtle" size="sm" onClick={undo}>
              {texts.undo}
            </Button>
          )}
        </div>
      )}
      <PlaceInWords closeUps={photos.filter(({ details }) => details.siteId === siteId)} />
    </Panel>
  );
}
