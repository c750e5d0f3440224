import type { HairMatch, MatchableHair, MatchableVisit } from "./match-hairs.ts";
import type { SecondLook, SecondLooks } from "./second-look.ts";

/** What became of a hair between two visits. */
export type HairState = "kept" | "thicker" | "thinner" | "new" | "gone" | "unsure";

export interface HairChange {
  readonly state: HairState;
  /** Numbers of the hair in the lists of the two visits, where it was seen. */
  readonly first?: number;
  readonly second?: number;
  readonly widthChangeUm?: number;
}

/** The change of the number of hairs in what both photos show. */
export interface HairChanges {
  readonly hairs: readonly HairChange[];
  /** Hairs of the first photo in what both show, each with the chance that it is one; and what is made of them. */
  readonly before: number;
  readonly after: number;
  /** (after − before) / before: new hairs less those that are gone. */
  readonly netFraction: number;
  readonly interval90: readonly [number, number];
  /** Median change of the width of hairs that are seen in both, in micrometres. */
  readonly medianWidthChangeUm: number | undefined;
}

export interface VisitPair {
  readonly first: MatchableVisit;
  readonly second: MatchableVisit;
  readonly match: HairMatch;
  /** What a second look at the photos says of hairs without a partner. */
  readonly looks?: SecondLooks | undefined;
}

/** A change of width below this is not told from how a hair lies, whatever its own error says. */
const leastWidthChangeUm = 6;
/** Standard error taken for a width that states none. */
const usualWidthErrorUm = 4;

/** A hair that is seen once and scores less may be skin. */
const sureScore = 0.6;

/** A hair without a partner that is shorter than this share of the usual is likely a piece of one. */
const pieceShare = 0.4;

/** Deviations that 90 % and 95 % of a normal distribution lie within. */
const deviations90 = 1.645;
const deviations95 = 1.96;

/**
 * What became of every hair, and the net change.
 *
 * A hair that only one photo shows may have been missed in the other; a second look tells most of these. What is left
 * is as likely on either date, so it cancels in the net change and widens its interval: sd² = (new + gone) / before².
 *
 * A hair that stayed has two photos to be found in, one that is gone only one. So each is counted against the hairs of
 * its own photo that stayed, every one of them with the chance that it is a hair:
 *
 *     g = gone / stayed in the first,   n = new / stayed in the second,   net = (n − g) / (1 + g)
 */
export function compareHairs({ first, second, match, looks }: VisitPair): HairChanges {
  const paired = match.pairs.map((pair): HairChange => {
    const before = first.hairs[pair.first];
    const after = second.hairs[pair.second];
    const numbers = { first: pair.first, second: pair.second };
    if (before?.widthUm === undefined || after?.widthUm === undefined) {
      return { state: "kept", ...numbers };
    }
    const widthChangeUm = after.widthUm - before.widthUm;
    const errorUm = Math.hypot(
      before.widthSdUm ?? usualWidthErrorUm,
      after.widthSdUm ?? usualWidthErrorUm,
    );
    const isClear = Math.abs(widthChangeUm) > Math.max(leastWidthChangeUm, deviations95 * errorUm);
    const state = isClear ? (widthChangeUm > 0 ? "thicker" : "thinner") : "kept";
    return { state, ...numbers, widthChangeUm };
  });
  const pieceUm = pieceShare * usualLengthUm(first, match);
  const gone = match.onlyFirst.map((hair): HairChange => {
    const state = stateAlone(first.hairs[hair], looks?.first.get(hair), { told: "gone", pieceUm });
    return { state, first: hair };
  });
  const fresh = match.onlySecond.map((hair): HairChange => {
    const state = stateAlone(second.hairs[hair], looks?.second.get(hair), { told: "new", pieceUm });
    return { state, second: hair };
  });
  // Hairs that nobody can tell are taken to have stayed.
  const alone = [...gone, ...fresh];
  const goneCount = gone.filter(({ state }) => state === "gone").length;
  const newCount = fresh.filter(({ state }) => state === "new").length;
  const stayedIn = (visit: "first" | "second", hairs: readonly MatchableHair[]) =>
    [...paired, ...alone]
      .filter(({ state }) => !isTold(state))
      .reduce((sum, change) => sum + (hairs[change[visit] ?? -1]?.score ?? 0), 0);
  const gonePerStayed = goneCount / Math.max(1, stayedIn("first", first.hairs));
  const newPerStayed = newCount / Math.max(1, stayedIn("second", second.hairs));
  const netFraction = (newPerStayed - gonePerStayed) / (1 + gonePerStayed);
  const before = stayedIn("first", first.hairs) + goneCount;
  const told = alone.filter(({ state }) => isTold(state)).length;
  const reach = (deviations90 * Math.sqrt(told + (alone.length - told) / 4)) / before;
  const widthChanges = paired.flatMap(({ widthChangeUm }) => widthChangeUm ?? []);
  return {
    hairs: [...paired, ...gone, ...fresh],
    before,
    after: before * (1 + netFraction),
    netFraction,
    interval90: [netFraction - reach, netFraction + reach],
    medianWidthChangeUm: widthChanges.toSorted((a, b) => a - b)[widthChanges.length >> 1],
  };
}

const isTold = (state: HairState) => state === "gone" || state === "new";

function stateAlone(
  hair: MatchableHair | undefined,
  look: SecondLook | undefined,
  { told, pieceUm }: { readonly told: "gone" | "new"; readonly pieceUm: number },
): HairState {
  if (look === "missed") return "kept";
  const isPiece = hair?.lengthUm !== undefined && hair.lengthUm < pieceUm;
  return isPiece || look === "covered" || (hair?.score ?? 0) < sureScore ? "unsure" : told;
}

/** Median length of the hairs that have a partner; 0 where no length is known. */
function usualLengthUm({ hairs }: MatchableVisit, { pairs }: HairMatch): number {
  const lengths = pairs.flatMap(({ first }) => hairs[first]?.lengthUm ?? []);
  return lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
}
