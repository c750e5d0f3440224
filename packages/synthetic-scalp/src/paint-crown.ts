import type { Random } from "@stipple/simulation";
import { type Canvas, paintSpot, paintStroke } from "./canvas.ts";
import { type HairColour, hairColours, mixColours, type SkinTone, skinColours } from "./colours.ts";
import { type CrownHead, crownSidePx, headRadius, isScalp } from "./crown-head.ts";
import {
  drawPartStrand,
  drawStrand,
  fromPart,
  type Hairdo,
  type Strand,
  strandCourse,
} from "./hairdo.ts";
import type { Placement } from "./placement.ts";
import { paintSkin } from "./skin-texture.ts";
import type { StrokeTracer } from "./strokes.ts";
import { linearColour, linearFromGreyLevel } from "./transfer-curve.ts";

/** The relief of close-ups at this scale has cells of 4–128 pixels, which suits a whole head too. */
const reliefUmPerPx = 4;
const reliefGreyLevels = 5;

/** Strands that leave right beside the part, per corner of its line at full coverage: what makes its edge. */
const besidePart = 45;

const wallGreyLevel = 150;

/** Colour of skin where it is a mole or a freckle, as a share of the tone. */
const markShare = 0.55;

/** Strands drawn at most, should the coverage asked for not be reached. */
const mostStrands = 120_000;

/** Head without hair, before a plain wall. */
export function paintBareHead(
  canvas: Canvas,
  head: CrownHead,
  skin: { readonly seed: number; readonly tone: SkinTone },
): void {
  const colour = skinColours[skin.tone];
  const sideUm = crownSidePx * reliefUmPerPx;
  const placement: Placement = {
    umPerPx: reliefUmPerPx,
    middleUm: [sideUm / 2, sideUm / 2],
    rotationRad: 0,
    shiftUm: [0, 0],
    scale: 1,
    stretch: undefined,
  };
  const patch = { leftUm: 0, topUm: 0, rightUm: sideUm, bottomUm: sideUm };
  const look = { seed: skin.seed, colour, textureGreyLevels: reliefGreyLevels, patch };
  paintSkin(canvas, look, placement);
  const [red, green, blue] = colour;
  const markColour = linearColour([markShare * red, markShare * green, markShare * blue]);
  for (const mark of head.marks) {
    paintSpot(canvas, { ...mark, elongation: 1.2, axisRad: mark.radiusPx, colour: markColour });
  }
  shadeHead(canvas, head);
}

/** A head turns away from the light towards its outline; ears stand out, the wall is behind. */
function shadeHead({ width, height, planes }: Canvas, head: CrownHead): void {
  const [red, green, blue] = planes;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const radius = headRadius(head, [x, y]);
      const earX = Math.abs(x - head.middlePx[0]) - head.halfBreadthPx;
      const ear = (earX / 28) ** 2 + ((y - head.middlePx[1]) / 70) ** 2;
      const outside = Math.min(1, Math.max(0, (radius - 1) * 250));
      const wallShare = ear < 1 ? 0 : outside;
      const inside = Math.min(1, radius * radius);
      const shade = 1 - 0.45 * inside * inside;
      const wall = linearFromGreyLevel(wallGreyLevel + (20 * y) / height);
      const at = y * width + x;
      red[at] = (red[at] ?? 0) * shade * (1 - wallShare) + wall * wallShare;
      green[at] = (green[at] ?? 0) * shade * (1 - wallShare) + wall * wallShare;
      blue[at] = (blue[at] ?? 0) * shade * (1 - wallShare) + wall * wallShare;
    }
  }
}

export interface CrownHair {
  readonly hairColour: HairColour;
  readonly hairdo: Hairdo;
  /** Share of the scalp beside the part that hair is to cover. */
  readonly coverageFraction: number;
  /** Draws the strands; `change` may move or replace each of them. */
  readonly random: Random;
  readonly change: (strand: Strand) => Strand;
}

/** Adds strands until the scalp beside the part is covered as asked; gives the share of every pixel under hair. */
export function paintCrownHair(
  canvas: Canvas,
  head: CrownHead,
  { hair, tracer }: { readonly hair: CrownHair; readonly tracer: StrokeTracer },
): Float32Array {
  const cover = new Float32Array(canvas.width * canvas.height);
  const wanted = hair.coverageFraction * coverablePx(head, hair.hairdo);
  let covered = 0;
  const add = (strand: Strand) => {
    const course = strandCourse(head, hair.hairdo, strand);
    if (course.length < 3) return;
    const pixels = tracer.trace(course, strand.halfWidthPx + 0.5);
    covered += paintStrand(canvas, { strand, hair, cover, pixels });
  };
  const beside = Math.round(hair.hairdo.partLinePx.length * besidePart * hair.coverageFraction);
  for (let drawn = 0; drawn < beside; drawn++)
    add(hair.change(drawPartStrand(hair.hairdo, hair.random)));
  for (let drawn = 0; covered < wanted && drawn < mostStrands; drawn++) {
    add(hair.change(drawStrand(hair.random)));
  }
  return cover;
}

/** Pixels of the scalp that are not part. */
function coverablePx(head: CrownHead, hairdo: Hairdo): number {
  let count = 0;
  const step = 3;
  for (let y = 0; y < crownSidePx; y += step) {
    for (let x = 0; x < crownSidePx; x += step) {
      if (!isScalp(head, [x, y])) continue;
      if (fromPart(hairdo, [x, y]).distancePx >= hairdo.partWidthPx / 2) count++;
    }
  }
  return count * step * step;
}

function paintStrand(
  canvas: Canvas,
  paint: {
    readonly strand: Strand;
    readonly hair: CrownHair;
    readonly cover: Float32Array;
    readonly pixels: ReturnType<StrokeTracer["trace"]>;
  },
): number {
  const { strand, hair, cover, pixels } = paint;
  const [darkest, lightest] = hairColours[hair.hairColour];
  const { halfWidthPx } = strand;
  const share = (distancePx: number, alongPx: number) => {
    const across =
      Math.min(distancePx + 0.5, halfWidthPx) - Math.max(distancePx - 0.5, -halfWidthPx);
    const ends = Math.min(1, alongPx + 0.5, pixels.lengthPx - alongPx + 0.5);
    return Math.max(0, across) * Math.max(0, ends);
  };
  paintStroke(canvas, pixels, {
    colour: linearColour(mixColours(darkest, lightest, strand.shade)),
    strength: (distancePx, alongPx) => strand.opacity * share(distancePx, alongPx),
  });
  let added = 0;
  for (let i = 0; i < pixels.count; i++) {
    const at = pixels.index[i] ?? 0;
    const before = cover[at] ?? 0;
    const now = before + (1 - before) * share(pixels.distancePx[i] ?? 0, pixels.alongPx[i] ?? 0);
    cover[at] = now;
    added += now - before;
  }
  return added;
}
