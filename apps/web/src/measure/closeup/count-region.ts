import type { MeasurementScale } from "@stipple/protocol";
import {
  looksLikeFace,
  mapPoint,
  type measureCloseUpInSteps,
  type PixelImage,
  type Point,
  type Polygon,
  readCardScale,
} from "@stipple/trichometry";
import type { Answer, ScaleWish } from "./count-messages.ts";
import type { CountedPart } from "./kept-measurement.ts";
import { closeUpTexts } from "./texts.ts";

/** What a typed scale may be off: the reading of a stage micrometer, and the zoom that was not quite the same. */
const typedScaleSdFraction = 0.02;
/** Above this tilt a square centimetre of the photo is no longer one of the skin (specification section 4, the gate). */
const mostTiltDeg = 10;

/** The pixels that are counted, and how. */
interface Region {
  readonly image: PixelImage;
  readonly options: Parameters<typeof measureCloseUpInSteps>[1];
  readonly part: CountedPart;
}

/** What of a photo is counted, or why nothing is. */
export function regionOf(image: PixelImage, wish: ScaleWish): Region | Answer {
  if (wish.kind === "card") return cardRegion(image);
  const refusal = refuseCard(image);
  if (refusal) return refusal;
  const scale: MeasurementScale =
    wish.kind === "typed"
      ? {
          source: "typed",
          umPerPx: wish.umPerPx,
          umPerPxSd: typedScaleSdFraction * wish.umPerPx,
        }
      : { source: "none" };
  return {
    image,
    options:
      wish.kind === "typed" ? { umPerPx: wish.umPerPx, scaleSdFraction: typedScaleSdFraction } : {},
    part: {
      offset: { x: 0, y: 0 },
      scale,
      roi: undefined,
      // A face has no card around it, so it is looked for only where the whole photo is counted.
      warnings: looksLikeFace(image) ? [{ code: "may-be-face", says: closeUpTexts.mayBeFace }] : [],
    },
  };
}

/** Where the whole photo is counted, the squares and ticks of a card in it would be taken for hairs. */
function refuseCard(image: PixelImage): Answer | undefined {
  const card = readCardScale(image, { printFactor: 1, isPrintChecked: false });
  if (card.kind === "no-card" || card.kind === "card-hidden") return undefined;
  const refusal =
    card.kind === "found"
      ? { code: "card-unused", ...closeUpTexts.cardUnused }
      : { code: card.kind, says: card.message, nextStep: card.action };
  return { kind: "refused", refusal };
}

/** One square centimetre in the middle of the card's opening: a hair that its edge hides is left out. */
const countedSquareMm: Polygon = [
  { x: -5, y: -5 },
  { x: 5, y: -5 },
  { x: 5, y: 5 },
  { x: -5, y: 5 },
];

/** Only the card's opening is looked at: its ticks and squares would be taken for hairs. */
function cardRegion(image: PixelImage): Region | Answer {
  const card = readCardScale(image, { printFactor: 1, isPrintChecked: false });
  if (card.kind !== "found") {
    const { kind, message, action } = card;
    return { kind: "refused", refusal: { code: kind, says: message, nextStep: action } };
  }
  if (card.opening.some(({ x, y }) => x < 0 || y < 0 || x >= image.width || y >= image.height)) {
    return { kind: "refused", refusal: { code: "card-cut", ...closeUpTexts.cardCut } };
  }
  // The side of a square of the same area: a tilted pixel covers more skin one way than the other.
  const umPerPx = Math.sqrt(card.areaUm2PerPx2);
  const { part, offset } = cutOut(image, card.opening);
  const roi = countedSquareMm.map((corner) => mapPoint(card.pxFromMm, corner));
  const tilted = card.tiltDeg > mostTiltDeg;
  return {
    image: part,
    options: {
      umPerPx,
      scaleSdFraction: card.relativeError,
      roi: roi.map(({ x, y }) => ({ x: x - offset.x, y: y - offset.y })),
    },
    part: {
      offset,
      roi,
      scale: {
        source: "window-card",
        umPerPx,
        umPerPxSd: card.relativeError * umPerPx,
        tiltDeg: card.tiltDeg,
      },
      warnings: tilted ? [{ code: "tilted", says: closeUpTexts.tilted(card.tiltDeg) }] : [],
    },
  };
}

/** The upright rectangle around a region, in whole pixels. */
function cutOut(image: PixelImage, region: Polygon): { part: PixelImage; offset: Point } {
  const held = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const xs = region.map(({ x }) => x);
  const ys = region.map(({ y }) => y);
  const left = held(Math.floor(Math.min(...xs)), image.width - 1);
  const top = held(Math.floor(Math.min(...ys)), image.height - 1);
  const width = held(Math.ceil(Math.max(...xs)), image.width - 1) - left + 1;
  const height = held(Math.ceil(Math.max(...ys)), image.height - 1) - top + 1;
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * image.width + left);
    rgba.set(image.rgba.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { part: { width, height, rgba }, offset: { x: left, y: top } };
}
