/** Plain text for a terminal of 80 columns. */
const columns = 80;

/** Breaks a text at spaces; later lines are indented like the first, or by `hang`. */
export function wrap(
  text: string,
  margins: { readonly indent?: string; readonly hang?: string } = {},
): string {
  const { indent = "" } = margins;
  const { hang = indent } = margins;
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}

/** One point of a list: "- " and the text, wrapped under itself. */
export function bullet(text: string, indent = ""): string {
  return wrap(text, { indent: `${indent}- `, hang: `${indent}  ` });
}

/** A label and its value on one line, the value wrapped under itself. */
export function entry(label: string, text: string): string {
  const start = `  ${label.padEnd(16)}`;
  return wrap(text, { indent: start, hang: " ".repeat(start.length) });
}

/** A heading with its lines, or nothing where there are no lines. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines, ""];
}

/** "1 session", "2 sessions". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
