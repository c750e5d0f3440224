/** "63 %" */
export function percent(fraction: number): string {
  const share = 100 * fraction;
  if (share > 0 && share < 0.5) return "under 1 %";
  return `${Math.round(share)} %`;
}

/** Two figures that mean something: "0.043", "1.2", "34". */
export function twoFigures(value: number): string {
  return value === 0 ? "0" : String(Number(value.toPrecision(2)));
}

/** "45 minutes", "2 hours", "1.5 hours" */
export function duration(minutes: number): string {
  if (minutes === 0) return "no wait";
  if (minutes < 90) return `${Math.round(minutes)} minutes`;
  const hours = Math.round(minutes / 6) / 10;
  return `${hours} hours`;
}
