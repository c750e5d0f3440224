// How the accuracy page writes its numbers.

/** A table of the page. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** "2.1" */
export function decimal(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(1);
}

/** "−0.5", "+1.2" */
export function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}

/** "0.79" */
export function share(fraction: number | undefined): string {
  return fraction === undefined ? "–" : fraction.toFixed(2);
}

/** "6.2 %" */
export function percent(fraction: number | undefined, digits = 0): string {
  if (fraction === undefined) return "–";
  return `${(100 * fraction).toFixed(digits).replace("-", "−")} %`;
}

/** "4.4 points" */
export function points(fraction: number | undefined): string {
  return fraction === undefined ? "–" : `${(100 * fraction).toFixed(1).replace("-", "−")} points`;
}
