import type { Measurement } from "@stipple/protocol";
import type { CloseUpFinding, Point } from "@stipple/trichometry";

/** Where the size of a pixel comes from. */
export type ScaleWish =
  | { readonly kind: "card" }
  | { readonly kind: "typed"; readonly umPerPx: number }
  | { readonly kind: "none" };

/** What a count finds, before it has an id and a moment. */
export type Found = Omit<Measurement, "id" | "photoId" | "measuredAt">;

interface LineWish {
  readonly polyline: readonly Point[];
  readonly isLight: boolean;
  readonly usualWidthPx: number;
  readonly blurSigmaPx: number | undefined;
}

/** What the page asks of the worker. Places are in pixels of the photo as it is kept. */
export type Question = { readonly id: number; readonly photoId: string } & (
  | { readonly kind: "count"; readonly scale: ScaleWish }
  | { readonly kind: "line"; readonly line: LineWish }
);

export type Answer =
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "refused"; readonly refusal: CloseUpFinding }
  | { readonly kind: "line"; readonly widthPx: number | undefined; readonly sdPx: number };

export type Reply = { readonly id: number } & (
  | Answer
  | { readonly kind: "progress"; readonly doneFraction: number }
  | { readonly kind: "failed" }
);

const replyKinds: readonly unknown[] = [
  "found",
  "refused",
  "line",
  "progress",
  "failed",
] satisfies readonly Reply["kind"][];

/** Tells a reply from anything else by its number and its kind; page and worker are built together. */
export function isReply(said: unknown): said is Reply {
  return (
    typeof said === "object" &&
    said !== null &&
    "id" in said &&
    typeof said.id === "number" &&
    "kind" in said &&
    replyKinds.includes(said.kind)
  );
}
