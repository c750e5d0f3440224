import type { PixelImage } from "./image.ts";
import { createPlane, type Plane } from "./plane.ts";
import type { WorkingGrid } from "./working-grid.ts";

/** Share of each colour in the brightness in which dark hair stands out from skin (specification section 3, step 1). */
const channelShare = { red: 0.35, green: 0.4, blue: 0.25 };

/** IEC 61966-2-1: what an sRGB byte says as a share of full light. */
export const linearFromSrgb: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const encoded = byte / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
});

const redLight = linearFromSrgb.map((light) => channelShare.red * light);
const greenLight = linearFromSrgb.map((light) => channelShare.green * light);
const blueLight = linearFromSrgb.map((light) => channelShare.blue * light);

/** Brightness of one photo pixel: linear light, 0 black to 1 white. */
export function brightnessAt({ width, rgba }: PixelImage, x: number, y: number): number {
  const at = 4 * (y * width + x);
  return (
    (redLight[rgba[at] ?? 0] ?? 0) +
    (greenLight[rgba[at + 1] ?? 0] ?? 0) +
    (blueLight[rgba[at + 2] ?? 0] ?? 0)
  );
}

/** Brightness on the working grid, every grid pixel the mean over the area it covers in the photo. */
export function measureBrightness(image: PixelImage, grid: WorkingGrid): Plane {
  const plane = createPlane(grid.width, grid.height);
  const columns = layAreas(grid.width, grid.photoPxPerPx, image.width);
  const rows = layAreas(grid.height, grid.photoPxPerPx, image.height);
  const light = new Float32Array(image.width);
  const across = new Float64Array(grid.width);
  let summedRow = -1;
  for (let y = 0; y < grid.height; y++) {
    const first = rows.first[y] ?? 0;
    const last = rows.last[y] ?? 0;
    const sums = plane.values.subarray(y * grid.width, (y + 1) * grid.width);
    for (let photoY = first; photoY <= last; photoY++) {
      // The last row of one grid row is often the first of the next.
      if (photoY !== summedRow) {
        readRow(image, photoY, light);
        sumAcross(light, columns, across);
        summedRow = photoY;
      }
      addRow(across, weightOf(rows, y, photoY) / columns.photoPxPerPx, sums);
    }
  }
  return plane;
}

/** Which photo pixels a grid pixel covers along one side, and how much of the first and the last. */
interface Areas {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly firstShare: Float32Array;
  readonly lastShare: Float32Array;
  readonly photoPxPerPx: number;
}

function layAreas(count: number, photoPxPerPx: number, limit: number): Areas {
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const firstShare = new Float32Array(count);
  const lastShare = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const from = i * photoPxPerPx;
    const to = Math.min(limit, (i + 1) * photoPxPerPx);
    first[i] = Math.floor(from);
    last[i] = Math.max(Math.floor(from), Math.ceil(to) - 1);
    firstShare[i] = Math.min(to, Math.floor(from) + 1) - from;
    lastShare[i] = to - (last[i] ?? 0);
  }
  return { first, last, firstShare, lastShare, photoPxPerPx };
}

function weightOf(areas: Areas, i: number, photoAt: number): number {
  const share =
    photoAt === areas.first[i]
      ? (areas.firstShare[i] ?? 0)
      : photoAt === areas.last[i]
        ? (areas.lastShare[i] ?? 0)
        : 1;
  return share / areas.photoPxPerPx;
}

function readRow({ width, rgba }: PixelImage, y: number, light: Float32Array): void {
  for (let x = 0, at = 4 * y * width; x < width; x++, at += 4) {
    light[x] =
      (redLight[rgba[at] ?? 0] ?? 0) +
      (greenLight[rgba[at + 1] ?? 0] ?? 0) +
      (blueLight[rgba[at + 2] ?? 0] ?? 0);
  }
}

function sumAcross(light: Float32Array, columns: Areas, across: Float64Array): void {
  const { first, last, firstShare, lastShare } = columns;
  for (let x = 0; x < across.length; x++) {
    const from = first[x] ?? 0;
    const to = last[x] ?? 0;
    let sum = (firstShare[x] ?? 0) * (light[from] ?? 0);
    for (let i = from + 1; i < to; i++) sum += light[i] ?? 0;
    if (to > from) sum += (lastShare[x] ?? 0) * (light[to] ?? 0);
    across[x] = sum;
  }
}

function addRow(across: Float64Array, scale: number, sums: Float32Array): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + scale * (across[x] ?? 0);
}
