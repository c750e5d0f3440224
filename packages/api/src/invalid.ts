import type { z } from "@hono/zod-openapi";
import { Problem } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** The first failed check as a sentence, all of them as a list. Names fields and limits, never texts that were sent. */
export function invalidProblem(error: z.core.$ZodError, sent: unknown): Problem {
  const issues = error.issues.slice(0, maxIssues).map((issue) => ({
    path: pathText(issue.path),
    says: sentence(issue, sent),
  }));
  const [first] = issues;
  return new Problem("request.invalid", 422, {
    message: first?.says ?? "The values that were sent cannot be used.",
    action: `Correct ${first?.path || "the body"} and send it again. The fields are described at /api/openapi.json.`,
    issues,
  });
}

const maxIssues = 20;

function sentence(issue: Issue, sent: unknown): string {
  const name = pathText(issue.path) || "The body";
  const value = valueAt(sent, issue.path);
  switch (issue.code) {
    case "invalid_type":
      return value === undefined
        ? `${name} is missing; it must be ${kindText(issue.expected)}.`
        : `${name} is ${shownValue(value)}; it must be ${kindText(issue.expected)}.`;
    case "too_small":
      return `${name} ${amount(issue.origin, value)}; the least is ${issue.minimum}.`;
    case "too_big":
      return `${name} ${amount(issue.origin, value)}; the most is ${issue.maximum}.`;
    case "invalid_value":
      return `${name} must be one of: ${issue.values.slice(0, 30).map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `${name} has keys that are not known: ${issue.keys.slice(0, 5).map(shortened).join(", ")}.`;
    case "invalid_format":
      return `${name} must be ${formatText(issue.format, issue.message)}.`;
    case "invalid_union":
      return issue.discriminator
        ? `${name} is of no known ${issue.discriminator}.`
        : `${name} has none of the forms it may have.`;
    case "custom":
      return `${name} ${issue.message.startsWith("must") ? issue.message : `must be ${issue.message}`}.`;
    default:
      return `${name} cannot be used: ${issue.message}.`;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${shortened(String(part))}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

/** Numbers are shown, because the limit says nothing without them; texts are private and are not. */
function shownValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : "a text";
}

function amount(origin: string, value: unknown): string {
  if (typeof value === "string") return `has ${value.length} characters`;
  if (Array.isArray(value)) return `has ${value.length} entries`;
  return origin === "array" || origin === "string" ? "is of the wrong size" : `is ${String(value)}`;
}

function kindText(expected: string): string {
  const kinds: Record<string, string> = {
    int: "a whole number",
    array: "a list",
    object: "an object",
    record: "an object",
    string: "a text",
    boolean: "true or false",
  };
  return kinds[expected] ?? `a ${expected}`;
}

function formatText(format: string, message: string): string {
  const formats: Record<string, string> = {
    uuid: "a UUID",
    date: "a day such as 2026-03-08",
    datetime: "a moment such as 2026-03-08T19:00:00Z",
  };
  return formats[format] ?? message.replace(/^must be /, "");
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
