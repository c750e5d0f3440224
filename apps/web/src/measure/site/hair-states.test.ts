import { expect, test } from "vitest";
import { countStates, statesIn } from "./hair-states.ts";

const hairs = [
  { state: "kept", first: 0, second: 2 },
  { state: "thinner", first: 3, second: 0 },
  { state: "gone", first: 1 },
  { state: "new", second: 1 },
  { state: "kept", first: 4 },
] as const;

test("each photo's hairs know what became of them and which hair of the other photo they are", () => {
  expect(statesIn({ hairs }, "first", 6)).toEqual([
    { state: "kept", partner: 2 },
    { state: "gone", partner: undefined },
    { state: "outside", partner: undefined },
    { state: "thinner", partner: 0 },
    { state: "kept", partner: undefined },
    { state: "outside", partner: undefined },
  ]);
  expect(statesIn({ hairs }, "second", 3).map(({ partner }) => partner)).toEqual([3, undefined, 0]);
});

test("a hair that both photos show is counted once, one that only one can show in that photo", () => {
  expect(countStates({ hairs }, { first: 6, second: 3 })).toEqual({
    kept: 2,
    thicker: 0,
    thinner: 1,
    new: 1,
    gone: 1,
    unsure: 0,
    outside: 2,
  });
});
