import { normalShare } from "./normal.ts";

/**
 * Full width at half maximum of an even bar seen through a Gaussian blur.
 *
 *     p(x) = Φ((x + w/2)/σ) − Φ((x − w/2)/σ),   p(FWHM/2) = p(0)/2
 */
export function blurredWidth(width: number, sigma: number): number {
  if (!(sigma > 0)) return width;
  const half = profileAt(0, width, sigma) / 2;
  return 2 * bisect((x) => profileAt(x, width, sigma) - half, width / 2 + 3 * sigma);
}

/** The width of a bar that a blur of σ shows as `seen` wide; 0 where even a hair line would look wider. */
export function unblurredWidth(seen: number, sigma: number): number {
  const thinnest = 0.05 * sigma;
  if (!(seen > blurredWidth(thinnest, sigma))) return thinnest;
  if (!(sigma > 0)) return seen;
  // A bar looks narrower than `seen` if at half of that its profile has fallen below half already.
  return bisect((width) => {
    const bar = Math.max(width, thinnest);
    return profileAt(0, bar, sigma) / 2 - profileAt(seen / 2, bar, sigma);
  }, seen);
}

/** p(x): how dark a bar of the given width is seen at a distance from its middle. */
function profileAt(x: number, width: number, sigma: number): number {
  return normalShare((x + width / 2) / sigma) - normalShare((x - width / 2) / sigma);
}

/** Where a falling function that starts above 0 reaches 0, between 0 and `end`. */
function bisect(of: (x: number) => number, end: number): number {
  let low = 0;
  let high = end;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
