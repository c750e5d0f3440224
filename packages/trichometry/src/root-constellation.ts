import type { Point } from "./point.ts";

/**
 * An end of a hair and the way the hair leaves it, on the skin: micrometres, and radians from the x axis towards y.
 *
 * Both ends of each hair are used, because on a clipped hair root and tip look alike: the root is the end that stays.
 */
export interface HairEnd {
  readonly place: Point;
  readonly headingRad: number;
  /** Chance that it is a hair. */
  readonly score: number;
}

/** x' = a x − b y + c, y' = b x + a y + d: turn, size and shift between two visits. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface ConstellationMatch {
  readonly similarity: Similarity;
  /** Ends that find a partner under it. */
  readonly agreeing: number;
}

/** Ends nearer than this to where they are expected agree; skin stretches, and a hair may lie differently. */
const withinUm = 130;
const headingWithinRad = 0.6;

/** Both photos have a scale, and a person holds the camera about the same way. */
const mostScale = 1.08;
const mostTurnRad = 0.6;

/** Pairs of ends that are tried: far enough apart to give a turn, as sure as there are. */
const basePairs = 60;
const baseRangeUm = [1000, 6000] as const;

/** Fewer agreeing ends than this, or than this share, are a chance. */
const leastAgreeing = 6;
const leastShare = 0.15;

/** Ends that a guess is tried on first: most guesses fail on these already. */
const trialEnds = 40;
/** Share of the ends that agree when nothing better is to be expected. */
const plainShare = 0.6;

/** The turn, size and shift that bring most ends of two visits together, or nothing where too few agree. */
export function matchConstellations(
  first: readonly HairEnd[],
  second: readonly HairEnd[],
): ConstellationMatch | undefined {
  const index = indexEnds(second);
  const stride = Math.max(1, Math.floor(first.length / trialEnds));
  const trial = first.filter((_, at) => at % stride === 0);
  const most = Math.min(first.length, second.length);
  let best: ConstellationMatch | undefined;
  let bestOfTrial = 0;
  for (const [p, q] of chooseBases(first)) {
    for (const candidate of partnersOf(p, q, second)) {
      const ofTrial = countAgreeing(trial, index, candidate);
      if (ofTrial < bestOfTrial) continue;
      const agreeing = countAgreeing(first, index, candidate);
      if (agreeing <= (best?.agreeing ?? 0)) continue;
      best = { similarity: candidate, agreeing };
      bestOfTrial = ofTrial;
    }
    if (best && best.agreeing >= plainShare * most) break;
  }
  const least = Math.max(leastAgreeing, leastShare * most);
  return best && best.agreeing >= least ? best : undefined;
}

/** Where a place of the first visit lies at the second. */
export function applySimilarity({ a, b, c, d }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + c, y: b * x + a * y + d };
}

function chooseBases(ends: readonly HairEnd[]): readonly (readonly [HairEnd, HairEnd])[] {
  const sure = ends.toSorted((p, q) => q.score - p.score).slice(0, 80);
  const pairs: (readonly [HairEnd, HairEnd])[] = [];
  // Neighbours in a fixed stride, so that the pairs spread over all hairs.
  for (let stride = 1; stride < sure.length && pairs.length < basePairs; stride++) {
    for (let at = 0; at + stride < sure.length && pairs.length < basePairs; at += 2) {
      const p = sure[at];
      const q = sure[at + stride];
      if (!p || !q) continue;
      const apart = Math.hypot(p.place.x - q.place.x, p.place.y - q.place.y);
      if (apart >= baseRangeUm[0] && apart <= baseRangeUm[1]) pairs.push([p, q]);
    }
  }
  return pairs;
}

/** The similarities that take a pair of ends to a pair of the second visit of nearly the same length. */
function partnersOf(p: HairEnd, q: HairEnd, second: readonly HairEnd[]): readonly Similarity[] {
  const fromX = q.place.x - p.place.x;
  const fromY = q.place.y - p.place.y;
  const square = fromX * fromX + fromY * fromY;
  const found: Similarity[] = [];
  const turnRange = mostTurnRad + headingWithinRad;
  const likeP = second.filter((end) => headingGap(p.headingRad, end.headingRad) < turnRange);
  const likeQ = second.filter((end) => headingGap(q.headingRad, end.headingRad) < turnRange);
  for (const r of likeP) {
    for (const s of likeQ) {
      const toX = s.place.x - r.place.x;
      const toY = s.place.y - r.place.y;
      const a = (fromX * toX + fromY * toY) / square;
      const b = (fromX * toY - fromY * toX) / square;
      const scaleSquare = a * a + b * b;
      if (scaleSquare > mostScale ** 2 || scaleSquare < mostScale ** -2) continue;
      const turnRad = Math.atan2(b, a);
      if (Math.abs(turnRad) > mostTurnRad) continue;
      if (headingGap(p.headingRad + turnRad, r.headingRad) > headingWithinRad) continue;
      if (headingGap(q.headingRad + turnRad, s.headingRad) > headingWithinRad) continue;
      const { x, y } = p.place;
      found.push({ a, b, c: r.place.x - a * x + b * y, d: r.place.y - b * x - a * y });
    }
  }
  return found;
}

/** Angle between two directions, 0 to π. */
export function headingGap(first: number, second: number): number {
  const gap = Math.abs(first - second) % (2 * Math.PI);
  return Math.min(gap, 2 * Math.PI - gap);
}

/** Ends by the square cell of `withinUm` that they lie in. */
type EndIndex = ReadonlyMap<number, readonly HairEnd[]>;

function indexEnds(ends: readonly HairEnd[]): EndIndex {
  const index = new Map<number, HairEnd[]>();
  for (const end of ends) {
    const key = cellOf(end.place.x, end.place.y);
    const cell = index.get(key);
    if (cell) cell.push(end);
    else index.set(key, [end]);
  }
  return index;
}

/** Cells from one row to the next: more than any photo has across. */
const cellStride = 100_000;

function cellOf(x: number, y: number): number {
  return Math.floor(y / withinUm) * cellStride + Math.floor(x / withinUm);
}

function countAgreeing(ends: readonly HairEnd[], index: EndIndex, similarity: Similarity): number {
  const turnRad = Math.atan2(similarity.b, similarity.a);
  let count = 0;
  for (const { place, headingRad } of ends) {
    const moved = applySimilarity(similarity, place);
    if (hasNear(index, moved, headingRad + turnRad)) count++;
  }
  return count;
}

function hasNear(index: EndIndex, { x, y }: Point, headingRad: number): boolean {
  const middle = cellOf(x, y);
  for (let row = -cellStride; row <= cellStride; row += cellStride) {
    for (let cell = middle + row - 1; cell <= middle + row + 1; cell++) {
      for (const end of index.get(cell) ?? []) {
        const dx = end.place.x - x;
        const dy = end.place.y - y;
        if (dx * dx + dy * dy >= withinUm * withinUm) continue;
        if (headingGap(headingRad, end.headingRad) < headingWithinRad) return true;
      }
    }
  }
  return false;
}
