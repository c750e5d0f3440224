import {
  type HairMatch,
  type HairPair,
  type MatchableHair,
  type MatchableVisit,
  otherEnd,
} from "./match-hairs.ts";
import { isInPolygon } from "./point.ts";

/** How a hair grew between two shots of a clipped spot. */
export interface HairGrowth {
  /** Numbers of the hair in the two lists. */
  readonly first: number;
  readonly second: number;
  readonly growthUm: number;
  readonly phase: "anagen" | "telogen";
}

export interface AnagenShare {
  readonly kind: "measured";
  /** Share of the hairs that grew, 0–1. */
  readonly anagenFraction: number;
  /** Wilson's 90 % interval for that many hairs; matching errors come on top. */
  readonly interval90: readonly [number, number];
  /** Median over the hairs in anagen. */
  readonly growthUmPerDay: number | undefined;
  readonly hairs: readonly HairGrowth[];
  /** Seen in one shot only, for a person to look at: shed or missed, new or missed. */
  readonly shedOrMissed: readonly number[];
  readonly newOrMissed: readonly number[];
}

export interface NoAnagenShare {
  readonly kind: "not-measured";
  readonly message: string;
  readonly action: string;
}

/** Usual growth of a scalp hair (teaching value 0.35 mm a day; men 0.32–0.38 by thickness). */
const usualGrowthUmPerDay = 340;
/** A hair that grew by more than this share of the usual is in anagen (trichometry specification, section 3). */
const anagenShareOfUsual = 0.35;

/** Below two days growth is not told from the error of a length; after a week hairs cross and are cut again. */
const daysRange = [1.5, 7] as const;
const leastHairs = 12;

/** A hair that seems to have shrunk, or to have grown faster than hair does, was followed badly in one of the shots. */
const mostShrunkUm = 250;
const fastestUmPerDay = 620;

/** How much a hair can seem to have grown between two shots, errors of its length included. */
export function growthRangeUm(days: number): readonly [number, number] {
  return [-mostShrunkUm, fastestUmPerDay * days];
}

export interface TwoShots<Hair extends MatchableHair = MatchableHair> {
  readonly first: MatchableVisit<Hair>;
  readonly second: MatchableVisit<Hair>;
  readonly match: HairMatch;
  readonly days: number;
}

/** The share of hairs in anagen from two shots of one clipped spot, some days apart. */
export function measureAnagen({
  first,
  second,
  match,
  days,
}: TwoShots): AnagenShare | NoAnagenShare {
  if (!(days >= daysRange[0] && days <= daysRange[1])) return wrongDays;
  const thresholdUm = anagenShareOfUsual * usualGrowthUmPerDay * days;
  const [leastUm, mostUm] = growthRangeUm(days);
  const hairs = match.pairs.flatMap((pair): HairGrowth[] => {
    const before = first.hairs[pair.first];
    const after = second.hairs[pair.second];
    if (!before || !after || before.borderCut) return [];
    if (!staysInside(pair, before, { second, match, days })) return [];
    const growthUm = growthOf(pair, { before, after }, { first, second, match });
    if (growthUm < leastUm || growthUm > mostUm) return [];
    const phase = growthUm > thresholdUm ? "anagen" : "telogen";
    return [{ first: pair.first, second: pair.second, growthUm, phase }];
  });
  if (hairs.length < leastHairs) return tooFewHairs;

  const anagen = hairs.filter(({ phase }) => phase === "anagen");
  const rates = anagen.map(({ growthUm }) => growthUm / days).toSorted((a, b) => a - b);
  return {
    kind: "measured",
    anagenFraction: anagen.length / hairs.length,
    interval90: wilsonInterval(anagen.length, hairs.length),
    growthUmPerDay: rates[rates.length >> 1],
    hairs,
    shedOrMissed: match.onlyFirst,
    newOrMissed: match.onlySecond,
  };
}

/**
 * Whether the hair would still end inside the second photo if it had grown: growing hair is cut by the frame more
 * often, so both kinds are left out near it.
 */
function staysInside(
  { firstRoot }: HairPair,
  before: MatchableHair,
  { second, match, days }: Pick<TwoShots, "second" | "match" | "days">,
): boolean {
  const root = match.toSecondPx(before[firstRoot]);
  const tip = match.toSecondPx(before[otherEnd(firstRoot)]);
  const length = Math.hypot(tip.x - root.x, tip.y - root.y);
  const grownPx = (1.3 * usualGrowthUmPerDay * days) / second.umPerPx;
  const reach = length > 0 ? grownPx / length : 0;
  return isInPolygon(
    { x: tip.x + reach * (tip.x - root.x), y: tip.y + reach * (tip.y - root.y) },
    second.region,
  );
}

/**
 * How far the tip has moved along the hair since the first shot, on the skin.
 *
 * The difference of the two lengths, corrected for where the fixed ends were found: an end that one shot found farther
 * along the hair then does not look like less growth.
 */
function growthOf(
  { firstRoot, secondRoot }: HairPair,
  { before, after }: { readonly before: MatchableHair; readonly after: MatchableHair },
  { first, second, match }: Pick<TwoShots, "first" | "second" | "match">,
): number {
  const oldRoot = match.toSecondPx(before[firstRoot]);
  const root = after[secondRoot];
  const tip = after[otherEnd(secondRoot)];
  const spanPx = Math.hypot(tip.x - root.x, tip.y - root.y);
  const startsLaterPx =
    spanPx > 0
      ? ((root.x - oldRoot.x) * (tip.x - root.x) + (root.y - oldRoot.y) * (tip.y - root.y)) / spanPx
      : 0;
  return (
    lengthOf(after, second.umPerPx) -
    lengthOf(before, first.umPerPx) +
    startsLaterPx * second.umPerPx
  );
}

function lengthOf({ lengthUm, root, tip }: MatchableHair, umPerPx: number): number {
  return lengthUm ?? Math.hypot(tip.x - root.x, tip.y - root.y) * umPerPx;
}

/** Deviations that 90 % of a normal distribution lie within. */
const deviations90 = 1.645;

/** Wilson's interval of a share (1927). */
function wilsonInterval(hits: number, count: number): readonly [number, number] {
  const share = hits / count;
  const square = deviations90 ** 2 / count;
  const middle = (share + square / 2) / (1 + square);
  const reach =
    (deviations90 * Math.sqrt((share * (1 - share)) / count + square / (4 * count))) / (1 + square);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

const wrongDays: NoAnagenShare = {
  kind: "not-measured",
  message: "The share of growing hair is told from two shots that are two to seven days apart.",
  action: "Clip the spot, photograph it at once, and photograph it again after three days.",
};

const tooFewHairs: NoAnagenShare = {
  kind: "not-measured",
  message: `Fewer than ${leastHairs} whole hairs are seen in both shots.`,
  action: "Photograph a larger field, or a second spot, on the same two days.",
};
