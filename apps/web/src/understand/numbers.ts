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
