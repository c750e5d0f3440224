export type QualityCheckId =
  | "size"
  | "black"
  | "too-dark"
  | "too-bright"
  | "exposure"
  | "glare"
  | "wet"
  | "no-edges"
  | "focus-um"
  | "focus-px"
  | "no-scale"
  | "no-card"
  | "two-cards"
  | "card-hidden"
  | "card-bent"
  | "resolution"
  | "resolution-preferred"
  | "tilt"
  | "scale-error"
  | "long-hair"
  | "light-side"
  | "face";

/** One property of a photo against its limit. */
export interface QualityCheck {
  readonly id: QualityCheckId;
  readonly isPassed: boolean;
  readonly value: number;
  readonly limit: { readonly low?: number; readonly high?: number };
  readonly unit: "px" | "share" | "µm" | "µm/px" | "°" | "mm/mm²" | "ratio" | "found";
  /** Whether nothing may be measured when it fails; the others are a warning beside the number. */
  readonly isStopping: boolean;
  /** What a failure means, and what to change. */
  readonly message: string;
  readonly action: string;
}

type Text = Pick<QualityCheck, "unit" | "isStopping" | "message" | "action">;

const stop = { isStopping: true } as const;
const warn = { isStopping: false } as const;

/** In the words of the person with the camera. */
export const qualityText: Readonly<Record<QualityCheckId, Text>> = {
  size: {
    ...stop,
    unit: "px",
    message: "The photo is too small to measure on.",
    action: "Use the photo as the camera took it, not a thumbnail or a screenshot.",
  },
  black: {
    ...stop,
    unit: "share",
    message: "The photo is black.",
    action: "Take the cover off the lens, turn on the light, and photograph again.",
  },
  "too-dark": {
    ...warn,
    unit: "share",
    message: "Part of the photo is so dark that nothing is seen in it.",
    action: "Use more light, from the front, so that no shadow falls on the spot.",
  },
  "too-bright": {
    ...stop,
    unit: "share",
    message: "Part of the photo is burnt out to white.",
    action: "Move the lamp back, or tap on the scalp in the camera so that it is exposed for it.",
  },
  exposure: {
    ...stop,
    unit: "share",
    message: "The photo is too dark or too bright as a whole.",
    action: "Light the scalp evenly and tap on it in the camera before you release.",
  },
  glare: {
    ...stop,
    unit: "share",
    message: "The lamp is mirrored on too much of the skin.",
    action: "Move the lamp to the side or spread its light with paper, and wipe off grease.",
  },
  wet: {
    ...warn,
    unit: "share",
    message: "The hair sparkles as wet or greasy hair does; wet hair looks thinner.",
    action: "Wash and dry the hair, use no product, and photograph it dry.",
  },
  "no-edges": {
    ...stop,
    unit: "found",
    message: "Nothing sharp is seen in this photo: it is out of focus, or it shows no hair.",
    action: "Point the camera at the scalp, hold still, and let it focus.",
  },
  "focus-um": {
    ...stop,
    unit: "µm",
    message: "The photo is too blurred to tell hairs apart and measure their thickness.",
    action: "Rest your hand, tap to focus on the hair, and take it again.",
  },
  "focus-px": {
    ...stop,
    unit: "px",
    message: "The photo is blurred.",
    action: "Rest the phone against something, tap to focus on the hair, and take it again.",
  },
  "no-scale": {
    ...warn,
    unit: "found",
    message:
      "Nothing tells how large a pixel is; only shares are given, no density and no thickness.",
    action: "Lay the window card around the spot, or photograph its ticks once with this device.",
  },
  "no-card": {
    ...warn,
    unit: "found",
    message: "No window card is seen; only shares are given, no density and no thickness.",
    action:
      "Lay the card on the scalp with its opening over the spot, all four black squares in the picture.",
  },
  "two-cards": {
    ...stop,
    unit: "found",
    message: "More than one window card is seen, and they may lie at different heights.",
    action: "Take the other cards out of the picture and photograph the spot again.",
  },
  "card-hidden": {
    ...warn,
    unit: "found",
    message: "Too few of the card's black squares can be read, so there is no scale.",
    action: "Comb the hair off the card and bring at least three squares into the picture.",
  },
  "card-bent": {
    ...stop,
    unit: "found",
    message: "The card does not lie flat, so its scale cannot be trusted.",
    action: "Press the card flat on the scalp, or print it on thicker paper.",
  },
  resolution: {
    ...stop,
    unit: "µm/px",
    message: "A pixel covers too much skin: thin hairs would be missed, so no total is given.",
    action:
      "Move closer or use a macro lens, until the card's pattern fills the width of the picture.",
  },
  "resolution-preferred": {
    ...warn,
    unit: "µm/px",
    message: "The photo is coarser than it should be; thin hairs may be missed.",
    action: "Move a little closer, or use the camera's highest resolution.",
  },
  tilt: {
    ...stop,
    unit: "°",
    message: "The camera looked at the card from the side.",
    action: "Hold the camera straight above the spot, so that the opening looks square.",
  },
  "scale-error": {
    ...stop,
    unit: "share",
    message: "The card's squares are too blurred or too few to give a scale within 2 %.",
    action: "Bring all four squares into the picture and in focus.",
  },
  "long-hair": {
    ...stop,
    unit: "mm/mm²",
    message: "The hair is long and lies across itself; single hairs cannot be counted.",
    action: "Clip the spot to about 1 mm, or use this photo for coverage only.",
  },
  face: {
    ...warn,
    unit: "found",
    message:
      "This may be a face: two dark places lie side by side over a third, as eyes over a mouth.",
    action:
      "Photograph the scalp, near enough that single hairs are seen. If it is the scalp, go on: this is a guess.",
  },
  "light-side": {
    ...warn,
    unit: "ratio",
    message: "The light comes from another side than in the first photo.",
    action: "Stand in the same place under the same lamp as for the first photo.",
  },
};
