import type {
  AnagenShare,
  CloseUpComparison,
  CloseUpVisit,
  NoAnagenShare,
  NoHairMatch,
} from "@stipple/trichometry";

/** A close-up with the photo in which hairs that its count missed are looked for again. */
export interface MatchSide {
  readonly photoId: string;
  readonly visit: CloseUpVisit;
}

/** Two close-ups of one spot: what changed between two visits, or how much grew in some days. */
export type MatchQuestion = { readonly first: MatchSide; readonly second: MatchSide } & (
  | { readonly kind: "changes" }
  | { readonly kind: "growth"; readonly days: number }
);

export type MatchAnswer =
  | { readonly kind: "changes"; readonly comparison: CloseUpComparison }
  | { readonly kind: "growth"; readonly share: AnagenShare | NoAnagenShare | NoHairMatch }
  | { readonly kind: "failed" };
