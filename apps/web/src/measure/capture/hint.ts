import type { HintKind } from "../texts.ts";

/** How the live picture lies against the ghost, in shares of its width. */
export interface GhostPose {
  readonly rightFraction: number;
  readonly downFraction: number;
  readonly scale: number;
  readonly rollDeg: number;
  readonly confidence: number;
}

/** Inside these, the alignment that follows needs no other start (trichometry notes, section 4.1). */
const limits = { shiftFraction: 0.04, scaleRange: [0.93, 1.07], rollDeg: 4 } as const;

/**
 * Below this height of the correlation peak, in standard deviations, the arrows would point anywhere: on synthetic crowns
 * the same head under mild light had 16 to 19, another head or hair combed anew 3 to 5. The alignment trusts the same.
 */
const leastConfidence = 12;

/**
 * The one thing to change next, the worst first: each fault is counted in units of its own limit.
 *
 * "left" means that the head must go left in the picture.
 */
export function hintFor({
  rightFraction,
  downFraction,
  scale,
  rollDeg,
  confidence,
}: GhostPose): HintKind {
  if (!(confidence >= leastConfidence)) return "unsure";
  const [least, most] = limits.scaleRange;
  const faults: readonly { readonly kind: HintKind; readonly times: number }[] = [
    { kind: "left", times: rightFraction / limits.shiftFraction },
    { kind: "right", times: -rightFraction / limits.shiftFraction },
    { kind: "up", times: downFraction / limits.shiftFraction },
    { kind: "down", times: -downFraction / limits.shiftFraction },
    { kind: "farther", times: (scale - 1) / (most - 1) },
    { kind: "nearer", times: (1 - scale) / (1 - least) },
    { kind: "anticlockwise", times: rollDeg / limits.rollDeg },
    { kind: "clockwise", times: -rollDeg / limits.rollDeg },
  ];
  const worst = faults.reduce((a, b) => (b.times > a.times ? b : a));
  return worst.times > 1 ? worst.kind : "fits";
}
