import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** An import of values: its "type" mark and where it comes from. */
const importLine = /^import (type )?[^;"]*? from "([^"]*)";$/gm;

test("the guard is written apart: the calendar and its own files are all it imports besides types", () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => /^guard(-[a-z]+)?\.ts$/.test(name));
  const values = files.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, "utf8").matchAll(importLine)]
      .filter(([, isType]) => isType === undefined)
      .map(([, , from = ""]) => from),
  );

  expect(files).toHaveLength(7);
  expect(new Set(values)).toEqual(
    new Set([
      "./calendar.ts",
      "./guard-calendar.ts",
      "./guard-person.ts",
      "./guard-shape.ts",
      "./guard-start.ts",
      "./guard-topical.ts",
      "./guard-treatment.ts",
    ]),
  );
});
