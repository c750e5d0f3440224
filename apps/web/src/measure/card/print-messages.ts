import type { NoPrintCheck, PrintCheck } from "@stipple/trichometry";

export interface PrintQuestion {
  readonly photo: Blob;
}

export type PrintAnswer = PrintCheck | NoPrintCheck | { readonly kind: "unseen" };
