/** The parts of a Zod issue that a sentence is made of. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly expected?: string;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** What is wrong at one place of the input, and what to do about it. */
export interface IssueText {
  readonly says: string;
  readonly action: string;
}

/** An issue of the input as plain sentences with its place, the value found and the limit. */
export function describeIssue(issue: Issue, input: unknown): IssueText {
  const inner = deepest(issue);
  const place = placeOf(inner.path);
  const value = valueAt(input, inner.path);
  return {
    says: `${place} is ${shown(value)}, but ${limitOf(inner)}.`,
    ...(inner.code === "unrecognized_keys"
      ? unknownKeys(inner, place)
      : { action: actionOf(inner, value) }),
  };
}

function unknownKeys({ keys = [] }: Issue, place: string): IssueText {
  const names = keys.map((key) => `"${key}"`).join(", ");
  return {
    says: `${place} holds ${names}, which has no meaning here.`,
    action: `Correct the spelling of ${names}, or remove it; "schema" prints the names that exist.`,
  };
}

/** Of the alternatives of a union, the one the value came closest to: the deepest first fault. */
function deepest(issue: Issue): Issue {
  if (issue.code !== "invalid_union" || !issue.errors) return issue;
  const first = issue.errors.flatMap((errors) => errors.slice(0, 1));
  const closest = first.toSorted((a, b) => b.path.length - a.path.length)[0];
  return closest && closest.path.length > 0
    ? deepest({ ...closest, path: [...issue.path, ...closest.path] })
    : issue;
}

function limitOf(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
    case "too_big":
      return sizeLimit(issue);
    case "invalid_value":
      return `it must be ${oneOf(issue.values ?? [])}`;
    case "invalid_type":
      return `it must be ${typeNames[issue.expected ?? ""] ?? issue.expected}`;
    case "invalid_format":
      return `it must be ${formatNames[issue.format ?? ""] ?? issue.message}`;
    case "invalid_union":
      return `it fits none of the forms it may have`;
    case "custom":
      return issue.message.startsWith("Invalid") ? "it is not valid" : `expected: ${issue.message}`;
    default:
      return issue.message;
  }
}

function sizeLimit({ code, minimum, maximum, origin }: Issue): string {
  const unit = origin === "string" ? " characters" : origin === "array" ? " entries" : "";
  return code === "too_small"
    ? `it must be ${minimum}${unit} or more`
    : `it must be ${maximum}${unit} or less`;
}

function actionOf(issue: Issue, value: unknown): string {
  const field = String(issue.path.findLast((key) => typeof key === "string") ?? "the value");
  if (field.endsWith("Um") && typeof value === "number") {
    return value > 0 && value <= 3
      ? `Write the length in whole micrometres: ${value} mm is ${Math.round(value * 1000)}.`
      : "Read the length on the device's label and write it in whole micrometres; 0.25 mm is 250.";
  }
  if (value === undefined) return `Add ${field}.`;
  return `Change ${field}.`;
}

const typeNames: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "text",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "an object in { }",
};

const formatNames: Readonly<Record<string, string>> = {
  date: "a calendar day such as 2026-03-08",
  datetime: "a moment with its offset, such as 2026-03-08T20:00:00+01:00",
  uuid: "a UUID",
  regex: "written as in the schema",
};

function oneOf(values: readonly unknown[]): string {
  const names = values.map((value) => JSON.stringify(value));
  return names.length === 1 ? String(names[0]) : `one of ${names.join(", ")}`;
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "The input";
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
