import { findFiducials } from "./find-fiducials.ts";
import { type FiducialFit, fitFiducials } from "./fit-fiducials.ts";
import { type Homography, localStretch, mapPoint } from "./homography.ts";
import type { PixelImage } from "./image.ts";
import { measureLuminance } from "./luminance.ts";
import type { Point, Polygon } from "./point.ts";
import type { ReadFiducial } from "./read-fiducial.ts";
import { type Fiducial, openingCorners, windowCard } from "./window-card.ts";

/** What the window card in a close-up says about its scale. */
export interface CardScale {
  readonly kind: "found";
  /**
   * Micrometres of skin under one pixel in the middle of the opening, along the direction that tilt does not shorten.
   * An area is then `pixels · umPerPx² / cos(tilt)`.
   */
  readonly umPerPx: number;
  /** Standard error of `umPerPx` over `umPerPx`: corners, print and the height of the card over the skin. */
  readonly relativeError: number;
  /** How far the camera looked from straight down, in degrees, from the shortening of the card. */
  readonly tiltDeg: number;
  /** Skin under one pixel in the middle of the opening, in square micrometres. */
  readonly areaUm2PerPx2: number;
  /** From millimetres on the card (x right, y down, the middle of the opening at 0) to pixels. */
  readonly pxFromMm: Homography;
  /** The square opening in the picture: the region to count in. */
  readonly opening: Polygon;
  readonly fiducials: readonly Fiducial["id"][];
  /** How far the corners are from where the card's plane puts them, in pixels. */
  readonly rmsPx: number;
}

/** Why there is no scale, in words for the person with the camera. */
export interface NoCardScale {
  readonly kind: "no-card" | "two-cards" | "card-hidden" | "card-bent";
  readonly message: string;
  readonly action: string;
}

export interface CardReading {
  /** True size over intended size of this card's print, from the print check; 1 for a print that was not checked. */
  readonly printFactor: number;
  readonly isPrintChecked: boolean;
}

/**
 * Error budget (trichometry specification, section 5): a home print is off by 0.3 % unless it was checked, and 0.5 mm
 * between card and skin at 60 mm from the lens make 0.8 %, taken as the two ends of ±2 standard errors.
 */
const uncheckedPrintError = 0.003;
const checkedPrintError = 0.001;
const heightError = 0.004;

/** Fiducials needed for a scale: four corners of a single one would pin the plane down too badly. */
const leastFiducials = 2;

/** Corners farther than this share of a fiducial's side from the fitted plane mean a hidden edge or a bent card. */
const mostBend = 0.03;

/** The scale and the tilt of a close-up from its window card, or what keeps the card from being read. */
export function readCardScale(image: PixelImage, reading: CardReading): CardScale | NoCardScale {
  const seen = findFiducials(measureLuminance(image)).filter(({ fiducial }) =>
    windowCard.fiducials.some(({ id }) => id === fiducial.id),
  );
  const names = new Set(seen.map(({ fiducial }) => fiducial.id));
  if (names.size < seen.length) return twoCards;
  if (seen.length === 0) return noCard;
  if (seen.length < leastFiducials) return cardHidden;
  const plane = fitCard(seen);
  return plane ? describeScale(plane, reading) : cardBent;
}

interface CardPlane {
  readonly seen: readonly ReadFiducial[];
  readonly fit: FiducialFit;
}

/** The card's plane through all fiducials, or through all but the one that fits worst where one is half hidden. */
function fitCard(seen: readonly ReadFiducial[]): CardPlane | undefined {
  const all = fitIfFlat(seen);
  if (all || seen.length <= leastFiducials) return all;
  const without = seen.flatMap((left) => fitIfFlat(seen.filter((kept) => kept !== left)) ?? []);
  return without.toSorted((a, b) => a.fit.rmsPx - b.fit.rmsPx)[0];
}

function fitIfFlat(seen: readonly ReadFiducial[]): CardPlane | undefined {
  const fit = fitFiducials(seen);
  if (!fit) return undefined;
  const sidePx = windowCard.fiducialSideMm * localStretch(fit.homography, middle).most;
  return fit.rmsPx <= Math.max(0.7, mostBend * sidePx) ? { seen, fit } : undefined;
}

const middle: Point = { x: 0, y: 0 };

function describeScale({ seen, fit }: CardPlane, reading: CardReading): CardScale {
  const { homography, standardErrorOf, rmsPx } = fit;
  const { most, least, area } = localStretch(homography, middle);
  const umPerMm = 1000 * reading.printFactor;
  const cornerError = standardErrorOf((h) => Math.log(localStretch(h, middle).most));
  const printError = reading.isPrintChecked ? checkedPrintError : uncheckedPrintError;
  return {
    kind: "found",
    umPerPx: umPerMm / most,
    relativeError: Math.hypot(cornerError, printError, heightError),
    tiltDeg: (Math.acos(Math.min(1, least / most)) * 180) / Math.PI,
    areaUm2PerPx2: umPerMm ** 2 / area,
    pxFromMm: homography,
    opening: openingCorners().map((corner) => mapPoint(homography, corner)),
    fiducials: seen.map(({ fiducial }) => fiducial.id),
    rmsPx,
  };
}

const noCard: NoCardScale = {
  kind: "no-card",
  message: "No window card is seen in this photo, so nothing tells how large a pixel is.",
  action:
    "Lay the printed card on the scalp with its opening over the spot, and photograph all four black squares.",
};

const twoCards: NoCardScale = {
  kind: "two-cards",
  message: "More than one window card is seen, and they may lie at different heights.",
  action: "Take the other cards out of the picture and photograph the spot again.",
};

const cardHidden: NoCardScale = {
  kind: "card-hidden",
  message: "Only one of the card's four black squares can be read.",
  action:
    "Comb the hair off the card and move back until at least three squares are sharp and in the picture.",
};

const cardBent: NoCardScale = {
  kind: "card-bent",
  message: "The card's black squares do not lie in one plane.",
  action:
    "Press the card flat on the scalp, or print it on thicker paper, and photograph it again.",
};
