import type { Spread } from "@stipple/simulation";

/** "+12", "−3", "0": a change in whole hairs, with a real minus. */
export function signed(value: number): string {
  const whole = Math.round(value);
  if (whole === 0) return "0";
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}

/** "0.04", "0.1": to a hundredth. */
export function hundredths(value: number): string {
  return String(Math.round(100 * value) / 100);
}

/** "1", "0.9": to a tenth. */
export function tenths(value: number): string {
  return String(Math.round(10 * value) / 10);
}

/** "183" */
export function whole(value: number): string {
  return String(Math.round(value));
}

/** What 80 % of the plausible answers lie between. */
export function range(
  { low80, high80 }: Spread,
  show: (value: number) => string,
): { readonly low: string; readonly high: string } {
  return { low: show(low80), high: show(high80) };
}
