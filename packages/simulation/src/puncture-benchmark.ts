import { mapDistances, type Points, summariseDistances } from "./distance-map.ts";

/** What the workload "puncture-v1" prints, so that two programs can be seen to have done the same work. */
export interface PunctureBenchmark {
  readonly punctures: number;
  readonly meanMm: number;
  readonly within025: number;
  readonly within05: number;
  readonly p95Mm: number;
}

/** The roller, the pattern and the pixel of the workload; they define a comparison, not a treatment. */
const workload = {
  seed: 12345,
  tipRadiusMm: 10.5,
  needlesPerDisc: 60,
  discs: 9,
  discSpacingMm: 2,
  anglesRad: [0, Math.PI / 2, Math.PI / 4, (3 * Math.PI) / 4],
  rollsPerAngle: 3,
  pixelMm: 0.05,
} as const;

/** The peers' 95th percentile is the upper end of a bin of 2.5 µm. */
const binsPerMm = 400;

/**
 * The workload "puncture-v1" for a square of the given side: a 540-needle roller, 12 rolls in a star, and the exact
 * distance of every pixel of 50 µm to the nearest hole.
 */
export function runPunctureBenchmark(sideMm: number): PunctureBenchmark {
  if (!(sideMm >= 1 && sideMm <= 800)) {
    throw new RangeError(`sideMm must be 1 to 800, got ${sideMm}`);
  }
  const points = rollSquare(sideMm);
  const map = mapDistances(points, {
    widthMm: sideMm,
    heightMm: sideMm,
    pixelMm: workload.pixelMm,
  });
  const statistics = summariseDistances(map);
  return {
    punctures: points.count,
    meanMm: statistics.meanMm,
    within025: statistics.middlesWithin025Fraction,
    within05: statistics.middlesWithin05Fraction,
    p95Mm: (Math.floor(statistics.p95Mm * binsPerMm) + 1) / binsPerMm,
  };
}

/**
 * The holes inside the square. Every lane has a random phase along and a random shift across, from the workload's own
 * generator: `rollOut` lays all lanes of a roll side by side, so it cannot make these holes, which the checks count.
 */
function rollSquare(sideMm: number): Points {
  const { tipRadiusMm, needlesPerDisc, discs, discSpacingMm, anglesRad, rollsPerAngle } = workload;
  const stepMm = (2 * Math.PI * tipRadiusMm) / needlesPerDisc;
  const widthMm = discs * discSpacingMm;
  const uniform = createXorshift(workload.seed);
  const values: number[] = [];

  for (const angleRad of anglesRad) {
    const cos = Math.cos(angleRad);
    const sin = Math.sin(angleRad);
    const spanMm = sideMm * (Math.abs(cos) + Math.abs(sin));
    const lanes = Math.ceil(spanMm / widthMm - 1e-9);
    for (let lane = 0; lane < rollsPerAngle * lanes; lane++) {
      const phaseMm = uniform() * stepMm;
      const shiftMm = (uniform() - 0.5) * discSpacingMm;
      for (let disc = 0; disc < discs; disc++) {
        const across =
          -spanMm / 2 + (lane % lanes) * widthMm + (disc + 0.5) * discSpacingMm + shiftMm;
        const start = -spanMm / 2 + phaseMm + (disc % 2 === 1 ? stepMm / 2 : 0);
        const steps = Math.floor((spanMm / 2 - start) / stepMm) + 1;
        for (let step = 0; step < steps; step++) {
          const along = start + step * stepMm;
          const x = along * cos - across * sin + sideMm / 2;
          const y = along * sin + across * cos + sideMm / 2;
          if (x >= 0 && y >= 0 && x < sideMm && y < sideMm) values.push(x, y);
        }
      }
    }
  }
  return { values: Float64Array.from(values), stride: 2, count: values.length / 2 };
}

/** The workload's own generator, xorshift32 (Marsaglia 2003), so that every peer rolls the same holes. */
function createXorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
