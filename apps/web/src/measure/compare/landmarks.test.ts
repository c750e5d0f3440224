import { isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import {
  keptLandmarks,
  pairsOf,
  type SetLandmark,
  wantedAfter,
  withLandmarks,
} from "./landmarks.ts";

const set: readonly SetLandmark[] = [
  { name: "front end of the part", photo: "before", at: { x: 50, y: 20 } },
  { name: "front end of the part", photo: "after", at: { x: 100, y: 80 } },
  { name: "left ear", photo: "before", at: { x: 10.04, y: 40 } },
];

test("each landmark is asked for in the earlier photo, then in the later one; a skipped one in none", () => {
  expect(wantedAfter([], [])).toEqual({ name: "front end of the part", photo: "before" });
  expect(wantedAfter(set.slice(0, 1), [])).toEqual({
    name: "front end of the part",
    photo: "after",
  });
  expect(wantedAfter(set, ["back end of the part"])).toEqual({ name: "left ear", photo: "after" });
});

test("a landmark counts when both photos have it, whatever their sizes", () => {
  const sizes = {
    before: { widthPx: 100, heightPx: 200 },
    after: { widthPx: 400, heightPx: 800 },
  };
  expect(pairsOf(set, sizes)).toEqual([{ before: { x: 0.5, y: 0.1 }, after: { x: 0.25, y: 0.1 } }]);
});

test("landmarks are kept with their photo beside its other places, and come back", () => {
  const details = {
    view: "vertex",
    takenOn: isoDate("2026-05-12"),
    landmarksPx: [
      { name: "left of the mole", at: [7, 7] },
      { name: "whorl", at: [1, 1] },
    ],
  } satisfies Parameters<typeof withLandmarks>[0];
  const before = withLandmarks(details, "before", set);
  expect(before.landmarksPx).toEqual([
    { name: "left of the mole", at: [7, 7] },
    { name: "front end of the part", at: [50, 20] },
    { name: "left ear", at: [10, 40] },
  ]);
  const after = withLandmarks({ ...details, landmarksPx: [] }, "after", set);
  expect(keptLandmarks({ before: { details: before }, after: { details: after } })).toEqual([
    set[0],
    { ...set[2], at: { x: 10, y: 40 } },
    set[1],
  ]);
});
