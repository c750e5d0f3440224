import { assignPairs, type Edge } from "./assignment.ts";
import { isInPolygon, type Point, type PointPair, type Polygon } from "./point.ts";
import {
  applySimilarity,
  type HairEnd,
  headingGap,
  matchConstellations,
} from "./root-constellation.ts";
import { mapSkin, type SkinMap } from "./skin-stretch.ts";

/** What matching needs to know of a measured hair. */
export interface MatchableHair {
  readonly root: Point;
  readonly tip: Point;
  /** From root to tip; a straight line where it is not given. */
  readonly polyline?: readonly Point[];
  readonly widthUm?: number | undefined;
  readonly widthSdUm?: number | undefined;
  readonly lengthUm?: number | undefined;
  /** Chance that it is a hair, 0–1. */
  readonly score: number;
  readonly borderCut: boolean;
}

/** One close-up: its hairs in pixels, its scale, and the region that was counted. */
export interface MatchableVisit<Hair extends MatchableHair = MatchableHair> {
  readonly hairs: readonly Hair[];
  readonly umPerPx: number;
  readonly region: Polygon;
}

export interface HairPair {
  /** Numbers of the hair in the lists of the two visits. */
  readonly first: number;
  readonly second: number;
  /** The end of each that stayed where it was: the root, whatever it was taken for in either photo. */
  readonly firstRoot: HairEndName;
  readonly secondRoot: HairEndName;
  /** How far those ends are apart, on the skin of the second visit. */
  readonly apartUm: number;
}

export type HairEndName = "root" | "tip";

/** Two close-ups of one spot, hair to hair. */
export interface HairMatch {
  readonly kind: "matched";
  readonly pairs: readonly HairPair[];
  /** Hairs without a partner whose root the other photo shows. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
  /** Hairs whose root lies outside what the other photo shows. */
  readonly outsideFirst: readonly number[];
  readonly outsideSecond: readonly number[];
  /** Median distance of matched roots from where they are expected. */
  readonly residualUm: number;
  /** Where a place of the first photo lies in the second, in pixels. */
  readonly toSecondPx: SkinMap;
  readonly toFirstPx: SkinMap;
}

/** The two photos are not of one spot, or too few hairs are seen in both. */
export interface NoHairMatch {
  readonly kind: "not-matched";
  readonly message: string;
  readonly action: string;
}

/** Roots farther apart than this are not one hair (trichometry specification, section 3). */
const capUm = 150;
/** A turn, and a ratio of widths, that cost as much as the cap. */
const headingCapRad = 0.7;
const widthRatioCap = 2.2;
/** What it costs that the root of one photo was the tip of the other. */
const mixedUpCost = 0.1;
/** A pair that shrank, or grew more than hair can, may still be one that was followed badly. */
const impossibleGrowthCost = 0.6;
const aloneCost = 0.75;

/** A root this near to the edge of the other photo may have been cut off there. */
const edgeUm = 120;

/**
 * Pairs each hair of a spot with the same hair at a later visit.
 *
 * @param growthUm how much a hair can have grown since the first visit, for two shots of hair that was not clipped in
 *   between; nothing for visits months apart
 */
export function matchHairs<Hair extends MatchableHair>(
  first: MatchableVisit<Hair>,
  second: MatchableVisit<Hair>,
  growthUm?: readonly [number, number],
): HairMatch | NoHairMatch {
  const before = first.hairs.map((hair) => placeHair(hair, first.umPerPx));
  const after = second.hairs.map((hair) => placeHair(hair, second.umPerPx));
  const constellation = matchConstellations(before.flatMap(endsOf), after.flatMap(endsOf));
  if (!constellation) return notMatched;

  const { similarity } = constellation;
  let skin: SkinMap = (place) => applySimilarity(similarity, place);
  let pairs: readonly HairPair[] = [];
  for (let round = 0; round < 4; round++) {
    pairs = pairUp(before, after, { skin, growthUm });
    if (pairs.length === 0) return notMatched;
    skin = mapSkin(rootPairs(before, after, pairs));
  }
  const match = describeMatch({ first, second, before, after, pairs, skin });
  return isOneSpot(match) ? match : notMatched;
}

/**
 * What two visits of one spot have in common at least: so many hairs, and these shares of what the photo with fewer
 * hairs shows, found again so near. Two visits of one drawn spot, a fifth of its hairs gone and a third more new, have
 * 0.40 and 0.46; the best accident among 360 pairs of other spots has 0.38 and 0.42, and not both.
 */
const leastInCommon = {
  hairs: 8,
  shares: [
    [40, 0.33],
    [60, 0.42],
  ],
} as const;

/** Whether the pairs are more than any two crowds of hairs have by accident. */
function isOneSpot({ pairs, onlyFirst, onlySecond }: HairMatch): boolean {
  const shown = pairs.length + Math.min(onlyFirst.length, onlySecond.length);
  const nearer = (than: number) => pairs.filter(({ apartUm }) => apartUm < than).length;
  const hairs = nearer(leastInCommon.shares[1][0]);
  return (
    hairs >= leastInCommon.hairs &&
    leastInCommon.shares.every(([apartUm, share]) => nearer(apartUm) >= share * shown)
  );
}

/** A hair on the skin, in micrometres. */
interface PlacedHair {
  readonly root: Point;
  readonly tip: Point;
  readonly score: number;
  readonly widthUm: number | undefined;
  readonly lengthUm: number;
}

function placeHair(hair: MatchableHair, umPerPx: number): PlacedHair {
  const place = ({ x, y }: Point): Point => ({ x: x * umPerPx, y: y * umPerPx });
  const { root, tip, score, widthUm } = hair;
  return {
    root: place(root),
    tip: place(tip),
    score,
    widthUm,
    lengthUm: hair.lengthUm ?? Math.hypot(tip.x - root.x, tip.y - root.y) * umPerPx,
  };
}

function endsOf({ root, tip, score }: PlacedHair): readonly HairEnd[] {
  const headingRad = heading(root, tip);
  return [
    { place: root, headingRad, score },
    { place: tip, headingRad: headingRad + Math.PI, score },
  ];
}

function heading(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

const endNames = ["root", "tip"] as const;

function pairUp(
  before: readonly PlacedHair[],
  after: readonly PlacedHair[],
  { skin, growthUm }: { readonly skin: SkinMap; readonly growthUm: GrowthRange },
): readonly HairPair[] {
  const fits = before.map((hair) => {
    const moved = { ...hair, root: skin(hair.root), tip: skin(hair.tip) };
    return after.map((other) => fitPair(moved, other, growthUm));
  });
  const edges = fits.flatMap((row, first) =>
    row.flatMap((fit, second): Edge[] =>
      fit && fit.cost < 2 * aloneCost ? [{ first, second, cost: fit.cost }] : [],
    ),
  );
  const counts = { firstCount: before.length, secondCount: after.length };
  return [...assignPairs(counts, edges, aloneCost)].flatMap((second, first): HairPair[] => {
    const fit = second < 0 ? undefined : fits[first]?.[second];
    return fit ? [{ first, second, ...fit.pair }] : [];
  });
}

interface PairFit {
  readonly cost: number;
  readonly pair: Pick<HairPair, "firstRoot" | "secondRoot" | "apartUm">;
}

/** The cheapest way to take two hairs for one: either end of each may be the root. */
function fitPair(hair: PlacedHair, other: PlacedHair, growthUm: GrowthRange): PairFit | undefined {
  let best: PairFit | undefined;
  for (const firstRoot of endNames) {
    for (const secondRoot of endNames) {
      const from = hair[firstRoot];
      const to = other[secondRoot];
      const apartUm = Math.hypot(to.x - from.x, to.y - from.y);
      if (apartUm > capUm) continue;
      const turnRad = headingGap(
        heading(from, hair[otherEnd(firstRoot)]),
        heading(to, other[otherEnd(secondRoot)]),
      );
      const doubt = firstRoot === secondRoot ? 0 : mixedUpCost;
      const cost = apartUm / capUm + 0.5 * (turnRad / headingCapRad) ** 2 + doubt;
      if (!best || cost < best.cost) best = { cost, pair: { firstRoot, secondRoot, apartUm } };
    }
  }
  const cost = widthCost(hair, other) + growthCost(hair, other, growthUm);
  return best && { ...best, cost: best.cost + cost };
}

type GrowthRange = readonly [number, number] | undefined;

function growthCost(hair: PlacedHair, other: PlacedHair, growthUm: GrowthRange): number {
  if (!growthUm) return 0;
  const [least, most] = growthUm;
  const grown = other.lengthUm - hair.lengthUm;
  return grown < least || grown > most ? impossibleGrowthCost : 0;
}

export function otherEnd(end: HairEndName): HairEndName {
  return end === "root" ? "tip" : "root";
}

function widthCost(hair: PlacedHair, other: PlacedHair): number {
  if (!hair.widthUm || !other.widthUm) return 0;
  const ratio = Math.abs(Math.log(hair.widthUm / other.widthUm));
  return 0.3 * Math.min(1, ratio / Math.log(widthRatioCap));
}

/** The ends that stayed, for the map of the skin. */
function rootPairs(
  before: readonly PlacedHair[],
  after: readonly PlacedHair[],
  pairs: readonly HairPair[],
): readonly PointPair[] {
  return pairs.flatMap(({ first, second, firstRoot, secondRoot }) => {
    const from = before[first]?.[firstRoot];
    const to = after[second]?.[secondRoot];
    return from && to ? [{ from, to }] : [];
  });
}

function describeMatch<Hair extends MatchableHair>({
  first,
  second,
  before,
  after,
  pairs,
  skin,
}: {
  readonly first: MatchableVisit<Hair>;
  readonly second: MatchableVisit<Hair>;
  readonly before: readonly PlacedHair[];
  readonly after: readonly PlacedHair[];
  readonly pairs: readonly HairPair[];
  readonly skin: SkinMap;
}): HairMatch {
  const toSecondPx = ({ x, y }: Point): Point => {
    const mapped = skin({ x: x * first.umPerPx, y: y * first.umPerPx });
    return { x: mapped.x / second.umPerPx, y: mapped.y / second.umPerPx };
  };
  const back = mapSkin(
    rootPairs(before, after, pairs).map(({ from, to }) => ({ from: to, to: from })),
  );
  const toFirstPx = ({ x, y }: Point): Point => {
    const mapped = back({ x: x * second.umPerPx, y: y * second.umPerPx });
    return { x: mapped.x / first.umPerPx, y: mapped.y / first.umPerPx };
  };
  const paired = {
    first: new Set(pairs.map((pair) => pair.first)),
    second: new Set(pairs.map((pair) => pair.second)),
  };
  const firstAlone = split(first.hairs, paired.first, (root) => isShown(toSecondPx(root), second));
  const secondAlone = split(second.hairs, paired.second, (root) => isShown(toFirstPx(root), first));
  const distances = pairs.map(({ apartUm }) => apartUm).toSorted((a, b) => a - b);
  return {
    kind: "matched",
    pairs,
    onlyFirst: firstAlone.shown,
    outsideFirst: firstAlone.outside,
    onlySecond: secondAlone.shown,
    outsideSecond: secondAlone.outside,
    residualUm: distances[distances.length >> 1] ?? 0,
    toSecondPx,
    toFirstPx,
  };
}

function split(
  hairs: readonly MatchableHair[],
  paired: ReadonlySet<number>,
  isSeen: (root: Point) => boolean,
) {
  const alone = [...hairs.keys()].filter((hair) => !paired.has(hair));
  const shown = alone.filter((hair) => isSeen(hairs[hair]?.root ?? { x: 0, y: 0 }));
  return { shown, outside: alone.filter((hair) => !shown.includes(hair)) };
}

/** Whether a root lies well inside the other photo's region. */
function isShown(place: Point, { region, umPerPx }: MatchableVisit): boolean {
  const edgePx = edgeUm / umPerPx;
  return [
    [-edgePx, 0],
    [edgePx, 0],
    [0, -edgePx],
    [0, edgePx],
  ].every(([right = 0, down = 0]) =>
    isInPolygon({ x: place.x + right, y: place.y + down }, region),
  );
}

const notMatched: NoHairMatch = {
  kind: "not-matched",
  message:
    "Too few hairs of these two photos stand in the same places, so they cannot be compared hair by hair.",
  action:
    "Find the spot again by its distances from the landmarks, lay the card the same way round, and photograph it again.",
};
