import { createPlane, type Plane } from "./plane.ts";

/** Side of a pixel of the coarse copy, and of the window that must hold more skin than hair (specification, step 3). */
const coarseUm = 20;
const windowUm = 500;

/** Share of the window's pixels that are darker than the estimate: over one half, because hair is on the dark side. */
const rank = 0.6;

const histogramBins = 512;
/** Brighter than this many times the mean of the photo all is one. */
const mostPerMean = 4;

/** How bright the skin would be without the hairs, on the coarse copy the estimate is made of. */
export interface SkinEstimate {
  readonly plane: Plane;
  /** Grid pixels along the side of a pixel of the estimate. */
  readonly gridPxPerPx: number;
}

/** The skin's brightness under the hairs: a rank filter, its upper envelope, and that smoothed. */
export function estimateSkin(brightness: Plane, umPerPx: number): SkinEstimate {
  const gridPxPerPx = Math.max(1, Math.round(coarseUm / umPerPx));
  const coarse = reduce(brightness, gridPxPerPx);
  const radius = Math.max(1, Math.round(windowUm / 2 / (gridPxPerPx * umPerPx)));
  const ranked = rankFilter(coarse, radius);
  const raised = createPlane(coarse.width, coarse.height);
  for (let i = 0; i < raised.values.length; i++) {
    raised.values[i] = Math.max(coarse.values[i] ?? 0, ranked.values[i] ?? 0);
  }
  return { plane: boxFilter(boxFilter(raised, radius), radius), gridPxPerPx };
}

/**
 * Brightness relative to the skin's, put in the place of the brightness: 1 is bare skin, 0 is black, 1.3 at most. It does not change with exposure or slow
 * shading. The square root is taken, near to what the eye sees: a shadow under the skin, half as dark as a hair in
 * light, becomes a third as dark, so that the two part at half of a hair's darkness.
 */
export function compareWithSkin(brightness: Plane, { plane, gridPxPerPx }: SkinEstimate): Plane {
  const { width, height, values } = brightness;
  const columns = layBetween(width, plane.width, gridPxPerPx);
  const rows = layBetween(height, plane.height, gridPxPerPx);
  const skinRow = (at: number) => plane.values.subarray(at * plane.width, (at + 1) * plane.width);
  for (let y = 0; y < height; y++) {
    const skin = { upper: skinRow(rows.first[y] ?? 0), lower: skinRow(rows.second[y] ?? 0) };
    const row = values.subarray(y * width, (y + 1) * width);
    compareRow(row, columns, skin, rows.share[y] ?? 0);
  }
  return brightness;
}

function compareRow(
  row: Float32Array,
  { first, second, share }: Between,
  { upper, lower }: { readonly upper: Float32Array; readonly lower: Float32Array },
  shareBelow: number,
): void {
  for (let x = 0; x < row.length; x++) {
    const left = first[x] ?? 0;
    const right = second[x] ?? 0;
    const shareRight = share[x] ?? 0;
    const above = upper[left] ?? 0;
    const below = lower[left] ?? 0;
    const skinAbove = above + shareRight * ((upper[right] ?? 0) - above);
    const skinBelow = below + shareRight * ((lower[right] ?? 0) - below);
    const skin = skinAbove + shareBelow * (skinBelow - skinAbove);
    const seen = Math.sqrt((row[x] ?? 0) / (skin > darkestSkin ? skin : darkestSkin));
    row[x] = seen < 1.3 ? seen : 1.3;
  }
}

/** Between which two coarse pixels each pixel of a row or column lies, and how near to the second. */
interface Between {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly share: Float64Array;
}

function layBetween(count: number, coarseCount: number, gridPxPerPx: number): Between {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const share = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const place = Math.min(coarseCount - 1, Math.max(0, (i + 0.5) / gridPxPerPx - 0.5));
    first[i] = Math.floor(place);
    second[i] = Math.min(coarseCount - 1, Math.floor(place) + 1);
    share[i] = place - Math.floor(place);
  }
  return { first, second, share };
}

/** Below this share of full light the camera's noise is all there is, and a quotient would only enlarge it. */
const darkestSkin = 0.004;

/** Means over squares of `factor` pixels; those at the right and lower border may be cut off. */
function reduce({ width, height, values }: Plane, factor: number): Plane {
  const coarse = createPlane(Math.ceil(width / factor), Math.ceil(height / factor));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * coarse.width;
    for (let column = 0; column < coarse.width; column++) {
      const end = Math.min(width, (column + 1) * factor);
      let sum = coarse.values[row + column] ?? 0;
      for (let x = column * factor; x < end; x++) {
        sum = Math.fround(sum + (values[y * width + x] ?? 0));
      }
      coarse.values[row + column] = sum;
    }
  }
  for (let row = 0; row < coarse.height; row++) {
    const rows = Math.min(height, (row + 1) * factor) - row * factor;
    for (let column = 0; column < coarse.width; column++) {
      const at = row * coarse.width + column;
      const columns = Math.min(width, (column + 1) * factor) - column * factor;
      coarse.values[at] = (coarse.values[at] ?? 0) / (rows * columns);
    }
  }
  return coarse;
}

/** The value that `rank` of a square window's pixels do not exceed; the window is cut off at the frame. */
function rankFilter(plane: Plane, radius: number): Plane {
  const { width, height, values } = plane;
  // A few dark specks must not take the bins from the skin when light hair is sought on the reciprocal.
  let most = 1e-6;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    sum += value;
    if (value > most) most = value;
  }
  const largest = Math.min(most, (mostPerMean * sum) / values.length);
  const bins = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    bins[i] = Math.min(histogramBins - 1, Math.floor(((values[i] ?? 0) / largest) * histogramBins));
  }
  const result = createPlane(width, height);
  const window: RankWindow = {
    bins,
    width,
    histogram: new Int32Array(histogramBins),
    fromRow: 0,
    toRow: 0,
    bin: 0,
    below: 0,
  };
  for (let y = 0; y < height; y++) {
    window.fromRow = Math.max(0, y - radius);
    window.toRow = Math.min(height - 1, y + radius);
    window.histogram.fill(0);
    window.bin = 0;
    window.below = 0;
    for (let x = 0; x < Math.min(width, radius); x++) changeColumn(window, x, 1);
    for (let x = 0; x < width; x++) {
      if (x + radius < width) changeColumn(window, x + radius, 1);
      if (x - radius > 0) changeColumn(window, x - radius - 1, -1);
      const columns = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
      moveToRank(window, rank * columns * (window.toRow - window.fromRow + 1));
      result.values[y * width + x] = ((window.bin + 0.5) / histogramBins) * largest;
    }
  }
  return result;
}

/** The window's values by bin, the bin that holds the rank, and how many values lie below it: both move little. */
interface RankWindow {
  readonly bins: Uint16Array;
  readonly width: number;
  readonly histogram: Int32Array;
  fromRow: number;
  toRow: number;
  bin: number;
  below: number;
}

/** Puts a column of the window into the histogram or takes it out. */
function changeColumn(window: RankWindow, x: number, by: 1 | -1): void {
  const { bins, width, histogram, fromRow, toRow, bin: rankBin } = window;
  let below = 0;
  for (let at = fromRow * width + x; at <= toRow * width + x; at += width) {
    const bin = bins[at] ?? 0;
    histogram[bin] = (histogram[bin] ?? 0) + by;
    if (bin < rankBin) below += by;
  }
  window.below += below;
}

/** Moves to the first bin up to which there are as many values as wanted. */
function moveToRank(window: RankWindow, wanted: number): void {
  const { histogram } = window;
  while (window.bin > 0 && window.below >= wanted) {
    window.bin--;
    window.below -= histogram[window.bin] ?? 0;
  }
  while (window.bin < histogramBins - 1 && window.below + (histogram[window.bin] ?? 0) < wanted) {
    window.below += histogram[window.bin] ?? 0;
    window.bin++;
  }
}

/** Mean over a square window, cut off at the frame; two of them are close to a Gaussian. */
function boxFilter(plane: Plane, radius: number): Plane {
  const across = createPlane(plane.width, plane.height);
  const result = createPlane(plane.width, plane.height);
  slideMean(
    plane,
    across,
    { count: plane.height, length: plane.width, step: 1, next: plane.width },
    radius,
  );
  slideMean(
    across,
    result,
    { count: plane.width, length: plane.height, step: plane.width, next: 1 },
    radius,
  );
  return result;
}

function slideMean(
  from: Plane,
  to: Plane,
  lines: {
    readonly count: number;
    readonly length: number;
    readonly step: number;
    readonly next: number;
  },
  radius: number,
): void {
  const { count, length, step, next } = lines;
  for (let line = 0; line < count; line++) {
    const start = line * next;
    let sum = 0;
    for (let i = 0; i < Math.min(length, radius); i++) sum += from.values[start + i * step] ?? 0;
    for (let i = 0; i < length; i++) {
      if (i + radius < length) sum += from.values[start + (i + radius) * step] ?? 0;
      if (i - radius > 0) sum -= from.values[start + (i - radius - 1) * step] ?? 0;
      const size = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
      to.values[start + i * step] = sum / size;
    }
  }
}
