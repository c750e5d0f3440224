/** "63 %" */
export function percent(fraction: number): string {
  const share = 100 * fraction;
  if (share > 0 && share < 0.5) return "under 1 %";
  return `${Math.round(share)} %`;
}

/** "+12", "−3", "0": a change in whole hairs, with a real minus. */
export function signed(value: number): string {
  const whole = Math.round(value);
  if (whole === 0) return "0";
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}

/** Two figures that mean something: "0.043", "1.2", "34". */
export function twoFigures(value: number): string {
  return value === 0 ? "0" : String(Number(value.toPrecision(2)));
}

/** "1", "0.9": to a tenth. */
export function tenths(value: number): string {
  return String(Math.round(10 * value) / 10);
}

/** "45 minutes", "2 hours", "1.5 hours" */
export function duration(minutes: number): string {
  if (minutes === 0) return "no wait";
  if (minutes < 90) return `${Math.round(minutes)} minutes`;
  const hours = Math.round(minutes / 6) / 10;
  return `${hours} hours`;
}
