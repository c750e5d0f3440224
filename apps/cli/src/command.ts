import { parseArgs } from "node:util";
import { type Instant, type IsoDate, instant, isoDate, localDate } from "@stipple/protocol";
import { Problem } from "./problem.ts";

/** 0 done · 1 refused, or a check failed · 2 the command or its input was wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole page of `--help`, with a worked example. */
  readonly help: string;
  run(words: readonly string[]): ExitCode | Promise<ExitCode>;
}

type Options = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;

export interface Words {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isSet: (name: string) => boolean;
}

/** Splits the words of a command into places and options; `--json` is always understood. */
export function readWords(
  words: readonly string[],
  options: Options,
  places: { readonly name: string; readonly atMost?: number; readonly atLeast?: number },
): Words {
  const { name, atMost = 1, atLeast = 1 } = places;
  const { values, positionals } = parseWords(words, options);
  if (positionals.length < atLeast || positionals.length > atMost) {
    throw new Problem(`The command takes ${name}.`, {
      detail: `${positionals.length} given, ${atLeast === atMost ? atLeast : `${atLeast} to ${atMost}`} needed.`,
      action: "Add --help to see how the command is used.",
    });
  }
  return {
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === "string" ? value : undefined;
    },
    isSet: (option) => values[option] === true,
  };
}

function parseWords(
  words: readonly string[],
  options: Options,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({
      args: [...words],
      options: { ...options, json: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Problem("The command was not understood.", {
      // Node's message goes on about places that start with "-".
      detail: error instanceof Error ? error.message.replace(/\. .*/s, ".") : String(error),
      action: "Add --help to see the options.",
    });
  }
}

/** The moment given by `--now`, or the clock of this machine. */
export function readNow(text: string | undefined): Instant {
  if (text === undefined) return instant(new Date().toISOString());
  try {
    return instant(text);
  } catch {
    throw new Problem("--now is not a moment.", {
      detail: `It is "${text}"; a moment has a day, a time and an offset.`,
      action: "Write it like 2026-03-08T20:00:00+01:00.",
    });
  }
}

/** The day given by `--today`, or the day on this machine's wall calendar. */
export function readToday(text: string | undefined): IsoDate {
  if (text === undefined) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return localDate(readNow(undefined), timeZone);
  }
  try {
    return isoDate(text);
  } catch {
    throw new Problem("--today is not a calendar day.", {
      detail: `It is "${text}"; a day has a year, a month and a day that exist.`,
      action: "Write it like 2026-03-08.",
    });
  }
}

/** Prints lines on standard output. */
export function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n").trimEnd()}\n`);
}

/** Prints a value as it is, as JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
