import { IconMaximize, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import classes from "./CloseUp.module.css";
import type { Frame } from "./kept-measurement.ts";
import { type PhotoView, viewHeight, wholePhoto, zoomStep, zoomView } from "./photo-view.ts";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.picture;

interface ZoomButtonsProps {
  readonly view: PhotoView;
  readonly frame: Frame;
  readonly onView: (view: PhotoView) => void;
  /** Which photo, where there are several. */
  readonly name?: string;
}

export function ZoomButtons({ view, frame, onView, name }: ZoomButtonsProps) {
  const labelled = (label: string) => (name === undefined ? label : `${label}: ${name}`);
  const at = { x: view.x + view.width / 2, y: view.y + viewHeight(view, frame) / 2 };
  const isWhole = view.width >= frame.width;
  return (
    <div className={classes.tools}>
      <button
        type="button"
        aria-label={labelled(texts.closer)}
        onClick={() => onView(zoomView(view, frame, { factor: zoomStep, at }))}
      >
        <IconZoomIn size={20} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={labelled(texts.farther)}
        disabled={isWhole}
        onClick={() => onView(zoomView(view, frame, { factor: 1 / zoomStep, at }))}
      >
        <IconZoomOut size={20} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={labelled(texts.whole)}
        disabled={isWhole}
        onClick={() => onView(wholePhoto(frame))}
      >
        <IconMaximize size={20} aria-hidden />
      </button>
    </div>
  );
}
