import type { CloseUpInput, CloseUpReading } from "@stipple/synthetic-scalp";
import { measureCloseUp } from "@stipple/trichometry";

/** Stipple's own counting as the accuracy runs see it. It is told the scale, and not the colour of the hair. */
export function countWithStipple({ image, umPerPx }: CloseUpInput): CloseUpReading {
  const answer = measureCloseUp(image, { umPerPx });
  if (answer.kind === "refused") return { kind: "refused" };
  return {
    kind: "counted",
    hairs: answer.hairs.map(({ polyline, root, widthUm }) => ({
      polylinePx: polyline.map(({ x, y }) => [x, y] as const),
      root: [root.x, root.y],
      widthUm: widthUm ?? Number.NaN,
    })),
    densityInterval90PerCm2: answer.interval90,
  };
}
