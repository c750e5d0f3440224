import { type Point, smoothstep } from "./stipple.ts";

/** The head from above, nose at the top, as every drawing of it uses it. */
export const headView = { width: 400, height: 452 } as const;
export const headCentre: Point = { x: 200, y: 242 };
export const crown: Point = { x: 200, y: 328 };
const halfWidth = 154;
const halfLength = 188;
/** Between an ellipse (2) and a box: heads are fuller than ellipses. */
const fullness = 2.18;

/** Point on the outline scaled by `scale`, at `degrees` from the nose towards the picture's right. */
export function headPoint(degrees: number, scale = 1): Point {
  const t = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(t), Math.cos(t)];
  const x = Math.sign(sin) * Math.abs(sin) ** (2 / fullness);
  const y = Math.sign(cos) * Math.abs(cos) ** (2 / fullness);
  return {
    x: headCentre.x + scale * halfWidth * x * (1 - 0.07 * y),
    y: headCentre.y - scale * halfLength * y,
  };
}

/** How far out a point lies: 0 at the middle of the head, 1 on the outline. */
export function headDepth({ x, y }: Point): number {
  const along = (headCentre.y - y) / halfLength;
  const narrowing = 1 - 0.07 * Math.max(-1, Math.min(1, along));
  const across = (x - headCentre.x) / (halfWidth * narrowing);
  return (Math.abs(across) ** fullness + Math.abs(along) ** fullness) ** (1 / fullness);
}

export const headOutline = `${pathThrough(
  Array.from({ length: 120 }, (_, index) => headPoint(index * 3)),
)}Z`;

const noseRoot = headPoint(6);
export const noseOutline = [
  `M${(400 - noseRoot.x).toFixed(1)} ${(noseRoot.y + 1).toFixed(1)}`,
  `C186 46 190 38 200 38C210 38 214 46`,
  `${noseRoot.x.toFixed(1)} ${(noseRoot.y + 1).toFixed(1)}`,
].join(" ");

/** Both ears, a little behind the middle. */
export const earOutlines: readonly string[] = [1, -1].map((side) => {
  const [front, back] = [headPoint(86), headPoint(101)];
  const x = (value: number) => (side === 1 ? value : 400 - value).toFixed(1);
  return [
    `M${x(front.x - 2)} ${front.y.toFixed(1)}`,
    `C${x(front.x + 13)} ${(front.y - 14).toFixed(1)} ${x(back.x + 19)} ${(back.y + 2).toFixed(1)}`,
    `${x(back.x - 2)} ${back.y.toFixed(1)}`,
  ].join(" ");
});

/** Shading of a round head lit from above: darker toward the rim. */
export function rimShade(point: Point): number {
  const depth = headDepth(point);
  return depth > 0.985 ? 0 : 0.05 + 0.6 * smoothstep(0.5, 1.02, depth);
}

/** A closed or open path through points, with one decimal. */
export function pathThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}
