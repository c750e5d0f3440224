import type { Random } from "@stipple/simulation";
import type { Canvas } from "./canvas.ts";
import type { Colour } from "./colours.ts";
import { randomFor } from "./draws.ts";
import type { SkinPatch } from "./follicular-units.ts";
import { type Placement, skinSteps, stretchUm } from "./placement.ts";
import { linearFromGreyLevel } from "./transfer-curve.ts";

/** Cells of the fractal noise, the finest first, and the weight of each; larger cells weigh more, as in skin relief. */
const octaves = [
  { cellUm: 16, weight: 0.5 },
  { cellUm: 32, weight: 0.6 },
  { cellUm: 64, weight: 0.75 },
  { cellUm: 128, weight: 0.9 },
  { cellUm: 256, weight: 1 },
  { cellUm: 512, weight: 1.1 },
] as const;
const finestCellUm = octaves[0].cellUm;

/** Blotches of more and less blood. */
const blotchCellUm = 350;

/** Variance of smoothly interpolated uniform noise on a lattice with values of −1 to 1. */
const latticeVariance = 0.184;

interface SkinLook {
  readonly seed: number;
  /** Evenly lit, in grey levels. */
  readonly colour: Colour;
  readonly textureGreyLevels: number;
  /** Skin outside is not textured. */
  readonly patch: SkinPatch;
}

/** Brightness and redness of skin about its tone, in grey levels, on a lattice of the finest cells. */
interface SkinMap {
  readonly patch: SkinPatch;
  readonly columns: number;
  readonly rows: number;
  readonly brightness: Float32Array;
  readonly redness: Float32Array;
}

/** Fills the picture with skin: the tone, fractal noise on its brightness and blotches on its redness. */
export function paintSkin(canvas: Canvas, look: SkinLook, placement: Placement): void {
  const map = drawSkinMap(look);
  const { width, height } = canvas;
  const { originUm, acrossUm, downUm } = skinSteps(placement);
  const { patch, columns, rows } = map;
  for (let y = 0; y < height; y++) {
    const leftUm = originUm[0] + y * downUm[0];
    const topUm = originUm[1] + y * downUm[1];
    for (let x = 0; x < width; x++) {
      const xUm = leftUm + x * acrossUm[0];
      const yUm = topUm + x * acrossUm[1];
      const u = (xUm - stretchUm(yUm, placement.stretch, 0) - patch.leftUm) / finestCellUm;
      const v = (yUm - stretchUm(xUm, placement.stretch, 1) - patch.topUm) / finestCellUm;
      const column = Math.max(0, Math.min(columns - 2, Math.floor(u)));
      const row = Math.max(0, Math.min(rows - 2, Math.floor(v)));
      const right = Math.max(0, Math.min(1, u - column));
      const down = Math.max(0, Math.min(1, v - row));
      colourPixel(canvas, y * width + x, {
        colour: look.colour,
        brighter: interpolate(map.brightness, row * columns + column, { columns, right, down }),
        redder: interpolate(map.redness, row * columns + column, { columns, right, down }),
      });
    }
  }
}

/** Turns brightness and redness about the tone, in grey levels, into light. */
function colourPixel(
  { planes: [red, green, blue] }: Canvas,
  at: number,
  skin: { readonly colour: Colour; readonly brighter: number; readonly redder: number },
): void {
  const { colour, brighter, redder } = skin;
  red[at] = linearFromGreyLevel(colour[0] + brighter + 0.4 * redder);
  green[at] = linearFromGreyLevel(colour[1] + brighter - 0.6 * redder);
  blue[at] = linearFromGreyLevel(colour[2] + brighter - 0.4 * redder);
}

function drawSkinMap({ seed, colour, textureGreyLevels, patch }: SkinLook): SkinMap {
  const random = randomFor(seed, "texture");
  const columns = Math.ceil((patch.rightUm - patch.leftUm) / finestCellUm) + 2;
  const rows = Math.ceil((patch.bottomUm - patch.topUm) / finestCellUm) + 2;
  const brightness = new Float32Array(columns * rows);
  const redness = new Float32Array(columns * rows);
  const frame = { columns, rows, random };
  const power = octaves.reduce((sum, { weight }) => sum + weight * weight, 0);
  // Dark skin reflects less light, so its relief shows as fewer grey levels.
  const meanGreyLevel = (colour[0] + colour[1] + colour[2]) / 3;
  const greyLevels = (textureGreyLevels * Math.max(80, meanGreyLevel)) / 200;
  for (const { cellUm, weight } of octaves) {
    const amplitude = (greyLevels * weight) / Math.sqrt(latticeVariance * power);
    addNoise(brightness, frame, { cellUm, amplitude });
  }
  addNoise(redness, frame, { cellUm: blotchCellUm, amplitude: 1.2 * greyLevels });
  return { patch, columns, rows, brightness, redness };
}

/** Adds smoothly interpolated noise with cells of the given size to a map of the finest cells. */
function addNoise(
  map: Float32Array,
  frame: { readonly columns: number; readonly rows: number; readonly random: Random },
  noise: { readonly cellUm: number; readonly amplitude: number },
): void {
  const share = finestCellUm / noise.cellUm;
  const columns = Math.ceil(frame.columns * share) + 2;
  const rows = Math.ceil(frame.rows * share) + 2;
  const lattice = Float32Array.from(
    { length: columns * rows },
    () => noise.amplitude * (2 * frame.random.uniform() - 1),
  );
  for (let y = 0; y < frame.rows; y++) {
    const row = Math.floor(y * share);
    const down = smoothStep(y * share - row);
    for (let x = 0; x < frame.columns; x++) {
      const column = Math.floor(x * share);
      const right = smoothStep(x * share - column);
      const at = y * frame.columns + x;
      map[at] =
        (map[at] ?? 0) + interpolate(lattice, row * columns + column, { columns, right, down });
    }
  }
}

/** The value between four neighbours of a lattice, of which `at` is the upper left one. */
function interpolate(
  lattice: Float32Array,
  at: number,
  place: { readonly columns: number; readonly right: number; readonly down: number },
): number {
  const { columns, right, down } = place;
  const upper = (lattice[at] ?? 0) * (1 - right) + (lattice[at + 1] ?? 0) * right;
  const lower =
    (lattice[at + columns] ?? 0) * (1 - right) + (lattice[at + columns + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

function smoothStep(share: number): number {
  return share * share * (3 - 2 * share);
}
