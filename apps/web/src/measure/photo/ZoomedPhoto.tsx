import type { Point } from "@stipple/trichometry";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import classes from "../closeup/CloseUp.module.css";
import { isArrow, stepOf } from "../closeup/choose-hair.ts";
import type { Frame } from "../closeup/kept-measurement.ts";
import {
  type PhotoView,
  panView,
  photoBox,
  viewHeight,
  wholePhoto,
  zoomStep,
  zoomView,
} from "../closeup/photo-view.ts";
import { usePhotoGestures } from "../closeup/use-photo-gestures.ts";
import { ZoomButtons } from "../closeup/ZoomButtons.tsx";

interface ZoomedPhotoProps {
  readonly photoId: string;
  readonly frame: Frame;
  /** What the photo is for. */
  readonly name: string;
  /** What is seen in it. */
  readonly label: string;
  readonly view: PhotoView;
  readonly onView: (view: PhotoView) => void;
  /** A place was tapped; a finger means what lies within `reachPx` of it. */
  readonly onTap: (place: Point, reachPx: number) => void;
  /** Keys of its own, before those that move and zoom; says whether it took the key. */
  readonly onKey: (key: string) => boolean;
  /** For whoever moves the focus to it. */
  readonly groupRef?: RefObject<HTMLDivElement | null>;
  /** Drawn over the photo, in its pixels. */
  readonly children: ReactNode;
}

/** A finger hits what lies so near, in pixels of the screen. */
const fingerPx = 22;

/** A photo that is moved and zoomed by pointer or keys, with something drawn over it. */
export function ZoomedPhoto(props: ZoomedPhotoProps) {
  const { photoId, frame, name, label, view, onView, onTap, onKey, children } = props;
  const own = useRef<HTMLDivElement>(null);
  const place = props.groupRef ?? own;
  usePhotoGestures(place, {
    view,
    frame,
    isDrawing: false,
    onView: (change) => onView(change(view)),
    onTap: (at) => onTap(at, (fingerPx * view.width) / (place.current?.clientWidth ?? 1)),
    onLine: () => undefined,
    onDrawn: () => undefined,
  });
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const moved = event.shiftKey ? undefined : onKey(event.key);
    const next = moved ? undefined : viewAfter(event, view, frame);
    if (next) onView(next);
    if (moved || next) event.preventDefault();
  };

  return (
    <div className={classes.zoomed}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form, and this is a map. */}
      <div
        ref={place}
        className={classes.photo}
        data-near={view.width < frame.width || undefined}
        style={photoBox(frame)}
        role="group"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move what is chosen.
        tabIndex={0}
        onKeyDown={press}
      >
        <svg
          viewBox={`${view.x} ${view.y} ${view.width} ${viewHeight(view, frame)}`}
          role="img"
          aria-label={label}
        >
          <image
            href={`/api/photos/${photoId}/image`}
            x={-0.5}
            y={-0.5}
            width={frame.width}
            height={frame.height}
          />
          {children}
        </svg>
      </div>
      <ZoomButtons view={view} frame={frame} onView={onView} name={name} />
    </div>
  );
}

/** Where a key that moves or zooms leads, if it is one. */
function viewAfter(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  view: PhotoView,
  frame: Frame,
): PhotoView | undefined {
  if (isArrow(key))
    return shiftKey ? panView(view, frame, stepOf(key, 0.15 * view.width)) : undefined;
  const at = { x: view.x + view.width / 2, y: view.y + viewHeight(view, frame) / 2 };
  if (key === "+" || key === "=") return zoomView(view, frame, { factor: zoomStep, at });
  if (key === "-") return zoomView(view, frame, { factor: 1 / zoomStep, at });
  return key === "0" ? wholePhoto(frame) : undefined;
}
