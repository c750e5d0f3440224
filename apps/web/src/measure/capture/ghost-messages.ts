import type { GhostPose } from "./hint.ts";

/** The ghost once, then one frame at a time. */
export type GhostQuestion =
  | { readonly kind: "ghost"; readonly image: ImageData }
  | { readonly kind: "frame"; readonly image: ImageData };

export interface GhostReply {
  readonly pose: GhostPose | undefined;
}

/** Tells a reply from anything else; page and worker are built together. */
export function isGhostReply(said: unknown): said is GhostReply {
  return typeof said === "object" && said !== null && "pose" in said;
}
