import { expect, test } from "vitest";
import { comparePublishedGain } from "./published-gain.ts";

const gain = { modelPerCm2: 10, tolerancePerCm2: 4, hiddenPerCm2: 66 };

test("inside the tolerance a gain is reproduced, outside it is missed", () => {
  expect(comparePublishedGain({ ...gain, publishedPerCm2: 14 })).toEqual({
    kind: "reproduced",
    offPerCm2: -4,
  });
  expect(comparePublishedGain({ ...gain, publishedPerCm2: 14.5 })).toEqual({
    kind: "missed",
    offPerCm2: -4.5,
  });
});

test("a gain above every hidden follicle is out of reach, whatever the treatment", () => {
  expect(comparePublishedGain({ ...gain, publishedPerCm2: 71 })).toEqual({
    kind: "out of reach",
    offPerCm2: -61,
    reachPerCm2: 66,
  });
  expect(comparePublishedGain({ ...gain, publishedPerCm2: 70 }).kind).toBe("missed");
});

test("a negative tolerance is refused", () => {
  expect(() => comparePublishedGain({ ...gain, publishedPerCm2: 1, tolerancePerCm2: -1 })).toThrow(
    "tolerancePerCm2 must be 0 or more, got -1",
  );
});
