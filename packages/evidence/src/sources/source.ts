/** Something the rules, numbers and texts stand on. */
export interface Source {
  readonly title: string;
  readonly authors?: string;
  /** Year of publication; "undated" for pages that carry none. */
  readonly year: number | "undated";
  readonly kind:
    | "trial"
    | "pooled"
    | "guidance"
    | "label"
    | "observation"
    | "review"
    | "lay"
    | "article";
  readonly url?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly note?: string;
  /** How the facts taken from it are known: read in the source (mostly its abstract), remembered, or in doubt. */
  readonly access: "looked-up" | "from-memory" | "uncertain";
  /** Lay, vendor or mirror page: for orientation, to be replaced by a primary source. */
  readonly weak?: boolean;
}
