import { landmarkNames, type Point } from "@stipple/trichometry";
import { type RefObject, useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { isArrow, stepOf } from "../closeup/choose-hair.ts";
import { bringInto, type PhotoView, viewHeight, wholePhoto } from "../closeup/photo-view.ts";
import { Cross, PlaceMark } from "../photo/PlaceMark.tsx";
import { ZoomedPhoto } from "../photo/ZoomedPhoto.tsx";
import { measureTexts } from "../texts.ts";
import type { SetLandmark } from "./landmarks.ts";

const texts = measureTexts.landmarks;

interface LandmarkPhotoProps {
  readonly groupRef: RefObject<HTMLDivElement | null>;
  readonly photo: PhotoRow;
  readonly name: string;
  /** Those of this photo. */
  readonly set: readonly SetLandmark[];
  /** The next landmark is set in this photo. */
  readonly isWanted: boolean;
  readonly onPlace: (at: Point, by: "pointer" | "keys") => void;
}

/** One of the two photos: a tap sets the landmark, or Enter where the arrow keys brought the cross. */
export function LandmarkPhoto(props: LandmarkPhotoProps) {
  const { groupRef, photo, name, set, isWanted, onPlace } = props;
  const frame = { width: photo.widthPx, height: photo.heightPx };
  const [view, setView] = useState<PhotoView>(() => wholePhoto(frame));
  const [cross, setCross] = useState<Point>();

  const press = (key: string) => {
    if (!isWanted) return false;
    const from = cross ?? {
      x: view.x + view.width / 2,
      y: view.y + viewHeight(view, frame) / 2,
    };
    if (isArrow(key)) {
      const { x, y } = stepOf(key, view.width / 60);
      const to = { x: from.x + x, y: from.y + y };
      setCross(to);
      setView(bringInto(view, frame, to));
      return true;
    }
    if (key !== "Enter" && key !== " ") return false;
    onPlace(from, "keys");
    setCross(undefined);
    return true;
  };

  return (
    <ZoomedPhoto
      groupRef={groupRef}
      photoId={photo.id}
      frame={frame}
      name={name}
      label={texts.label(name, set.length)}
      view={view}
      onView={setView}
      onTap={(at) => {
        setCross(undefined);
        if (isWanted) onPlace(at, "pointer");
      }}
      onKey={press}
    >
      {set.map((one) => (
        <PlaceMark
          key={one.name}
          at={one.at}
          sizePx={view.width / 28}
          mark={String(landmarkNames.indexOf(one.name) + 1)}
        />
      ))}
      {cross && isWanted && <Cross at={cross} sizePx={view.width / 30} />}
    </ZoomedPhoto>
  );
}
