import type { HairTone } from "./hair-tone.ts";

/** Something about a photo that its reader must know, and what to do. */
export interface CloseUpFinding {
  readonly code: string;
  readonly says: string;
  readonly nextStep: string;
}

/** The photo gives no count, and why. */
export interface CloseUpRefusal {
  readonly kind: "refused";
  readonly refusal: CloseUpFinding;
}

const refusals = {
  "too-small": {
    says: "The photo is too small to show single hairs: a side has fewer than 64 pixels.",
    nextStep: "Take the photo at full size and do not crop it.",
  },
  "too-dark": {
    says: "The photo is black or nearly so.",
    nextStep: "Take it again with more light, without covering the lens.",
  },
  "too-coarse": {
    says: "A pixel of this photo covers more than 8 µm of skin; thin hairs vanish and a count would be too low.",
    nextStep: "Move closer or use a stronger lens, so that a pixel covers 4 µm or less.",
  },
  "long-hair": {
    says: "The hair is long and lies across itself; pieces would be counted, not hairs.",
    nextStep: "Clip a small spot to about 1 mm and photograph that, or measure coverage instead.",
  },
  "light-hair-unseen": {
    says: "The hair is too like the skin in this photo: what was found may as well be skin as hair, so there is no count.",
    nextStep:
      "Light the skin from the side and take it again. A clinic can dye the spot for the photo.",
  },
} as const;

export function refuseCloseUp(code: keyof typeof refusals): CloseUpRefusal {
  return { kind: "refused", refusal: { code, ...refusals[code] } };
}

/** Specification section 4, the gate for close-ups; the share of vellus hairs needs a finer photo than the count. */
const limits = { glareFraction: 0.03, blurUm: 8, vellusUmPerPx: 6 };

export const coarsestVellusUmPerPx = limits.vellusUmPerPx;

/** The doubts that go with a measurement; a number is never shown without them. */
export function closeUpFindings({
  umPerPx,
  glareFraction,
  blurSigmaPx,
  hairTone,
  hairs,
}: {
  readonly umPerPx: number | undefined;
  readonly hairTone: HairTone;
  readonly glareFraction: number;
  readonly blurSigmaPx: number | undefined;
  readonly hairs: readonly unknown[];
}): CloseUpFinding[] {
  const findings: CloseUpFinding[] = [];
  if (umPerPx === undefined) {
    findings.push({
      code: "no-scale",
      says: "Nothing says how large a pixel is, so there are no sizes and no density.",
      nextStep:
        "Photograph the window card with the skin, or give the µm per pixel of your device.",
    });
  }
  if (umPerPx !== undefined && umPerPx > limits.vellusUmPerPx) {
    findings.push({
      code: "vellus-unseen",
      says: `A pixel covers ${umPerPx.toFixed(1)} µm; above 6 µm thin hairs are missed, so their share is not given.`,
      nextStep: "Move closer or use a stronger lens, so that a pixel covers 4 µm or less.",
    });
  }
  if (glareFraction > limits.glareFraction) {
    findings.push({
      code: "glare",
      says: `The lamp is mirrored on ${(100 * glareFraction).toFixed(0)} % of the photo; hairs under it are missed.`,
      nextStep: "Turn the light or the camera a little, or dry the skin.",
    });
  }
  if (umPerPx !== undefined && blurSigmaPx !== undefined && blurSigmaPx * umPerPx > limits.blurUm) {
    findings.push({
      code: "blurred",
      says: `Edges are blurred over ${(blurSigmaPx * umPerPx).toFixed(0)} µm; above 8 µm thin hairs are missed and widths are rough.`,
      nextStep: "Focus on the skin and hold still, then take the photo again.",
    });
  }
  if (hairTone === "light") {
    findings.push({
      code: "light-hair",
      says: "The hair is lighter than the skin. On light skin most of such hair is missed, on dark skin some of it.",
      nextStep:
        "Take the count as too low, and add the hairs you see. A clinic can dye the spot for the photo.",
    });
  }
  if (hairs.length === 0) {
    findings.push({
      code: "no-hair",
      says: "No hair was found. That may be right, or the photo may not show skin from near enough.",
      nextStep: "Look at the photo: if you see hairs, take it again closer and sharper.",
    });
  }
  return findings;
}
