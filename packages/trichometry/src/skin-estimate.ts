import { createPlane, type Plane, samplePlane } from "./plane.ts";

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
 * Brightness relative to the skin's: 1 is bare skin, 0 is black, 1.3 at most. It does not change with exposure or slow
 * shading. The square root is taken, near to what the eye sees: a shadow under the skin, half as dark as a hair in
 * light, becomes a third as dark, so that the two part at half of a hair's darkness.
 */
export function compareWithSkin(brightness: Plane, { plane, gridPxPerPx }: SkinEstimate): Plane {
  const { width, height } = brightness;
  const relative = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const coarseY = (y + 0.5) / gridPxPerPx - 0.5;
    for (let x = 0; x < width; x++) {
      const skin = samplePlane(plane, (x + 0.5) / gridPxPerPx - 0.5, coarseY);
      const share = (brightness.values[y * width + x] ?? 0) / Math.max(skin, darkestSkin);
      relative.values[y * width + x] = Math.min(1.3, Math.sqrt(share));
    }
  }
  return relative;
}

/** Below this share of full light the camera's noise is all there is, and a quotient would only enlarge it. */
const darkestSkin = 0.004;

function reduce({ width, height, values }: Plane, factor: number): Plane {
  const coarse = createPlane(Math.ceil(width / factor), Math.ceil(height / factor));
  const counts = new Float32Array(coarse.values.length);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * coarse.width;
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / factor);
      coarse.values[at] = (coarse.values[at] ?? 0) + (values[y * width + x] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  for (let i = 0; i < counts.length; i++) {
    coarse.values[i] = (coarse.values[i] ?? 0) / (counts[i] ?? 1);
  }
  return coarse;
}

/** The value that `rank` of a square window's pixels do not exceed; the window is cut off at the frame. */
function rankFilter(plane: Plane, radius: number): Plane {
  const { width, height, values } = plane;
  // A few dark specks must not take the bins from the skin when light hair is sought on the reciprocal.
  let most = 1e-6;
  let sum = 0;
  for (const value of values) {
    sum += value;
    if (value > most) most = value;
  }
  const largest = Math.min(most, (mostPerMean * sum) / values.length);
  const bins = Uint16Array.from(values, (value) =>
    Math.min(histogramBins - 1, Math.floor((value / largest) * histogramBins)),
  );
  const result = createPlane(width, height);
  const histogram = new Int32Array(histogramBins);
  for (let y = 0; y < height; y++) {
    const rows = { from: Math.max(0, y - radius), to: Math.min(height - 1, y + radius) };
    histogram.fill(0);
    for (let x = 0; x < Math.min(width, radius); x++) addColumn(histogram, bins, width, x, rows, 1);
    for (let x = 0; x < width; x++) {
      if (x + radius < width) addColumn(histogram, bins, width, x + radius, rows, 1);
      if (x - radius > 0) addColumn(histogram, bins, width, x - radius - 1, rows, -1);
      const columns = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
      const wanted = rank * columns * (rows.to - rows.from + 1);
      result.values[y * width + x] =
        ((findRank(histogram, wanted) + 0.5) / histogramBins) * largest;
    }
  }
  return result;
}

function addColumn(
  histogram: Int32Array,
  bins: Uint16Array,
  width: number,
  x: number,
  rows: { readonly from: number; readonly to: number },
  change: 1 | -1,
): void {
  for (let y = rows.from; y <= rows.to; y++) {
    const bin = bins[y * width + x] ?? 0;
    histogram[bin] = (histogram[bin] ?? 0) + change;
  }
}

function findRank(histogram: Int32Array, wanted: number): number {
  let seen = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    seen += histogram[bin] ?? 0;
    if (seen >= wanted) return bin;
  }
  return histogram.length - 1;
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
