import { linearFromSrgb } from "./darkness.ts";
import type { HairTone } from "./hair-tone.ts";
import type { PixelImage } from "./image.ts";
import { solveSymmetric } from "./linear-solve.ts";
import { expectedShare, fitMaterials, type TwoMaterials } from "./partial-volume.ts";
import { createPlane, type Plane, samplePlane } from "./plane.ts";
import { smoothPlane } from "./smooth.ts";

/** How much of each pixel is hair, 0–1; and how well hair and skin are told apart. */
export interface HairMap {
  readonly plane: Plane;
  /** Distance of hair and skin over their spread; below 2 the map is a guess. */
  readonly separation: number;
}

export interface HairMapOptions {
  /** Where scalp is, one number a pixel: 1 inside. */
  readonly mask: Uint8Array;
  /** What the person says: where hair lies close, its own shine passes for skin, and colours alone guess wrong. */
  readonly hairTone: HairTone;
}

/**
 * How much of each pixel is hair, from colour alone.
 *
 * In linear light a pixel of hair and skin lies on the line between their colours. Its place on that line is sorted
 * into skin, hair and mixtures of both (`fitMaterials`), once for the whole scalp and then again around each place,
 * because a lamp makes one side brighter than the other.
 */
export function mapHair(
  image: PixelImage,
  { mask, hairTone }: HairMapOptions,
): HairMap | undefined {
  const pixels = gatherColours(image, mask);
  const split = splitColours(pixels, hairTone);
  if (!split) return undefined;
  const projected = project(image, split.axis);
  let even = projected;
  let materials = fitValues(even, mask, split.start);
  for (let round = 0; round < evenings; round++) {
    even = evenLight(projected, even, { mask, materials });
    const start = { skin: materials.skin.mean, hair: materials.hair.mean };
    materials = fitValues(even, mask, start);
  }
  const distance = Math.abs(materials.hair.mean - materials.skin.mean);
  return {
    plane: shareOf(even, mask, materials),
    separation: distance / Math.hypot(materials.hair.deviation, materials.skin.deviation),
  };
}

/** Rounds in which the light is evened and the materials are fitted anew. */
const evenings = 4;

type Colour = readonly [number, number, number];

/** Colours in linear light, of every so many pixels of the mask. */
function gatherColours({ width, height, rgba }: PixelImage, mask: Uint8Array): readonly Colour[] {
  const stride = Math.max(1, Math.floor((width * height) / 40_000));
  const colours: Colour[] = [];
  for (let pixel = 0; pixel < width * height; pixel += stride) {
    if (mask[pixel] === 1) colours.push(colourAt(rgba, pixel));
  }
  return colours;
}

function colourAt(rgba: PixelImage["rgba"], pixel: number): Colour {
  const at = 4 * pixel;
  return [
    linearFromSrgb[rgba[at] ?? 0] ?? 0,
    linearFromSrgb[rgba[at + 1] ?? 0] ?? 0,
    linearFromSrgb[rgba[at + 2] ?? 0] ?? 0,
  ];
}

interface ColourSplit {
  /** The direction in which hair and skin differ most for their spread. */
  readonly axis: Colour;
  readonly start: { readonly skin: number; readonly hair: number };
}

const leastPixels = 200;

/** Two groups of colours by two-means from the darkest and lightest parts, told apart as skin and hair. */
function splitColours(colours: readonly Colour[], hairTone: HairTone): ColourSplit | undefined {
  if (colours.length < leastPixels) return undefined;
  const byLight = colours.toSorted((a, b) => lightOf(a) - lightOf(b));
  let dark = meanColour(byLight.slice(0, byLight.length >> 2));
  let light = meanColour(byLight.slice(-(byLight.length >> 2)));
  for (let round = 0; round < 12; round++) {
    const isDark = (colour: Colour) => square(colour, dark) < square(colour, light);
    const darkGroup = colours.filter(isDark);
    const lightGroup = colours.filter((colour) => !isDark(colour));
    if (darkGroup.length < 20 || lightGroup.length < 20) break;
    dark = meanColour(darkGroup);
    light = meanColour(lightGroup);
  }
  const unit = bestAxis(colours, dark, light);
  if (!unit) return undefined;
  const [hair, skin] = hairTone === "dark" ? [dark, light] : [light, dark];
  return {
    axis: unit,
    start: { skin: along(skin, unit), hair: along(hair, unit) },
  };
}

/** Fisher's direction (1936): the difference of the means, turned away from where the groups spread most. */
function bestAxis(colours: readonly Colour[], dark: Colour, light: Colour): Colour | undefined {
  const spread = new Float64Array(9);
  for (const colour of colours) {
    const mean = square(colour, dark) < square(colour, light) ? dark : light;
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const off =
          ((colour[row] ?? 0) - (mean[row] ?? 0)) * ((colour[column] ?? 0) - (mean[column] ?? 0));
        spread[row * 3 + column] = (spread[row * 3 + column] ?? 0) + off / colours.length;
      }
    }
  }
  const difference = Float64Array.from(light, (value, at) => value - (dark[at] ?? 0));
  if (!(Math.hypot(...difference) > leastDifference)) return undefined;
  for (const at of [0, 4, 8]) spread[at] = (spread[at] ?? 0) + noiseVariance;
  const solved = solveSymmetric(spread, 3, difference) ?? difference;
  const length = Math.hypot(...solved);
  const [red = 0, green = 0, blue = 0] = solved;
  return [red / length, green / length, blue / length];
}

/** Least difference between the two groups, in linear light, and the noise a camera always has. */
const leastDifference = 0.01;
const noiseVariance = 1e-4;

function lightOf([red, green, blue]: Colour): number {
  return red + green + blue;
}

function meanColour(colours: readonly Colour[]): Colour {
  const sum = colours.reduce(
    ([r, g, b], colour): [number, number, number] => [r + colour[0], g + colour[1], b + colour[2]],
    [0, 0, 0] as [number, number, number],
  );
  const count = Math.max(1, colours.length);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function square(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function along(colour: Colour, axis: Colour): number {
  return colour[0] * axis[0] + colour[1] * axis[1] + colour[2] * axis[2];
}

function project({ width, height, rgba }: PixelImage, axis: Colour): Plane {
  const plane = createPlane(width, height);
  for (let pixel = 0; pixel < plane.values.length; pixel++) {
    plane.values[pixel] = along(colourAt(rgba, pixel), axis);
  }
  return plane;
}

const bins = 256;

function fitValues({ values }: Plane, mask: Uint8Array, start: ColourSplit["start"]): TwoMaterials {
  const reach = Math.abs(start.hair - start.skin);
  const low = Math.min(start.hair, start.skin) - 1.5 * reach;
  const step = (4 * reach) / bins;
  const counts = new Float64Array(bins);
  for (let pixel = 0; pixel < values.length; pixel++) {
    if (mask[pixel] !== 1) continue;
    const bin = Math.floor(((values[pixel] ?? 0) - low) / step);
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return fitMaterials(counts, { low, step }, start);
}

/** Side of the cells that the light is told from, in pixels, and the reach over which it is smooth, in cells. */
const cellPx = 24;
const lightReachCells = 3;
/** How much the whole weighs against a cell, in cells. */
const wholeWeight = 0.3;
const gainRange = [0.4, 2.5] as const;

/**
 * The values divided by the light that falls there: in each place the gain under which its pure pixels look like the
 * materials of the whole, smoothed over its surroundings.
 */
function evenLight(
  original: Plane,
  even: Plane,
  { mask, materials }: { readonly mask: Uint8Array; readonly materials: TwoMaterials },
): Plane {
  const { width, height } = original;
  const columns = Math.ceil(width / cellPx);
  const expected = tabulate(materials, pureMean);
  const above = createPlane(columns, Math.ceil(height / cellPx));
  const below = createPlane(above.width, above.height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (mask[pixel] !== 1) continue;
      const mean = expected(even.values[pixel] ?? 0);
      const cell = Math.floor(y / cellPx) * columns + Math.floor(x / cellPx);
      above.values[cell] = (above.values[cell] ?? 0) + mean * (original.values[pixel] ?? 0);
      below.values[cell] = (below.values[cell] ?? 0) + mean * mean;
    }
  }
  const gains = smoothGains(
    smoothPlane(above, lightReachCells),
    smoothPlane(below, lightReachCells),
  );
  const lit = createPlane(width, height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const gain = samplePlane(gains, (x + 0.5) / cellPx - 0.5, (y + 0.5) / cellPx - 0.5);
      lit.values[pixel] = (original.values[pixel] ?? 0) / gain;
    }
  }
  return lit;
}

function smoothGains(above: Plane, below: Plane): Plane {
  const count = above.values.length;
  const meanAbove = above.values.reduce((sum, value) => sum + value, 0) / count;
  const meanBelow = below.values.reduce((sum, value) => sum + value, 0) / count;
  const values = above.values.map((value, at) => {
    const gain =
      (value + wholeWeight * meanAbove) / ((below.values[at] ?? 0) + wholeWeight * meanBelow);
    return Math.min(gainRange[1], Math.max(gainRange[0], gain || 1));
  });
  return { width: above.width, height: above.height, values };
}

/** What a pixel of this value would be in even light: the nearer material, 0 for a mixture, which says nothing. */
function pureMean(value: number, materials: TwoMaterials): number {
  const share = expectedShare(value, materials);
  const { skin, hair } = materials;
  if (share < 0.15) return skin.mean;
  return share > 0.85 ? hair.mean : 0;
}

function shareOf(
  { width, height, values }: Plane,
  mask: Uint8Array,
  materials: TwoMaterials,
): Plane {
  const share = tabulate(materials, expectedShare);
  const plane = createPlane(width, height);
  for (let pixel = 0; pixel < values.length; pixel++) {
    if (mask[pixel] === 1) plane.values[pixel] = share(values[pixel] ?? 0);
  }
  return plane;
}

const tableSize = 1024;

/** A function of a value as a table over all values that occur, because it is asked for every pixel. */
function tabulate(
  materials: TwoMaterials,
  answer: (value: number, materials: TwoMaterials) => number,
): (value: number) => number {
  const { skin, hair } = materials;
  const reach = Math.abs(hair.mean - skin.mean);
  const low = Math.min(hair.mean, skin.mean) - 2 * reach;
  const step = (5 * reach) / tableSize;
  const table = Float64Array.from({ length: tableSize }, (_, at) =>
    answer(low + (at + 0.5) * step, materials),
  );
  return (value) => {
    const at = Math.floor((value - low) / step);
    return table[Math.min(tableSize - 1, Math.max(0, at))] ?? 0;
  };
}
