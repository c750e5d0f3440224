import type { Random } from "@stipple/simulation";
import { type Canvas, paintSpot, stainStroke } from "./canvas.ts";
import type { Colour } from "./colours.ts";
import { drawUniform, randomFor } from "./draws.ts";
import type { SkinPatch } from "./follicular-units.ts";
import type { Range } from "./levels.ts";
import { type Placement, type Point, pxFromSkin } from "./placement.ts";
import type { StrokeTracer } from "./strokes.ts";
import { linearColour } from "./transfer-curve.ts";

/** A thin line in the skin: a furrow or a vessel. */
interface SkinLine {
  readonly courseUm: readonly Point[];
  readonly halfWidthUm: number;
  readonly strength: number;
  readonly absorbed: Colour;
}

interface SkinSpot {
  readonly middleUm: Point;
  readonly radiusUm: number;
  readonly elongation: number;
  readonly axisRad: number;
  readonly colour: Colour;
  readonly opacity: number;
}

interface SkinMarks {
  readonly lines: readonly SkinLine[];
  readonly spots: readonly SkinSpot[];
}

/** Counts are for a frame of this size, and grow with the patch. */
const referenceAreaMm2 = 48;

/** Furrows darken evenly; blood takes green and blue. */
const furrowAbsorbed: Colour = [0.85, 1, 1];
const vesselAbsorbed: Colour = [0.15, 1, 0.8];

/** Kinds of spots: how many per grey level of texture, how large, how strong; colours relative to the skin's. */
const spotKinds: readonly {
  readonly countPerGreyLevel: number;
  readonly radiusUm: Range;
  readonly opacity: Range;
  readonly tint: Colour;
}[] = [
  // Pores, freckles, yellow dots, scales.
  { countPerGreyLevel: 1.5, radiusUm: [15, 40], opacity: [0.08, 0.3], tint: [0.6, 0.5, 0.45] },
  { countPerGreyLevel: 0.25, radiusUm: [80, 350], opacity: [0.1, 0.35], tint: [0.82, 0.7, 0.6] },
  { countPerGreyLevel: 0.4, radiusUm: [60, 140], opacity: [0.1, 0.35], tint: [1.04, 0.94, 0.7] },
  { countPerGreyLevel: 0.5, radiusUm: [40, 160], opacity: [0.1, 0.45], tint: [1.15, 1.2, 1.25] },
];

/** Everything on bare skin that is no hair: furrows, vessels, pores, freckles, yellow dots and scales. */
export function drawSkinMarks(look: {
  readonly seed: number;
  readonly colour: Colour;
  readonly textureGreyLevels: number;
  readonly patch: SkinPatch;
}): SkinMarks {
  const { seed, colour, textureGreyLevels, patch } = look;
  const random = randomFor(seed, "marks");
  const areaMm2 = ((patch.rightUm - patch.leftUm) * (patch.bottomUm - patch.topUm)) / 1e6;
  const count = (perFrame: number) => Math.round((perFrame * areaMm2) / referenceAreaMm2);
  const lines = [
    ...Array.from({ length: count(6 * textureGreyLevels) }, () =>
      drawFurrow(patch, textureGreyLevels, random),
    ),
    ...Array.from({ length: count(0.6 * textureGreyLevels) }, () => drawVessel(patch, random)),
  ];
  const spots = spotKinds.flatMap(({ countPerGreyLevel, radiusUm, opacity, tint }) =>
    Array.from({ length: count(countPerGreyLevel * textureGreyLevels) }, () => ({
      middleUm: drawPlace(patch, random),
      radiusUm: drawUniform(random, radiusUm),
      elongation: drawUniform(random, [1, 1.8]),
      axisRad: drawUniform(random, [0, Math.PI]),
      colour: linearColour([
        Math.min(255, colour[0] * tint[0]),
        Math.min(255, colour[1] * tint[1]),
        Math.min(255, colour[2] * tint[2]),
      ]),
      opacity: drawUniform(random, opacity),
    })),
  );
  return { lines, spots };
}

/** Draws the marks on the skin, seen through the camera. */
export function paintSkinMarks(
  canvas: Canvas,
  { lines, spots }: SkinMarks,
  { placement, tracer }: { readonly placement: Placement; readonly tracer: StrokeTracer },
): void {
  for (const { middleUm, radiusUm, ...spot } of spots) {
    const middlePx = pxFromSkin(middleUm, placement);
    paintSpot(canvas, { ...spot, middlePx, radiusPx: radiusUm / placement.umPerPx });
  }
  for (const { courseUm, halfWidthUm, strength, absorbed } of lines) {
    const softPx = Math.max(0.7, halfWidthUm / placement.umPerPx);
    const course = courseUm.map((point) => pxFromSkin(point, placement));
    const pixels = tracer.trace(course, 2.5 * softPx);
    const fadePx = 0.2 * pixels.lengthPx + 1;
    stainStroke(canvas, pixels, {
      absorbed,
      strength: (distancePx, alongPx) => {
        const fromEndPx = Math.max(0, Math.min(alongPx, pixels.lengthPx - alongPx));
        return (
          strength *
          Math.min(1, fromEndPx / fadePx) *
          Math.exp((-distancePx * distancePx) / (softPx * softPx))
        );
      },
    });
  }
}

function drawFurrow(patch: SkinPatch, textureGreyLevels: number, random: Random): SkinLine {
  const lengthUm = drawUniform(random, [300, 1600]);
  return {
    courseUm: drawCourse({ patch, lengthUm, wanderRad: 0.12 }, random),
    halfWidthUm: drawUniform(random, [4, 9]),
    strength: drawUniform(random, [0.4, 1]) * (0.03 + 0.008 * textureGreyLevels),
    absorbed: furrowAbsorbed,
  };
}

function drawVessel(patch: SkinPatch, random: Random): SkinLine {
  const lengthUm = drawUniform(random, [400, 2500]);
  return {
    courseUm: drawCourse({ patch, lengthUm, wanderRad: 0.3 }, random),
    halfWidthUm: drawUniform(random, [6, 22]),
    strength: drawUniform(random, [0.08, 0.25]),
    absorbed: vesselAbsorbed,
  };
}

/** A line that wanders: every 60 µm its heading changes a little. */
function drawCourse(
  line: { readonly patch: SkinPatch; readonly lengthUm: number; readonly wanderRad: number },
  random: Random,
): Point[] {
  const stepUm = 60;
  let [x, y] = drawPlace(line.patch, random);
  let headingRad = drawUniform(random, [0, 2 * Math.PI]);
  const course: Point[] = [[x, y]];
  for (let alongUm = 0; alongUm < line.lengthUm; alongUm += stepUm) {
    headingRad += line.wanderRad * random.normal();
    x += stepUm * Math.cos(headingRad);
    y += stepUm * Math.sin(headingRad);
    course.push([x, y]);
  }
  return course;
}

function drawPlace(patch: SkinPatch, random: Random): Point {
  return [
    drawUniform(random, [patch.leftUm, patch.rightUm]),
    drawUniform(random, [patch.topUm, patch.bottomUm]),
  ];
}
