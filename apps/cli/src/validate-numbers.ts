import type { Limit, Measurement } from "@stipple/simulation";

/** Digits shown where the limit does not say how many matter. */
const plainDigits = 4;
const mostDigits = 15;
/** Of a number that a case states; none has more that mean something. */
const statedDigits = 10;
/** A value this much smaller than what is expected is shown as 0. */
const negligible = 1e-6;

/** What is expected and how near it must be met: "1.5, 2 ± 0.1". */
export function shownExpected({ expected, limit }: Measurement): string {
  const numbers = expected.map((value) => shownNumber(value, statedDigits)).join(", ");
  switch (limit.kind) {
    case "abs":
      return limit.by === 0 ? numbers : `${numbers} ± ${limit.by}`;
    case "rel":
      return `${numbers} ± ${shownNumber(100 * limit.by, 6)} %`;
    case "factor":
      return `${numbers} within a factor of ${limit.by}`;
    case "range":
      return `${shownNumber(limit.low, 6)} to ${shownNumber(limit.high, 6)}`;
    case "at most":
    case "below":
    case "at least":
      return `${limit.kind} ${numbers}`;
  }
}

/** What the model gives, to about a tenth of what matters; the noise of rounding is not shown. */
export function shownGot({ got, expected, limit }: Measurement): string {
  return got.map((value, index) => shownAgainst(value, expected[index] ?? 0, limit)).join(", ");
}

function shownAgainst(value: number, expected: number, limit: Limit): string {
  if (limit.kind === "abs") {
    if (limit.by === 0) return shownNumber(value, mostDigits);
    const decimals = Math.max(0, Math.ceil(-Math.log10(limit.by)) + 1);
    return shownNumber(Number(value.toFixed(Math.min(mostDigits, decimals))), mostDigits);
  }
  if (Math.abs(value) < negligible * Math.abs(expected)) return "0";
  const digits = limit.kind === "rel" ? Math.ceil(-Math.log10(limit.by)) + 2 : plainDigits;
  return shownNumber(value, digits);
}

function shownNumber(value: number, digits: number): string {
  const places = Math.min(mostDigits, Math.max(plainDigits, digits));
  return Number.isFinite(value) ? String(Number(value.toPrecision(places))) : "no number";
}
