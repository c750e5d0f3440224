import type { MatchedChange } from "./compare-measurements.ts";
import type { HairChange, HairChanges } from "./hair-changes.ts";
import type { MatchableHair } from "./match-hairs.ts";

/** Deviations that 90 % of a normal distribution lie within. */
const deviations90 = 1.645;

/**
 * The change of a sum over the hairs that both photos show, hair by hair: of the terminal ones, or of their widths.
 *
 * A hair that nobody can tell is taken to have stayed as it is. Every hair's own change may be chance, so that the
 * variance is the sum of their squares: sd² = Σ (after − before)² / (Σ before)².
 *
 * @param amountOf what one hair adds to the sum; undefined where that is not known
 * @returns nothing where the hairs of the first photo add up to nothing
 */
export function changeOfSum(
  { hairs }: Pick<HairChanges, "hairs">,
  lists: Readonly<Record<"first" | "second", readonly MatchableHair[]>>,
  amountOf: (hair: MatchableHair) => number | undefined,
): MatchedChange | undefined {
  const read = (visit: "first" | "second", number: number | undefined) => {
    const hair = number === undefined ? undefined : lists[visit][number];
    return hair && amountOf(hair);
  };
  const sums = { before: 0, change: 0, squares: 0 };
  for (const change of hairs) {
    const [before, after] = beforeAndAfter(
      change.state,
      read("first", change.first),
      read("second", change.second),
    );
    sums.before += before;
    sums.change += after - before;
    sums.squares += (after - before) ** 2;
  }
  if (!(sums.before > 0)) return undefined;
  const netFraction = sums.change / sums.before;
  const reach = (deviations90 * Math.sqrt(sums.squares)) / sums.before;
  return { netFraction, interval90: [netFraction - reach, netFraction + reach] };
}

function beforeAndAfter(
  state: HairChange["state"],
  first: number | undefined,
  second: number | undefined,
): readonly [number, number] {
  if (state === "gone") return [first ?? 0, 0];
  if (state === "new") return [0, second ?? 0];
  const before = first ?? second ?? 0;
  return [before, second ?? before];
}
