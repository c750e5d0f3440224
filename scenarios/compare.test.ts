import { expect, test } from "vitest";
import { differences, expectedText } from "./compare.ts";

test("equal texts have no differences", () => {
  expect(differences("a\nb\n", "a\nb\n")).toEqual([]);
});

test("a changed line shows what was expected, what was found, and the line before it", () => {
  expect(differences("a\nb\nc\n", "a\nx\nc\n")).toEqual(["  a", "- b", "+ x"]);
});

test("a line that is new does not make every later line differ", () => {
  expect(differences("a\nb\nc", "a\nnew\nb\nc")).toEqual(["  a", "+ new"]);
});

test("a file that does not exist yet differs in every line", () => {
  expect(differences("", "a\nb")).toEqual(["- ", "+ a", "+ b"]);
});

test("the expected text is JSON, short values on one line, absent ones left out", () => {
  const value = {
    course: [{ did: "session", gapH: 72, gone: undefined }],
    rules: [],
    long: "x".repeat(90),
  };
  const text = expectedText(value);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
  expect(text.split("\n")[1]).toBe('  "course": [{ "did": "session", "gapH": 72 }],');
});
