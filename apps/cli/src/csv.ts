/** More digits than any of these numbers deserves. */
const digits = 7;

/** A cell: text, a number as the program has it, or nothing. */
export type Cell = string | number | undefined;

/** A table as CSV (RFC 4180): a line of names with their units in ASCII, so that every program reads them. */
export function csvOf(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [names, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? numberText(cell) : "";
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Written out, never with an exponent that some programs take for text. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(digits));
  const text = String(rounded);
  return text.includes("e") ? rounded.toFixed(digits) : text;
}
