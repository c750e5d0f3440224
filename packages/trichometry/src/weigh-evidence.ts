import type { Agreement, AlignmentEvidence } from "./alignment-evidence.ts";

/** What the evidence of an alignment amounts to. */
export interface EvidenceWeight {
  readonly isConvincing: boolean;
  /** Chance that as many places or more agree by accident. */
  readonly chance: number;
  /** For choosing between alignments: larger is better. */
  readonly weight: number;
}

/**
 * Chance that one place of two different heads agrees, set above what was seen on pairs of different synthetic heads
 * that had been aligned as well as they go: marks up to 1 in 39; corners up to 22 in 119, because outlines of any two
 * heads can be laid on each other.
 */
const markChance = 0.03;
const cornerChance = 0.2;

const mostMarkChance = 1e-5;
const mostCornerChance = 1e-8;

/** Agreeing places may not be farther off than this, in parts of the photo's longer side: 3 px of 1200. */
const mostResidualPx = 3;
/** They must not sit in one corner of the photo. */
const leastAreaFraction = 0.05;

/** Whether so many marks and corners agree that the two photos show one head, lying as the alignment says. */
export function weighEvidence(evidence: AlignmentEvidence): EvidenceWeight {
  const marks = upperTail(evidence.marks, markChance);
  const corners = upperTail(evidence.corners, cornerChance);
  const isEnough = marks < mostMarkChance || corners < mostCornerChance;
  const isSpread = evidence.areaFraction >= leastAreaFraction;
  return {
    isConvincing: isEnough && isSpread && evidence.residualPx <= mostResidualPx,
    chance: Math.min(marks, corners),
    weight: -Math.log(marks) - Math.log(corners),
  };
}

/** Chance of at least so many agreements, if each place agrees with the given chance (binomial). */
function upperTail({ agreeing, tested }: Agreement, chance: number): number {
  let term = (1 - chance) ** tested;
  let below = 0;
  for (let k = 0; k < agreeing; k++) {
    below += term;
    term *= ((tested - k) / (k + 1)) * (chance / (1 - chance));
  }
  let above = 0;
  for (let k = agreeing; k <= tested; k++) {
    above += term;
    term *= ((tested - k) / (k + 1)) * (chance / (1 - chance));
  }
  return Math.max(agreeing > tested * chance ? above : 1 - below, 1e-300);
}
