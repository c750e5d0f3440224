/** The text of an expected.json: readable JSON, one line for each thing that happened. */
export function expectedText(value: unknown): string {
  return `${write(value, "")}\n`;
}

/** Short values stay on one line; longer ones open up. */
function write(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (typeof value !== "object" || value === null || flat.length + indent.length <= 100) {
    return spaced(value, flat);
  }
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((part) => `${inner}${write(part, inner)}`)
    : Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => `${inner}${JSON.stringify(name)}: ${write(part, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function spaced(value: unknown, flat: string): string {
  if (Array.isArray(value))
    return `[${value.map((part) => spaced(part, JSON.stringify(part))).join(", ")}]`;
  if (typeof value !== "object" || value === null) return flat;
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part, JSON.stringify(part))}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** Lines that differ: "- " expected, "+ " found, with the line before each change; empty when equal. */
export function differences(expected: string, found: string): string[] {
  if (expected === found) return [];
  const before = expected.split("\n");
  const after = found.split("\n");
  const kept = longestCommon(before, after);
  const lines: string[] = [];
  let b = 0;
  let a = 0;
  for (const [keptBefore, keptAfter] of [...kept, [before.length, after.length] as const]) {
    const removed = before.slice(b, keptBefore).map((line) => `- ${line}`);
    const added = after.slice(a, keptAfter).map((line) => `+ ${line}`);
    if (removed.length + added.length > 0 && b > 0) lines.push(`  ${before[b - 1]}`);
    lines.push(...removed, ...added);
    b = keptBefore + 1;
    a = keptAfter + 1;
  }
  return lines;
}

/** Pairs of line numbers of a longest common subsequence. */
function longestCommon(
  before: readonly string[],
  after: readonly string[],
): (readonly [number, number])[] {
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      length[b * width + a] =
        before[b] === after[a]
          ? (length[(b + 1) * width + a + 1] ?? 0) + 1
          : Math.max(length[(b + 1) * width + a] ?? 0, length[b * width + a + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let b = 0;
  let a = 0;
  while (b < before.length && a < after.length) {
    if (before[b] === after[a]) {
      pairs.push([b, a]);
      b += 1;
      a += 1;
    } else if ((length[(b + 1) * width + a] ?? 0) >= (length[b * width + a + 1] ?? 0)) b += 1;
    else a += 1;
  }
  return pairs;
}
