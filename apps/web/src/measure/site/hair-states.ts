import type { CloseUpComparison, HairState } from "@stipple/trichometry";

/** What became of a hair, for each of the two photos; "outside" where the other photo does not show its place. */
export type SeenState = HairState | "outside";

/** In the order in which they are told. */
export const seenStates: readonly SeenState[] = [
  "kept",
  "thicker",
  "thinner",
  "new",
  "gone",
  "unsure",
  "outside",
];

export type PhotoOfPair = "first" | "second";

/** A hair of one of the photos, by its number in that photo's list. */
export interface PairedHair {
  readonly state: SeenState;
  /** The number of the same hair in the other photo. */
  readonly partner: number | undefined;
}

type Matched = Extract<CloseUpComparison["hairs"], { readonly netFraction: number }>;

/** What became of each hair of a photo, in the order of its list. */
export function statesIn(
  { hairs }: Pick<Matched, "hairs">,
  photo: PhotoOfPair,
  count: number,
): readonly PairedHair[] {
  const other = photo === "first" ? "second" : "first";
  const known = new Map(hairs.map((change) => [change[photo], change]));
  return Array.from({ length: count }, (_, at) => {
    const change = known.get(at);
    return { state: change?.state ?? "outside", partner: change?.[other] };
  });
}

/** How many hairs there are of each state; a hair that both photos show is one. */
export function countStates(
  changes: Pick<Matched, "hairs">,
  counts: Readonly<Record<PhotoOfPair, number>>,
): Readonly<Record<SeenState, number>> {
  const sums = { kept: 0, thicker: 0, thinner: 0, new: 0, gone: 0, unsure: 0, outside: 0 };
  for (const { state } of changes.hairs) sums[state]++;
  for (const photo of ["first", "second"] as const) {
    sums.outside += statesIn(changes, photo, counts[photo]).filter(
      ({ state }) => state === "outside",
    ).length;
  }
  return sums;
}
