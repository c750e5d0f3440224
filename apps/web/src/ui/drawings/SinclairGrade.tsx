import type { SinclairGrade as Grade } from "@stipple/protocol";
import { useMemo } from "react";
import { HeadDrawing } from "./HeadDrawing.tsx";
import { headDepth } from "./head-shape.ts";
import { type Point, smoothstep, stipple } from "./stipple.ts";

/** Half width of the parting, and how thin the hair beside it is (0 full, 1 gone). */
const partings: Record<Grade, { readonly halfWidth: number; readonly thinning: number }> = {
  "1": { halfWidth: 5, thinning: 0 },
  "2": { halfWidth: 14, thinning: 0.25 },
  "3": { halfWidth: 23, thinning: 0.55 },
  "4": { halfWidth: 34, thinning: 0.75 },
  "5": { halfWidth: 58, thinning: 0.92 },
};

/** At the first grade the parting is one dot wide. */
const narrowParting = "M200 98Q203 224 200 350";

function partingDots(grade: Grade): readonly Point[] {
  const { halfWidth, thinning } = partings[grade];
  const density = (point: Point) => {
    const depth = headDepth(point);
    if (depth > 0.965 || point.y < 96 + 0.0022 * (point.x - 200) ** 2) return 0;
    const shade = 0.6 + 0.4 * smoothstep(0.35, 1, depth);
    // Widest behind the hairline, closing toward the crown.
    const along = smoothstep(92, 150, point.y) * (1 - smoothstep(250, 352, point.y));
    const width = halfWidth * (0.25 + 0.75 * along) * (point.y < 352 ? 1 : 0);
    const fromMiddle = Math.abs(point.x - 200);
    const parting = width === 0 ? 1 : smoothstep(width - 2, width + 4, fromMiddle);
    const beside = 1 - thinning * along * (1 - smoothstep(width, width + 62, fromMiddle));
    return shade * parting * beside;
  };
  return stipple({ bounds: { left: 40, top: 50, width: 320, height: 384 }, spacing: 7.4, density });
}

/** A Sinclair grade from above: the midline parting, wider with each grade. */
export function SinclairGrade({ grade, title }: { readonly grade: Grade; readonly title: string }) {
  const dots = useMemo(() => partingDots(grade), [grade]);
  return (
    <HeadDrawing
      title={title}
      dots={dots}
      dotSize={6}
      parting={grade === "1" ? narrowParting : undefined}
    />
  );
}
