import { findFiducials } from "./find-fiducials.ts";
import { fitFiducials } from "./fit-fiducials.ts";
import { type Homography, mapPoint } from "./homography.ts";
import type { PixelImage } from "./image.ts";
import { measureLuminance } from "./luminance.ts";
import { type Plane, samplePlane } from "./plane.ts";
import type { Point } from "./point.ts";
import { cardPage } from "./window-card.ts";

/** How true to size a page was printed. */
export interface PrintCheck {
  readonly kind: "checked";
  /** True size over intended size: 0.97 for a page that a printer shrank to fit. */
  readonly printFactor: number;
  /** Standard error of `printFactor`. */
  readonly error: number;
}

/** Why the print could not be checked, in words for the person with the camera. */
export interface NoPrintCheck {
  readonly kind: "no-page" | "no-bank-card" | "uneven-print";
  readonly message: string;
  readonly action: string;
}

/**
 * Thickness of a bank card (ISO/IEC 7810: 0.76 mm) over the usual distance of a phone from an A6 page: the card's upper
 * side is nearer to the lens than the paper, so it looks larger by this share.
 */
const cardLift = 0.76 / 280;

/** How far that distance may be off, as a standard error of the factor. */
const liftError = 0.0008;

/** The two sides of a bank card give two factors; a printer that scales them differently by more is refused. */
const mostUneven = 0.008;

/** The print's true size from a photo of the page with a bank card on its frame, or what to change in the photo. */
export function checkPrint(image: PixelImage): PrintCheck | NoPrintCheck {
  const luminance = measureLuminance(image);
  const pxFromMm = fitPage(luminance);
  if (!pxFromMm) return noPage;
  const size = measureBankCard(luminance, pxFromMm);
  if (!size) return noBankCard;

  const { widthMm, heightMm } = cardPage.bankCard;
  const across = ((1 + cardLift) * widthMm) / size.widthMm;
  const down = ((1 + cardLift) * heightMm) / size.heightMm;
  if (Math.abs(across - down) > mostUneven) return unevenPrint;
  return {
    kind: "checked",
    printFactor: (across * widthMm + down * heightMm) / (widthMm + heightMm),
    error: Math.hypot(liftError, size.errorMm / widthMm),
  };
}

/** From intended millimetres on the page to pixels. */
function fitPage(luminance: Plane): Homography | undefined {
  const seen = findFiducials(luminance);
  const onPage = cardPage.fiducials.flatMap(({ id }) => {
    const found = seen.filter(({ fiducial }) => fiducial.id === id);
    return found.length === 1 ? found : [];
  });
  return onPage.length < 3 ? undefined : fitFiducials(onPage)?.homography;
}

interface CardSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly errorMm: number;
}

/** The bank card's sides in intended millimetres, from the four edges nearest to the printed frame. */
function measureBankCard(luminance: Plane, pxFromMm: Homography): CardSize | undefined {
  const { xMm, yMm } = cardPage.bankCardCornerMm;
  const { widthMm, heightMm } = cardPage.bankCard;
  const middle = { x: xMm + widthMm / 2, y: yMm + heightMm / 2 };
  const side = (outward: Point, halfMm: number, alongMm: number) =>
    findSide({ luminance, pxFromMm, middle, outward, halfMm, alongMm });
  const left = side({ x: -1, y: 0 }, widthMm / 2, heightMm);
  const right = side({ x: 1, y: 0 }, widthMm / 2, heightMm);
  const top = side({ x: 0, y: -1 }, heightMm / 2, widthMm);
  const bottom = side({ x: 0, y: 1 }, heightMm / 2, widthMm);
  if (!left || !right || !top || !bottom) return undefined;

  // A card that is laid askew is longer along the page than it is wide; seen from the middle all sides slope alike.
  const askew = (left.slope + right.slope + top.slope + bottom.slope) / 4;
  const straight = Math.cos(Math.atan(askew));
  return {
    widthMm: (left.offsetMm + right.offsetMm) * straight,
    heightMm: (top.offsetMm + bottom.offsetMm) * straight,
    errorMm: Math.hypot(left.errorMm, right.errorMm),
  };
}

interface SideSearch {
  readonly luminance: Plane;
  readonly pxFromMm: Homography;
  readonly middle: Point;
  readonly outward: Point;
  readonly halfMm: number;
  readonly alongMm: number;
}

/** An edge as seen from the middle: its distance straight out, and how it slopes along. */
interface Side {
  readonly offsetMm: number;
  readonly slope: number;
  readonly errorMm: number;
}

const cutsPerSide = 41;
/** The middle part of a side: the corners are round (radius 3.18 mm). */
const straightPart = 0.8;
const searchMm = 4;
/** A step between two bands of this width; the printed frame's thin line hardly moves their means. */
const bandMm = 1.2;
const stepMm = 0.04;
/** Least difference in light between the card and the paper. */
const leastStep = 0.05;

function findSide(search: SideSearch): Side | undefined {
  const edges: { readonly along: number; readonly offsetMm: number }[] = [];
  for (let cut = 0; cut < cutsPerSide; cut++) {
    const along = ((cut + 0.5) / cutsPerSide - 0.5) * straightPart * search.alongMm;
    const offsetMm = strongestStep(search, along);
    if (offsetMm !== undefined) edges.push({ along, offsetMm });
  }
  let kept = edges;
  for (let round = 0; round < 4; round++) {
    if (kept.length < cutsPerSide / 2) return undefined;
    const line = fitSlope(kept);
    const distance = ({ along, offsetMm }: (typeof edges)[number]) =>
      Math.abs(offsetMm - line.offsetMm - line.slope * along);
    const usual = edges.map(distance).toSorted((a, b) => a - b)[edges.length >> 1] ?? 0;
    kept = edges.filter((edge) => distance(edge) <= Math.max(0.03, 3 * usual));
  }
  return kept.length < cutsPerSide / 2 ? undefined : fitSlope(kept);
}

function fitSlope(edges: readonly { readonly along: number; readonly offsetMm: number }[]): Side {
  const count = edges.length;
  const along = edges.reduce((sum, edge) => sum + edge.along, 0) / count;
  const offset = edges.reduce((sum, edge) => sum + edge.offsetMm, 0) / count;
  const spread = edges.reduce((sum, edge) => sum + (edge.along - along) ** 2, 0);
  const slope = edges.reduce((sum, edge) => sum + (edge.along - along) * edge.offsetMm, 0) / spread;
  const squares = edges.reduce(
    (sum, edge) => sum + (edge.offsetMm - offset - slope * (edge.along - along)) ** 2,
    0,
  );
  return { offsetMm: offset - slope * along, slope, errorMm: Math.sqrt(squares) / count };
}

/** Where light changes most between the bands inside and outside, in millimetres from the middle of the card. */
function strongestStep(search: SideSearch, along: number): number | undefined {
  const { luminance, pxFromMm, middle, outward, halfMm } = search;
  const band = Math.round(bandMm / stepMm);
  const count = 2 * Math.round(searchMm / stepMm) + 2 * band;
  const sums = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) {
    const out = halfMm + (at + 0.5 - count / 2) * stepMm;
    const { x, y } = mapPoint(pxFromMm, {
      x: middle.x + out * outward.x - along * outward.y,
      y: middle.y + out * outward.y + along * outward.x,
    });
    sums[at + 1] = (sums[at] ?? 0) + samplePlane(luminance, x, y);
  }
  const step = (at: number) =>
    Math.abs((sums[at + band] ?? 0) - 2 * (sums[at] ?? 0) + (sums[at - band] ?? 0)) / band;
  let best = band;
  for (let at = band; at <= count - band; at++) if (step(at) > step(best)) best = at;
  if (!(step(best) >= leastStep) || best === band || best === count - band) return undefined;
  const before = step(best - 1);
  const after = step(best + 1);
  const curve = before - 2 * step(best) + after;
  const shift = curve < 0 ? (before - after) / (2 * curve) : 0;
  return halfMm + (best + shift - count / 2) * stepMm;
}

const noPage: NoPrintCheck = {
  kind: "no-page",
  message: "The black squares around the printed frame were not all found.",
  action:
    "Lay the whole page flat in even light and photograph it from straight above, squares and frame in the picture.",
};

const noBankCard: NoPrintCheck = {
  kind: "no-bank-card",
  message: "The edges of a bank card were not found on the frame.",
  action:
    "Lay a bank card that is darker than the paper on the frame, away from shadows, and photograph the page again.",
};

const unevenPrint: NoPrintCheck = {
  kind: "uneven-print",
  message: "The print is stretched more one way than the other, or the card does not lie flat.",
  action:
    "Print the page again at 100 %, lay it and the bank card flat, and photograph them from straight above.",
};
