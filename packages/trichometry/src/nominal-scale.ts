import { halvePlane, type Plane } from "./plane.ts";
import { filterRidges } from "./ridge.ts";
import { compareWithSkin, estimateSkin } from "./skin-estimate.ts";

/** What a plain hair is taken to measure across where nothing says how large a pixel is, in µm. */
const usualHairUm = 72;

/** Scales tried, as standard deviations in photo pixels of lines twice as wide. */
const octaves = 5;
const sigmasPx = [1.5, 2.1];
/** Share of the pixels whose answers are listened to: the plainest lines. */
const plainestShare = 0.02;

/** A thinner line that answers this share of the most is the hair; the most may be that of hairs side by side. */
const shareOfMost = 0.8;
/** Pixel size that the skin is estimated with before any is known, in µm. */
const startUmPerPx = 3;

/**
 * A working scale for a photo without one, so that filters fit its hairs: the width at which its plainest lines answer
 * most is taken for a terminal hair's. Good for finding hairs and for ratios, never for a size or a density.
 */
export function guessUmPerPx(brightness: Plane): number {
  let plane = compareWithSkin(brightness, estimateSkin(brightness, startUmPerPx));
  const answers: { readonly answer: number; readonly sigmaPx: number }[] = [];
  for (let octave = 0; octave < octaves && Math.min(plane.width, plane.height) > 16; octave++) {
    for (const sigmaPx of sigmasPx) {
      const answer = plainAnswer(filterRidges(plane, [sigmaPx]).strength);
      answers.push({ answer, sigmaPx: sigmaPx * 2 ** octave });
    }
    plane = halvePlane(plane);
  }
  const most = Math.max(...answers.map(({ answer }) => answer));
  const first = answers.find(({ answer }) => answer >= shareOfMost * most);
  return usualHairUm / (2 * (first?.sigmaPx ?? 12));
}

function plainAnswer(strength: Float32Array): number {
  const sorted = Float32Array.from(strength).sort();
  const from = Math.floor(sorted.length * (1 - plainestShare));
  let sum = 0;
  for (let i = from; i < sorted.length; i++) sum += sorted[i] ?? 0;
  return sum / Math.max(1, sorted.length - from);
}
