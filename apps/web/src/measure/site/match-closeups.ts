import {
  type AnagenShare,
  type CloseUpVisit,
  growthRangeUm,
  type MatchableVisit,
  matchHairs,
  measureAnagen,
  type NoAnagenShare,
  type NoHairMatch,
  type PixelImage,
  type Point,
} from "@stipple/trichometry";

/** Which hairs grew between two close-ups of one clipped spot, so many days apart. */
export function measureGrowth(
  first: CloseUpVisit,
  second: CloseUpVisit,
  days: number,
): AnagenShare | NoAnagenShare | NoHairMatch {
  const before = matchable(first);
  const after = matchable(second);
  if (!before || !after) return noScale;
  const match = matchHairs(before, after, growthRangeUm(days));
  return match.kind === "not-matched"
    ? match
    : measureAnagen({ first: before, second: after, match, days });
}

function matchable({ closeUp, region }: CloseUpVisit): MatchableVisit | undefined {
  const { hairs, umPerPx } = closeUp;
  return umPerPx === undefined ? undefined : { hairs, umPerPx, region };
}

const noScale: NoAnagenShare = {
  kind: "not-measured",
  message: "One of the photos has no scale, so growth in micrometres cannot be told.",
  action: "Lay the window card around the spot in both photos.",
};

/** Room around the counted region in which a hair may end, in pixels. */
const marginPx = 200;

/** The close-up and its photo cut to what was counted: a large photo would be held in memory several times over. */
export function cutToRegion(visit: CloseUpVisit, image: PixelImage): CloseUpVisit {
  const xs = visit.region.map(({ x }) => x);
  const ys = visit.region.map(({ y }) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)) - marginPx);
  const top = Math.max(0, Math.floor(Math.min(...ys)) - marginPx);
  const right = Math.min(image.width, Math.ceil(Math.max(...xs)) + marginPx);
  const bottom = Math.min(image.height, Math.ceil(Math.max(...ys)) + marginPx);
  const width = right - left;
  const height = bottom - top;
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * image.width + left);
    rgba.set(image.rgba.subarray(from, from + 4 * width), 4 * y * width);
  }
  const move = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  const hairs = visit.closeUp.hairs.map((hair) => ({
    ...hair,
    root: move(hair.root),
    tip: move(hair.tip),
    ...(hair.polyline && { polyline: hair.polyline.map(move) }),
  }));
  return {
    ...visit,
    closeUp: { ...visit.closeUp, hairs },
    region: visit.region.map(move),
    image: { width, height, rgba },
  };
}
