import { Button, NativeSelect } from "@mantine/core";
import type { Point } from "@stipple/trichometry";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import closeUp from "../closeup/CloseUp.module.css";
import { isArrow, stepOf } from "../closeup/choose-hair.ts";
import { bringInto, type PhotoView, viewHeight, wholePhoto } from "../closeup/photo-view.ts";
import compare from "../compare/Compare.module.css";
import { PlaceMark } from "../photo/PlaceMark.tsx";
import { ZoomedPhoto } from "../photo/ZoomedPhoto.tsx";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.where;

interface MarkPlaceProps {
  /** Newest first; at least one. */
  readonly views: readonly PhotoRow[];
  readonly nameOf: (photo: PhotoRow) => string;
  readonly onDone: (photo: PhotoRow, at: Point) => void;
  readonly onLeave: () => void;
}

/** The person shows the place on a view of the head, by pointer or with the arrow keys. */
export function MarkPlace({ views, nameOf, onDone, onLeave }: MarkPlaceProps) {
  const [photoId, setPhotoId] = useState(views[0]?.id);
  const photo = views.find(({ id }) => id === photoId) ?? views[0];
  const [at, setAt] = useState<Point>();
  if (!photo) return null;

  return (
    <>
      <NativeSelect
        label={texts.onPhoto}
        data={views.map((view) => ({ value: view.id, label: nameOf(view) }))}
        value={photo.id}
        onChange={(event) => {
          setPhotoId(event.currentTarget.value);
          setAt(undefined);
        }}
      />
      <p className={closeUp.soft}>{texts.markHint}</p>
      <PlacePhoto key={photo.id} photo={photo} name={nameOf(photo)} at={at} onPlace={setAt} />
      <div className={compare.actions}>
        <Button size="sm" disabled={!at} onClick={() => at && onDone(photo, at)}>
          {texts.done}
        </Button>
        <Button variant="outline" size="sm" onClick={onLeave}>
          {texts.leave}
        </Button>
      </div>
    </>
  );
}

interface PlacePhotoProps {
  readonly photo: PhotoRow;
  readonly name: string;
  readonly at: Point | undefined;
  readonly onPlace: (at: Point) => void;
}

function PlacePhoto({ photo, name, at, onPlace }: PlacePhotoProps) {
  const frame = { width: photo.widthPx, height: photo.heightPx };
  const [view, setView] = useState<PhotoView>(() => wholePhoto(frame));
  const press = (key: string) => {
    if (!isArrow(key)) return false;
    const from = at ?? { x: view.x + view.width / 2, y: view.y + viewHeight(view, frame) / 2 };
    const step = stepOf(key, view.width / 80);
    const to = { x: from.x + step.x, y: from.y + step.y };
    onPlace(to);
    setView(bringInto(view, frame, to));
    return true;
  };
  return (
    <ZoomedPhoto
      photoId={photo.id}
      frame={frame}
      name={name}
      label={at ? texts.label(name) : name}
      view={view}
      onView={setView}
      onTap={onPlace}
      onKey={press}
    >
      {at && <PlaceMark at={at} sizePx={view.width / 28} mark="×" />}
    </ZoomedPhoto>
  );
}
