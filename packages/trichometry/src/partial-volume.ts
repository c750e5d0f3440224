/** Two materials seen in one picture, mixed at their borders: how each looks on one axis, and how much of it there is. */
export interface TwoMaterials {
  readonly skin: { readonly mean: number; readonly deviation: number };
  readonly hair: { readonly mean: number; readonly deviation: number };
  /** Shares of the pixels with 0, ¼, ½, ¾ and all of hair in them. */
  readonly weights: readonly number[];
}

/** Hair shares that pixels are sorted into. */
const hairShares: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

const rounds = 40;
/** No material is evener than this, in parts of the distance between the two. */
const leastDeviationShare = 0.04;

/**
 * Splits a histogram into two materials and their mixtures, by expectation and maximisation.
 *
 * A strand of hair is about as wide as a pixel of such a photo, so that half of all pixels are hair and skin together.
 * A mixture of two Gaussians takes those for one or the other; here pixels with a quarter, a half and three quarters
 * of hair are classes of their own, whose mean and spread lie between the two (partial volume model, as for tissue in
 * magnetic resonance).
 *
 * @param counts pixels by value, bin `i` standing for the value `low + (i + ½) · step`
 */
export function fitMaterials(
  counts: Float64Array,
  { low, step }: { readonly low: number; readonly step: number },
  start: { readonly skin: number; readonly hair: number },
): TwoMaterials {
  let skin = { mean: start.skin, deviation: Math.abs(start.hair - start.skin) / 5 };
  let hair = { mean: start.hair, deviation: Math.abs(start.hair - start.skin) / 5 };
  let weights: readonly number[] = hairShares.map(() => 1 / hairShares.length);
  for (let round = 0; round < rounds; round++) {
    const materials = { skin, hair, weights };
    const sums = new Float64Array(hairShares.length);
    // Weighted sums for the two means: normal equations of value ≈ (1 − share) · skin + share · hair.
    let ss = 0;
    let sh = 0;
    let hh = 0;
    let sv = 0;
    let hv = 0;
    const spread = { skin: 0, hair: 0, skinCount: 0, hairCount: 0 };
    for (let bin = 0; bin < counts.length; bin++) {
      const count = counts[bin] ?? 0;
      if (count === 0) continue;
      const value = low + (bin + 0.5) * step;
      const chances = shareChances(value, materials);
      for (const [at, share] of hairShares.entries()) {
        const weight = count * (chances[at] ?? 0);
        sums[at] = (sums[at] ?? 0) + weight;
        ss += weight * (1 - share) ** 2;
        sh += weight * (1 - share) * share;
        hh += weight * share * share;
        sv += weight * (1 - share) * value;
        hv += weight * share * value;
      }
      const pureSkin = count * (chances[0] ?? 0);
      const pureHair = count * (chances[hairShares.length - 1] ?? 0);
      spread.skin += pureSkin * (value - skin.mean) ** 2;
      spread.skinCount += pureSkin;
      spread.hair += pureHair * (value - hair.mean) ** 2;
      spread.hairCount += pureHair;
    }
    const all = sums.reduce((sum, weight) => sum + weight, 0);
    const determinant = ss * hh - sh * sh;
    if (!(determinant > 1e-9 * ss * hh) || !(all > 0)) break;
    const skinMean = (hh * sv - sh * hv) / determinant;
    const hairMean = (ss * hv - sh * sv) / determinant;
    const least = leastDeviationShare * Math.abs(hairMean - skinMean);
    const deviation = (square: number, count: number) =>
      Math.max(least, count > 0 ? Math.sqrt(square / count) : least);
    skin = { mean: skinMean, deviation: deviation(spread.skin, spread.skinCount) };
    hair = { mean: hairMean, deviation: deviation(spread.hair, spread.hairCount) };
    weights = [...sums].map((weight) => weight / all);
  }
  return { skin, hair, weights };
}

/**
 * What each class counts as hair: a quarter is mostly the shadow that a strand throws beside itself, and a strand that
 * looks whole lets some skin through. Set on synthetic crowns of known cover.
 */
const countedShares: readonly number[] = [0, 0.1, 0.46, 0.74, 0.99];

/** The share of hair that is expected in a pixel of a value. */
export function expectedShare(value: number, materials: TwoMaterials): number {
  const chances = shareChances(value, materials);
  return countedShares.reduce((sum, share, at) => sum + share * (chances[at] ?? 0), 0);
}

function shareChances(value: number, { skin, hair, weights }: TwoMaterials): number[] {
  const logs = hairShares.map((share, at) => {
    const mean = (1 - share) * skin.mean + share * hair.mean;
    const deviation = Math.hypot((1 - share) * skin.deviation, share * hair.deviation);
    const off = (value - mean) / deviation;
    return Math.log(Math.max(1e-9, weights[at] ?? 0)) - Math.log(deviation) - (off * off) / 2;
  });
  const most = Math.max(...logs);
  const terms = logs.map((log) => Math.exp(log - most));
  const sum = terms.reduce((all, term) => all + term, 0);
  return terms.map((term) => term / sum);
}
