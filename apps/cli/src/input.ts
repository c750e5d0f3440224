import { readFileSync } from "node:fs";
import { describeIssue, type Issue } from "./issues.ts";
import { Problem } from "./problem.ts";

/** What a Zod schema offers that the commands need. */
export interface Schema<Value> {
  safeParse(
    input: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

const mostBytes = 20_000_000;
const mostIssues = 8;

/** Reads JSON from a file, or from standard input for "-", and checks it, or the part of it that is meant. */
export function readInput<Value>(
  path: string,
  schema: Schema<Value>,
  partOf: (input: unknown) => unknown = (input) => input,
): Value {
  return checkInput(partOf(parseJson(readText(path), nameOf(path))), schema, nameOf(path));
}

/** The value as the schema gives it, or a problem that names every place that does not fit. */
export function checkInput<Value>(input: unknown, schema: Schema<Value>, name: string): Value {
  const result = schema.safeParse(input);
  if (result.success) return result.data;

  const { issues } = result.error;
  const texts = issues.slice(0, mostIssues).map((issue) => describeIssue(issue, input));
  const more = issues.length - texts.length;
  throw new Problem(`${name} does not fit.`, {
    detail: [...texts.map(({ says }) => says), ...(more > 0 ? [`And ${more} more.`] : [])].join(
      "\n",
    ),
    action: [...new Set(texts.map(({ action }) => action))].join("\n"),
  });
}

function readText(path: string): string {
  return textOf(readBytes(path), nameOf(path));
}

/** Bytes as text, without the mark that some programs put in front of it. */
export function textOf(bytes: Buffer, name: string): string {
  if (bytes.length > mostBytes) {
    throw new Problem(`${name} is too large.`, {
      detail: `It has ${bytes.length} bytes; the limit is ${mostBytes}.`,
      action: "Give a file that holds one input only.",
    });
  }
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

const readFaults: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  EISDIR: "It is a folder.",
  EACCES: "You may not read it.",
};

/** A file, or standard input for "-", as it is. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Problem(`${nameOf(path)} cannot be read.`, {
      detail: readFaults[code] ?? `The system says ${code}.`,
      action: 'Check the path, or use "-" to read from standard input.',
    });
  }
}

export function parseJson(text: string, name: string): unknown {
  if (text.trim() === "") {
    throw new Problem(`${name} is empty.`, {
      detail: "It has 0 characters; one JSON object is needed.",
      action: 'Write {} for an empty input; "schema" prints what may stand in it.',
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(`${name} is not JSON.`, {
      detail: error instanceof Error ? `${error.message}.` : "It cannot be parsed.",
      action: "Correct it at the place named; names and texts stand in double quotes.",
    });
  }
}

/** What an input is called in a problem. */
export function nameOf(path: string): string {
  return path === "-" ? "The standard input" : path;
}
