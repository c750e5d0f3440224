import { type Plane, samplePlane } from "./plane.ts";
import type { Point } from "./point.ts";

/** A ruler's scale: the ticks of a stage micrometer, a ruler or the window card, crossed by a straight line. */
export interface TickScale {
  readonly kind: "found";
  readonly umPerPx: number;
  /** Standard error of `umPerPx` over `umPerPx`, from how evenly the ticks stand. */
  readonly relativeError: number;
  readonly ticks: number;
}

/** Why the ticks gave no scale. */
export interface NoTickScale {
  readonly kind: "no-ticks" | "too-few-ticks";
  readonly message: string;
  readonly action: string;
}

/** Fewer ticks than this leave a scale to chance (trichometry specification, section 5). */
const leastTicks = 8;

/** A line across the ticks, and how far to either side of it they reach. */
export interface TickLine {
  readonly from: Point;
  readonly to: Point;
  readonly halfWidthPx: number;
}

/** Samples along a tick line for every pixel of its length. */
const samplesPerPx = 2;

/** The scale from ticks along a line in a picture; `spacingUm` is what lies between two neighbouring ticks. */
export function readTickScale(
  plane: Plane,
  line: TickLine,
  spacingUm: number,
): TickScale | NoTickScale {
  const scale = scaleOfTickProfile(tickProfile(plane, line), spacingUm);
  return scale.kind === "found" ? { ...scale, umPerPx: scale.umPerPx * samplesPerPx } : scale;
}

/** Light along the line, the mean over its width. */
function tickProfile(plane: Plane, { from, to, halfWidthPx }: TickLine): Float64Array {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const rows = Math.max(1, Math.round(2 * halfWidthPx));
  return Float64Array.from({ length: Math.floor(length * samplesPerPx) }, (_, sample) => {
    const distance = sample / samplesPerPx;
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const aside = ((row + 0.5) / rows - 0.5) * 2 * halfWidthPx;
      sum += samplePlane(
        plane,
        from.x + distance * along.x - aside * along.y,
        from.y + distance * along.y + aside * along.x,
      );
    }
    return sum / rows;
  });
}

/**
 * The scale from a profile of light across ticks, in micrometres a sample.
 *
 * The autocorrelation's first high peak is the distance of neighbouring ticks; a straight line through the middles of
 * all ticks against their number then gives it to a small part of a sample. Ticks may be dark or light.
 */
export function scaleOfTickProfile(
  profile: Float64Array,
  spacingUm: number,
): TickScale | NoTickScale {
  if (!(spacingUm > 0)) throw new RangeError(`spacingUm must be above 0, got ${spacingUm}`);
  const wave = withoutSlope(profile);
  const roughPeriod = correlationPeriod(wave);
  if (roughPeriod === undefined) return noTicks;
  const ticks = findTicks(wave, roughPeriod);
  if (ticks.length < leastTicks) return tooFewTicks;
  const { slope, slopeError } = fitSpacing(ticks);
  return {
    kind: "found",
    umPerPx: spacingUm / slope,
    relativeError: slopeError / slope,
    ticks: ticks.length,
  };
}

/** The profile less its moving mean, with the ticks pointing up. */
function withoutSlope(profile: Float64Array): Float64Array {
  const radius = Math.max(2, Math.floor(profile.length / leastTicks));
  const sums = new Float64Array(profile.length + 1);
  for (const [at, value] of profile.entries()) sums[at + 1] = (sums[at] ?? 0) + value;
  const wave = profile.map((value, at) => {
    const first = Math.max(0, at - radius);
    const last = Math.min(profile.length, at + radius + 1);
    return value - ((sums[last] ?? 0) - (sums[first] ?? 0)) / (last - first);
  });
  // Ticks are narrower than the gaps between them, so the profile leans to their side.
  const lean = wave.reduce((sum, value) => sum + value ** 3, 0);
  return lean < 0 ? wave.map((value) => -value) : wave;
}

/** Height of the first peak that counts, as a share of the highest. */
const leastPeak = 0.6;
/** Least correlation of the profile with itself one tick further on. */
const leastCorrelation = 0.25;

function correlationPeriod(wave: Float64Array): number | undefined {
  const most = Math.floor(wave.length / (leastTicks - 2));
  const correlation = Float64Array.from({ length: most + 2 }, (_, lag) => correlate(wave, lag));
  const start = correlation.findIndex(
    (value, lag) => lag > 0 && value < 0.2 * (correlation[0] ?? 0),
  );
  if (start < 0) return undefined;
  const isPeak = (lag: number) =>
    (correlation[lag] ?? 0) >= (correlation[lag - 1] ?? 0) &&
    (correlation[lag] ?? 0) > (correlation[lag + 1] ?? 0);
  const peaks = Array.from({ length: Math.max(0, most - start) }, (_, at) => start + at + 1).filter(
    isPeak,
  );
  const highest = Math.max(0, ...peaks.map((lag) => correlation[lag] ?? 0));
  if (!(highest >= leastCorrelation * (correlation[0] ?? 0))) return undefined;
  const first = peaks.find((lag) => (correlation[lag] ?? 0) >= leastPeak * highest);
  if (first === undefined) return undefined;
  const before = correlation[first - 1] ?? 0;
  const after = correlation[first + 1] ?? 0;
  const curve = before - 2 * (correlation[first] ?? 0) + after;
  return first + (curve < 0 ? (before - after) / (2 * curve) : 0);
}

function correlate(wave: Float64Array, lag: number): number {
  let sum = 0;
  for (let at = 0; at + lag < wave.length; at++) sum += (wave[at] ?? 0) * (wave[at + lag] ?? 0);
  return sum / (wave.length - lag);
}

interface Tick {
  readonly number: number;
  readonly at: number;
}

/** The middle of every tick, going out from the strongest, each expected one period from the last. */
function findTicks(wave: Float64Array, period: number): readonly Tick[] {
  const strongest = wave.reduce((best, value, at) => (value > (wave[best] ?? 0) ? at : best), 0);
  const start = tickMiddle(wave, strongest, period);
  if (!start) return [];
  const ticks: { readonly number: number; readonly at: number; readonly height: number }[] = [
    { number: 0, ...start },
  ];
  for (const direction of [-1, 1]) {
    let expected = start.at + direction * period;
    for (let number = direction; expected >= 0 && expected < wave.length; number += direction) {
      const middle = tickMiddle(wave, expected, period);
      if (middle) ticks.push({ number, ...middle });
      expected = (middle?.at ?? expected) + direction * period;
    }
  }
  const usual = ticks.map(({ height }) => height).sort((a, b) => a - b)[ticks.length >> 1] ?? 0;
  return ticks.filter(({ height }) => height > 0.3 * usual);
}

/** The centre of gravity of what stands above half the local height, within a third of a period. */
function tickMiddle(wave: Float64Array, expected: number, period: number) {
  const first = Math.ceil(expected - period / 3);
  const last = Math.floor(expected + period / 3);
  if (first < 0 || last >= wave.length) return undefined;
  const part = wave.subarray(first, last + 1);
  const height = part.reduce((most, value) => Math.max(most, value), 0);
  if (!(height > 0)) return undefined;
  let sum = 0;
  let moment = 0;
  for (const [at, value] of part.entries()) {
    const above = Math.max(0, value - height / 2);
    sum += above;
    moment += above * (first + at);
  }
  return { at: moment / sum, height };
}

/** Slope of position against number; ticks that stand off the line are left out. */
function fitSpacing(ticks: readonly Tick[]) {
  let fit = fitTicks(ticks);
  for (let round = 0; round < 3; round++) {
    const distance = ({ number, at }: Tick) => Math.abs(at - fit.start - fit.slope * number);
    const usual = ticks.map(distance).toSorted((a, b) => a - b)[ticks.length >> 1] ?? 0;
    const kept = ticks.filter((tick) => distance(tick) <= Math.max(0.2, 4 * usual));
    if (kept.length < leastTicks) break;
    fit = fitTicks(kept);
  }
  return fit;
}

function fitTicks(ticks: readonly Tick[]) {
  const count = ticks.length;
  const meanNumber = ticks.reduce((sum, { number }) => sum + number, 0) / count;
  const meanAt = ticks.reduce((sum, { at }) => sum + at, 0) / count;
  const spread = ticks.reduce((sum, { number }) => sum + (number - meanNumber) ** 2, 0);
  const slope = ticks.reduce((sum, { number, at }) => sum + (number - meanNumber) * at, 0) / spread;
  const start = meanAt - slope * meanNumber;
  const squares = ticks.reduce(
    (sum, { number, at }) => sum + (at - start - slope * number) ** 2,
    0,
  );
  return { slope, start, slopeError: Math.sqrt(squares / Math.max(1, count - 2) / spread) };
}

const noTicks: NoTickScale = {
  kind: "no-ticks",
  message: "No even row of ticks lies along this line.",
  action: "Draw the line across the ticks, at a right angle to them, in a part that is sharp.",
};

const tooFewTicks: NoTickScale = {
  kind: "too-few-ticks",
  message: `Fewer than ${leastTicks} ticks lie along this line.`,
  action: "Take in more of the ruler, or zoom out until at least eight ticks are seen.",
};
