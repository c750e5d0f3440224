import { log } from "./elementary.ts";

/**
 * Seeded random numbers: the same seed and stream give the same numbers in Node, command line and browser worker.
 *
 * xoshiro128++ (Blackman and Vigna 2019, public domain), filled by splitmix32 from the seed and the stream. A stream
 * per replicate, patient or follicle makes a result independent of who computes it, and in what order.
 */
export interface Random {
  /** The next 32 random bits, as an unsigned integer. */
  readonly bits: () => number;
  /** Uniform in (0, 1); never 0 and never 1. */
  readonly uniform: () => number;
  /** Standard normal, by the polar method (Marsaglia and Bray 1964). */
  readonly normal: () => number;
}

/** A generator of its own for every pair of `seed` and `stream`, both whole numbers of at least 0 and below 2³². */
export function createRandom(seed: number, stream = 0): Random {
  for (const [name, value] of Object.entries({ seed, stream })) {
    if (!(Number.isInteger(value) && value >= 0 && value < 2 ** 32)) {
      throw new RangeError(
        `${name} must be a whole number of at least 0 and below 2^32, got ${value}`,
      );
    }
  }

  const state = new Int32Array(4);
  let mixed = (seed ^ Math.imul(stream, 0x9e3779b1)) | 0;
  for (let i = 0; i < 4; i++) {
    mixed = (mixed + 0x9e3779b9) | 0;
    state[i] = splitmix(mixed ^ Math.imul(stream + i, 0x85ebca6b));
  }
  if (state.every((word) => word === 0)) state[0] = 1;

  const bits = () => nextBits(state);
  const uniform = () => (nextBits(state) + 0.5) * 2 ** -32;
  let spare = Number.NaN;
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * log(square)) / square);
      spare = v * scale;
      return u * scale;
    }
  };
  return { bits, uniform, normal };
}

/** One step of xoshiro128++ on four words of state. */
function nextBits(state: Int32Array): number {
  const a = state[0] ?? 0;
  const b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  const sum = (a + d) | 0;
  const result = (((sum << 7) | (sum >>> 25)) + a) | 0;
  c ^= a;
  d ^= b;
  state[0] = a ^ d;
  state[1] = b ^ c;
  state[2] = c ^ (b << 9);
  state[3] = (d << 11) | (d >>> 21);
  return result >>> 0;
}

/** The finaliser of splitmix32: every input bit moves every output bit. */
function splitmix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
