import type { SourceId } from "@stipple/evidence";

/** Section of the article a statement comes from; the statements are numbered S1–S47. */
export interface ArticlePlace {
  /** Heading in the article, for example "What size Dermaroller". */
  readonly section: string;
  /** Statement numbers, for example ["S41", "S42"]. */
  readonly statements: readonly string[];
}

/** How well the literature supports what Stipple does. */
export type Strength =
  /** Randomised trials or pooled results in people. */
  | "trial"
  /** Regulator, label or professional guidance. */
  | "guidance"
  /** Measurements, case series or animal work. */
  | "observation"
  /** The article alone. */
  | "article"
  /** No direct evidence: the cautious choice, made by this project. */
  | "cautious-default";

/** How the literature stands to what the article says. */
export type Verdict = "agrees" | "nuance" | "disagrees" | "no-evidence" | "not-in-article";

/**
 * One rule of the treatment: what the article says, what Stipple enforces, and why.
 * `Value` is the rule's machine-readable statement; both columns use the same shape.
 */
export interface Rule<Value = undefined> {
  /** Stable, "needle-length/home". */
  readonly id: string;
  /** What the rule decides, in a few words a screen can use as a heading. */
  readonly decides: string;
  /** The article's column. Absent where the article is silent. */
  readonly article?: {
    readonly value?: Value;
    readonly says: string;
    readonly place: ArticlePlace;
  };
  /** Stipple's column. */
  readonly policy: {
    readonly value: Value;
    readonly says: string;
    readonly sources: readonly SourceId[];
  };
  readonly verdict: Verdict;
  readonly strength: Strength;
  /** Why, in plain words, one or two sentences, second person. */
  readonly reason: string;
  /** Day the rule was last held against its sources, "2026-11-22". */
  readonly reviewedOn: string;
}

/** A rule as screens, API, calendar and command line show it: everything but the machine value. */
export interface Reason {
  readonly ruleId: string;
  readonly decides: string;
  readonly reason: string;
  readonly article?: { readonly says: string; readonly place: ArticlePlace };
  readonly policy: { readonly says: string; readonly sources: readonly SourceId[] };
  readonly verdict: Verdict;
  readonly strength: Strength;
}

/** The rule in the form that is shown. */
export function reasonOf({
  id,
  decides,
  reason,
  article,
  policy,
  verdict,
  strength,
}: Rule<unknown>): Reason {
  return {
    ruleId: id,
    decides,
    reason,
    ...(article && { article: { says: article.says, place: article.place } }),
    policy: { says: policy.says, sources: policy.sources },
    verdict,
    strength,
  };
}

/** Lowest and highest needle length in whole micrometres, both included. */
export type RangeUm = readonly [minUm: number, maxUm: number];

/** Version of the whole rule set. Plans carry it; a plan made by another version is checked again. */
export const rulesVersion = "2026-11-22.1";
