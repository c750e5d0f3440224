/** Even numbers in [0, 1) from a seed (xorshift32, Marsaglia 2003), the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** About standard normal: the sum of three even numbers. */
export function nearlyNormal(uniform: () => number): number {
  return 2 * (uniform() + uniform() + uniform()) - 3;
}
