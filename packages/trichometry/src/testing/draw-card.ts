import { type Homography, invertHomography, mapPoint } from "../homography.ts";
import type { PixelImage } from "../image.ts";
import type { Plane } from "../plane.ts";
import { smoothPlane } from "../smooth.ts";
import { cardPattern, type Pattern, type RectangleMm } from "../window-card.ts";
import { nearlyNormal, seeded } from "./seeded.ts";

/** A camera over a flat page. */
export interface PageView {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly umPerPx: number;
  readonly tiltDeg?: number;
  readonly tiltTowardsDeg?: number;
  readonly rollDeg?: number;
  readonly blurPx?: number;
}

/** Lens of a phone: focal length in parts of the picture's width. */
const focalWidths = 0.8;

/** From millimetres on the page, with (0, 0) in the middle of the picture, to pixels. */
export function pageHomography(view: PageView): Homography {
  const { widthPx, heightPx, umPerPx, tiltDeg = 0, tiltTowardsDeg = 0, rollDeg = 0 } = view;
  const rad = Math.PI / 180;
  const focal = focalWidths * widthPx;
  const distance = (focal * umPerPx) / 1000;
  const [axisX, axisY] = [Math.cos(tiltTowardsDeg * rad), Math.sin(tiltTowardsDeg * rad)];
  const [cos, sin] = [Math.cos(tiltDeg * rad), Math.sin(tiltDeg * rad)];
  const [turnCos, turnSin] = [Math.cos(rollDeg * rad), Math.sin(rollDeg * rad)];
  // Rotation about the axis in the page, after the roll; only its first two columns matter for a plane.
  const rotate = (x: number, y: number) => {
    const along = (axisX * x + axisY * y) * (1 - cos);
    return [
      cos * x + axisX * along,
      cos * y + axisY * along,
      sin * (axisX * y - axisY * x),
    ] as const;
  };
  const [ax, ay, az] = rotate(turnCos, turnSin);
  const [bx, by, bz] = rotate(-turnSin, turnCos);
  const middleX = (widthPx - 1) / 2;
  const middleY = (heightPx - 1) / 2;
  return [
    (focal * ax + middleX * az) / distance,
    (focal * bx + middleX * bz) / distance,
    middleX,
    (focal * ay + middleY * az) / distance,
    (focal * by + middleY * bz) / distance,
    middleY,
    az / distance,
    bz / distance,
    1,
  ];
}

/** A photo of a page whose light at each place is given, with blur and noise. */
export function drawPage(
  view: PageView,
  lightAt: (xMm: number, yMm: number) => number,
): PixelImage {
  const { widthPx: width, heightPx: height, blurPx = 0 } = view;
  const toPage = invertHomography(pageHomography(view));
  if (!toPage) throw new RangeError("the view folds the page");
  const sharp: Plane = { width, height, values: new Float32Array(width * height) };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      let sum = 0;
      for (let part = 0; part < 4; part++) {
        const place = mapPoint(toPage, {
          x: x + (part & 1) / 2 - 0.25,
          y: y + (part >> 1) / 2 - 0.25,
        });
        sum += lightAt(place.x, place.y);
      }
      sharp.values[at] = sum / 4;
    }
  }
  const { values } = blurPx > 0 ? smoothPlane(sharp, blurPx) : sharp;
  const uniform = seeded(5);
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < values.length; at++) {
    const light = values[at] ?? 0;
    const level = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    const byte = 255 * level + 2 * nearlyNormal(uniform);
    rgba[4 * at] = byte;
    rgba[4 * at + 1] = byte;
    rgba[4 * at + 2] = byte;
  }
  return { width, height, rgba };
}

/** Light of the window card on skin: ink, paper, and dark hairs in the opening. */
export function cardLight(xMm: number, yMm: number): number {
  if (Math.abs(xMm) < 6 && Math.abs(yMm) < 6) return (xMm * 3 + yMm * 7) % 2 > 1.8 ? 0.05 : 0.35;
  if (Math.abs(xMm) > 20 || Math.abs(yMm) > 16) return 0.3;
  // Nothing is printed farther out.
  if (Math.abs(xMm) > 11 || Math.abs(yMm) > 8) return paper;
  return patternLight(pattern, xMm, yMm);
}

const pattern = cardPattern();
const ink = 0.04;
const paper = 0.85;

export function patternLight({ black, white }: Pattern, xMm: number, yMm: number): number {
  const isIn = (cell: RectangleMm) =>
    xMm >= cell.xMm &&
    yMm >= cell.yMm &&
    xMm < cell.xMm + cell.widthMm &&
    yMm < cell.yMm + cell.heightMm;
  return black.some(isIn) && !white.some(isIn) ? ink : paper;
}
