import { fitHomography, type HomographyFit, invertHomography, mapPoint } from "./homography.ts";
import type { PointPair } from "./point.ts";
import type { ReadFiducial } from "./read-fiducial.ts";
import { fiducialCorners } from "./window-card.ts";

export interface FiducialFit extends HomographyFit {
  /** How far the ink reaches over each edge of a black square: the printer's spread, and light lost in the camera. */
  readonly inkGainMm: number;
}

/** A trial gain, to see how the residual answers. */
const trialGainMm = 0.05;

/**
 * The plane of printed fiducials: from millimetres to pixels.
 *
 * Ink spreads, and a camera's curve moves blurred edges; either makes every black square larger or smaller by the same
 * rim. Left alone that would look like a scale (0.1 % for every 10 µm down the card, where the squares stand close),
 * so the rim is fitted with the plane.
 */
export function fitFiducials(seen: readonly ReadFiducial[]): FiducialFit | undefined {
  const plain = fitWithGain(seen, 0);
  const tried = fitWithGain(seen, trialGainMm);
  if (!plain || !tried) return undefined;
  const answer = (tried.leftMm - plain.leftMm) / trialGainMm;
  const inkGainMm = Math.abs(answer) > 1e-6 ? -plain.leftMm / answer : 0;
  const fit = fitWithGain(seen, inkGainMm);
  return fit && { ...fit, inkGainMm };
}

/** The fit with corners moved out by the gain, and the mean distance outwards that is left unexplained. */
function fitWithGain(seen: readonly ReadFiducial[], gainMm: number) {
  const pairs = seen.flatMap((fiducial) => cornerPairs(fiducial, gainMm));
  const fit = fitHomography(pairs.map(({ pair }) => pair));
  const mmFromPx = fit && invertHomography(fit.homography);
  if (!fit || !mmFromPx) return undefined;
  const leftMm = pairs.reduce((sum, { pair, outX, outY }) => {
    const { x, y } = mapPoint(mmFromPx, pair.to);
    return sum + ((x - pair.from.x) * outX + (y - pair.from.y) * outY) / 2;
  }, 0);
  return { ...fit, leftMm: leftMm / pairs.length };
}

interface CornerPair {
  readonly pair: PointPair;
  readonly outX: number;
  readonly outY: number;
}

function cornerPairs({ fiducial, corners }: ReadFiducial, gainMm: number): readonly CornerPair[] {
  const { xMm, yMm } = fiducial.centreMm;
  return fiducialCorners(fiducial).map(({ x, y }, at) => {
    const outX = Math.sign(x - xMm);
    const outY = Math.sign(y - yMm);
    const from = { x: x + gainMm * outX, y: y + gainMm * outY };
    return { pair: { from, to: corners[at] ?? corners[0] }, outX, outY };
  });
}
