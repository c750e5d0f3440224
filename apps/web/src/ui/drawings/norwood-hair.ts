import type { NorwoodStage } from "@stipple/protocol";
import { crown, headDepth } from "./head-shape.ts";
import { type Point, smoothstep, stipple } from "./stipple.ts";

/** Where hair is left, in the units of the head drawing (its length is 380). */
interface Loss {
  /** Height of the hairline in its middle; larger is further back. */
  readonly hairlineY: number;
  /** How much further back the hairline lies at the temples. */
  readonly templeDepth: number;
  /** Radius of the clear patch at the crown; 0 for none. */
  readonly crownRadius: number;
  /** Hair left between the front and the crown, 0 to 1. */
  readonly bridge: number;
  /** Half the width of the clear top, once the bridge is gone. */
  readonly topHalfWidth: number;
  /** The fringe over the ears: how far out it starts (0 middle, 1 rim), and its front end. */
  readonly fringe: { readonly from: number; readonly frontY: number };
}

const fullFringe = { from: 0.8, frontY: 138 };
const noTop = { bridge: 1, topHalfWidth: 0, crownRadius: 0, fringe: fullFringe };
const losses: Record<NorwoodStage, Loss> = {
  I: { ...noTop, hairlineY: 100, templeDepth: 8 },
  II: { ...noTop, hairlineY: 102, templeDepth: 50 },
  IIa: { ...noTop, hairlineY: 140, templeDepth: 26 },
  III: { ...noTop, hairlineY: 108, templeDepth: 98 },
  IIIa: { ...noTop, hairlineY: 176, templeDepth: 44 },
  "III-vertex": { ...noTop, hairlineY: 106, templeDepth: 72, crownRadius: 44 },
  IV: { ...noTop, hairlineY: 128, templeDepth: 106, crownRadius: 62 },
  IVa: { ...noTop, hairlineY: 226, templeDepth: 36 },
  V: {
    hairlineY: 156,
    templeDepth: 96,
    crownRadius: 80,
    bridge: 0.4,
    topHalfWidth: 78,
    fringe: fullFringe,
  },
  Va: { ...noTop, hairlineY: 296, templeDepth: 12, fringe: { from: 0.76, frontY: 150 } },
  VI: {
    hairlineY: 214,
    templeDepth: 40,
    crownRadius: 96,
    bridge: 0,
    topHalfWidth: 98,
    fringe: { from: 0.7, frontY: 164 },
  },
  VII: {
    hairlineY: 300,
    templeDepth: 0,
    crownRadius: 128,
    bridge: 0,
    topHalfWidth: 130,
    fringe: { from: 0.82, frontY: 206 },
  },
};

/** Hair of a stage as dots, seen from above. */
export function norwoodDots(stage: NorwoodStage): readonly Point[] {
  const loss = losses[stage];
  return stipple({
    bounds: { left: 40, top: 50, width: 320, height: 384 },
    spacing: 7.4,
    density: (point) => {
      const depth = headDepth(point);
      if (depth > 0.965) return 0;
      return (0.56 + 0.44 * smoothstep(0.35, 1, depth)) * hairLeft(loss, point, depth);
    },
  });
}

function hairLeft(loss: Loss, { x, y }: Point, depth: number): number {
  const fromMiddle = Math.abs(x - 200);
  const temple = Math.exp(-(((fromMiddle - 84) / 36) ** 2));
  const hairline = loss.hairlineY + 0.0026 * fromMiddle ** 2 + loss.templeDepth * temple;
  const front = smoothstep(hairline - 8, hairline + 12, y);

  const fromCrown = Math.hypot((x - crown.x) / 1.06, y - crown.y);
  const crownHair =
    loss.crownRadius === 0
      ? 1
      : smoothstep(loss.crownRadius - 14, loss.crownRadius + 12, fromCrown);

  const isBetween = y > 110 && y < crown.y;
  const top = isBetween
    ? smoothstep(loss.topHalfWidth - 12, loss.topHalfWidth + 12, fromMiddle)
    : 1;
  const { from, frontY } = loss.fringe;
  const fringe = smoothstep(from - 0.05, from + 0.06, depth) * smoothstep(frontY, frontY + 36, y);
  return Math.max(fringe, front * crownHair * Math.max(top, loss.bridge));
}
