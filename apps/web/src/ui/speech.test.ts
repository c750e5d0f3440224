import { expect, test } from "vitest";
import { speakable } from "./speech.ts";

test.each([
  ["Roll 3 × at +60°.", "Roll 3 times at +60 degrees."],
  ["0–3, no blood", "0 to 3, no blood"],
  ["A 0.25 mm roller", "A 0.25 millimetres roller"],
])("the voice reads %s as words", (text, spoken) => {
  expect(speakable(text)).toBe(spoken);
});
