import { linearFromSrgb } from "./darkness.ts";
import type { PixelImage } from "./image.ts";
import type { Plane } from "./plane.ts";
import type { WorkingGrid } from "./working-grid.ts";

/** A mirror image of the lamp: nearly full light in the strongest colour, and hardly any colour (specification, step 2). */
const leastLight = 0.97;
/** The level of a colour from which it is that bright. */
const leastLevel = linearFromSrgb.findIndex((light) => light >= leastLight);
const mostSaturation = 0.25;
/** The level that even its weakest colour has. */
const dimmestLevel = (1 - mostSaturation) * leastLevel;
/** How far light spills from it. */
const growUm = 20;

export interface Glare {
  /** 1 where the lamp is mirrored, on the working grid. */
  readonly mask: Uint8Array;
  readonly fraction: number;
}

/** Where the skin or a hair mirrors the lamp: nothing can be measured there. */
export function findGlare({ width, height, rgba }: PixelImage, grid: WorkingGrid): Glare {
  const seen = new Uint8Array(grid.width * grid.height);
  for (let y = 0; y < height; y++) {
    const gridY = Math.min(grid.height - 1, Math.floor(y / grid.photoPxPerPx));
    for (let x = 0, at = 4 * y * width; x < width; x++, at += 4) {
      const green = rgba[at + 1] ?? 0;
      if (green < dimmestLevel) continue;
      const red = rgba[at] ?? 0;
      const blue = rgba[at + 2] ?? 0;
      if (red < leastLevel && green < leastLevel && blue < leastLevel) continue;
      const most = Math.max(red, green, blue);
      if (most - Math.min(red, green, blue) > mostSaturation * most) continue;
      const gridX = Math.min(grid.width - 1, Math.floor(x / grid.photoPxPerPx));
      seen[gridY * grid.width + gridX] = 1;
    }
  }
  const mask = growMask(seen, grid, Math.round(growUm / grid.umPerPx));
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i] ?? 0;
  return { mask, fraction: count / mask.length };
}

/** Puts bare skin where glare is, so that the filters see no edge there. */
export function fillGlare({ values }: Plane, { mask }: Glare): void {
  for (let i = 0; i < values.length; i++) if (mask[i] === 1) values[i] = 1;
}

function growMask(
  seen: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  radius: number,
): Uint8Array {
  const grown = new Uint8Array(seen.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (seen[y * width + x] !== 1) continue;
      const fromX = Math.max(0, x - radius);
      const toX = Math.min(width - 1, x + radius);
      for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
        grown.fill(1, row * width + fromX, row * width + toX + 1);
      }
    }
  }
  return grown;
}
