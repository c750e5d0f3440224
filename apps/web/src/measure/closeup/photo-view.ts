import type { Point } from "@stipple/trichometry";
import type { Frame } from "./kept-measurement.ts";

/** The part of a photo that is shown, in pixels of the photo; its sides are as the photo's. */
export interface PhotoView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const zoomStep = 1.6;
/** At most so much larger than the whole photo. */
const mostZoom = 16;

export function wholePhoto({ width }: Frame): PhotoView {
  return { x: 0, y: 0, width };
}

/** At most so much of the window's height. Both sides shrink together: a place under a finger is that of the photo. */
const mostOfWindow = "78vh";

/** The box that a photo is shown in. */
export function photoBox({ width, height }: Frame) {
  const ratio = width / height;
  return { aspectRatio: ratio, maxWidth: `calc(${mostOfWindow} * ${ratio})` };
}

export function viewHeight({ width }: PhotoView, frame: Frame): number {
  return (width * frame.height) / frame.width;
}

/** The place in the photo under a place of the picture, given as shares of its sides. */
export function placeIn(
  view: PhotoView,
  frame: Frame,
  [across, down]: readonly [number, number],
): Point {
  return { x: view.x + across * view.width, y: view.y + down * viewHeight(view, frame) };
}

/** Looks closer (factor above 1) while the place `at` stays where it is on the screen. */
export function zoomView(
  view: PhotoView,
  frame: Frame,
  { factor, at }: { readonly factor: number; readonly at: Point },
): PhotoView {
  const width = Math.min(frame.width, Math.max(frame.width / mostZoom, view.width / factor));
  const ratio = width / view.width;
  return held(
    { x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, width },
    frame,
  );
}

export function panView(view: PhotoView, frame: Frame, by: Point): PhotoView {
  return held({ ...view, x: view.x + by.x, y: view.y + by.y }, frame);
}

/** Moves the view only if the place is not well inside it. */
export function bringInto(view: PhotoView, frame: Frame, { x, y }: Point): PhotoView {
  const height = viewHeight(view, frame);
  const isInside =
    x > view.x + 0.1 * view.width &&
    x < view.x + 0.9 * view.width &&
    y > view.y + 0.1 * height &&
    y < view.y + 0.9 * height;
  return isInside ? view : held({ ...view, x: x - view.width / 2, y: y - height / 2 }, frame);
}

/** Never beyond the photo's edges. */
function held(view: PhotoView, frame: Frame): PhotoView {
  const within = (value: number, most: number) => Math.min(Math.max(0, most), Math.max(0, value));
  return {
    x: within(view.x, frame.width - view.width),
    y: within(view.y, frame.height - viewHeight(view, frame)),
    width: view.width,
  };
}
