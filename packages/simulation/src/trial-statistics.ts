import type { WeekSums } from "./trial-schema.ts";

/** A mean over patients. What too few patients cannot say is absent. */
export interface MeanChange {
  readonly n: number;
  readonly mean?: number;
  readonly sd?: number;
  readonly se?: number;
  /** 95 % interval of the mean: how far chance in the choice of patients moves it. */
  readonly interval95?: readonly [low: number, high: number];
}

/** One arm less another. */
export interface Difference {
  readonly mean?: number;
  /** As if other people had been in each arm, which is how a trial in a clinic is done. */
  readonly se?: number;
  readonly interval95?: readonly [low: number, high: number];
  /** The same people in both arms, which only a model can do: how well the model knows its own difference. */
  readonly samePatientsSe?: number;
}

/** Below this many patients no interval is given. */
const leastForInterval = 5;
/** Standard normal value that 97.5 % lie below. */
const normal975 = 1.959963984540054;

export const noPatients: WeekSums = { n: 0, sum: 0, squares: 0 };

/** Adds two parts; the order of parts decides the last bits, so keep to it. */
export function addSums(a: WeekSums, b: WeekSums): WeekSums {
  return { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
}

/**
 * Mean, standard deviation, standard error and interval.
 *
 *     sd² = (Σx² − (Σx)²/n) / (n − 1),   se = sd/√n,   mean ± t₀.₉₇₅(n − 1) · se
 */
export function meanOf({ n, sum, squares }: WeekSums): MeanChange {
  if (n === 0) return { n };
  const mean = sum / n;
  if (n < 2) return { n, mean };

  const sd = Math.sqrt(Math.max(0, squares - sum * mean) / (n - 1));
  const se = sd / Math.sqrt(n);
  return { n, mean, sd, se, ...(n >= leastForInterval && around(mean, se, n - 1)) };
}

/**
 * One arm less another, by Welch's rule for spreads that differ.
 *
 *     se² = sa²/na + sb²/nb,   degrees of freedom = se⁴ / (sa⁴/(na²(na−1)) + sb⁴/(nb²(nb−1)))
 */
export function compareArms(arm: MeanChange, first: MeanChange, together: WeekSums): Difference {
  if (arm.mean === undefined || first.mean === undefined) return {};
  const mean = arm.mean - first.mean;
  const samePatientsSe = meanOf(together).se;
  if (arm.se === undefined || first.se === undefined) return { mean };

  const se = Math.sqrt(arm.se * arm.se + first.se * first.se);
  const shares = arm.se ** 4 / (arm.n - 1) + first.se ** 4 / (first.n - 1);
  const isEnough = Math.min(arm.n, first.n) >= leastForInterval && shares > 0;
  return {
    mean,
    se,
    ...(isEnough && around(mean, se, se ** 4 / shares)),
    ...(samePatientsSe !== undefined && { samePatientsSe }),
  };
}

function around(mean: number, se: number, degrees: number) {
  const reach = studentQuantile975(degrees) * se;
  return { interval95: [mean - reach, mean + reach] as const };
}

/**
 * The value that 97.5 % of Student's law lie below; off by less than 0.1 % from 4 degrees of freedom on.
 *
 *     t = z + (z³ + z)/4ν + (5z⁵ + 16z³ + 3z)/96ν² + (3z⁷ + 19z⁵ + 17z³ − 15z)/384ν³ + …   (Cornish and Fisher)
 */
export function studentQuantile975(degrees: number): number {
  if (!(degrees >= 4)) throw new RangeError(`degrees must be 4 or more, got ${degrees}`);
  const z = normal975;
  const z2 = z * z;
  const terms = [
    (z * (z2 + 1)) / 4,
    (z * ((5 * z2 + 16) * z2 + 3)) / 96,
    (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384,
    (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92_160,
  ];
  return terms.reduceRight((sum, term) => (sum + term) / degrees, 0) + z;
}
