import type { GhostEstimate } from "./ghost-align.ts";

/** What the person with the camera should do, one arrow each; none of them when the shutter may open. */
export type CameraMove =
  | "move-left"
  | "move-right"
  | "move-up"
  | "move-down"
  | "closer"
  | "farther"
  | "turn-clockwise"
  | "turn-anticlockwise"
  | "find-the-view";

/** Limits of the trichometry specification, section 4.1: the alignment starts well within them. */
const mostShiftFraction = 0.04;
const scaleRange = [0.93, 1.07] as const;
const mostRollDeg = 4;

/** Below this height of the correlation's peak the two pictures do not show the same view. */
const leastConfidence = 5;

/**
 * How to move the camera so that the view fits the ghost. A head that lies too far right asks for the camera to go
 * right.
 */
export function cameraMoves(estimate: GhostEstimate): readonly CameraMove[] {
  const { rightFraction, downFraction, scale, rollDeg, confidence } = estimate;
  if (confidence < leastConfidence) return ["find-the-view"];
  const moves: CameraMove[] = [];
  if (Math.abs(rightFraction) >= mostShiftFraction) {
    moves.push(rightFraction > 0 ? "move-right" : "move-left");
  }
  if (Math.abs(downFraction) >= mostShiftFraction) {
    moves.push(downFraction > 0 ? "move-down" : "move-up");
  }
  if (scale < scaleRange[0]) moves.push("closer");
  if (scale > scaleRange[1]) moves.push("farther");
  if (Math.abs(rollDeg) >= mostRollDeg) {
    moves.push(rollDeg > 0 ? "turn-clockwise" : "turn-anticlockwise");
  }
  return moves;
}
