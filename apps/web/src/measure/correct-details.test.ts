import { isoDate, photoDetailsSchema } from "@stipple/protocol";
import { expect, test } from "vitest";
import { correctedDetails } from "./correct-details.ts";

const takenOn = isoDate("2026-05-12");
const later = isoDate("2026-05-13");
const landmarksPx = [{ name: "whorl", at: [1, 2] as [number, number] }];

test("a view of the head gets its day and its view, and keeps its landmarks", () => {
  const details = { view: "left", takenOn, landmarksPx } as const;
  expect(
    photoDetailsSchema.parse(
      correctedDetails({ ...details, landmarksPx }, { takenOn: later, view: "right", siteId: "" }),
    ),
  ).toEqual({ view: "right", takenOn: later, landmarksPx });
});

test("a close-up gets its day and the name of its place, and stays a close-up", () => {
  const details = { view: "close-up", siteId: "crown", takenOn, note: "3 cm left" } as const;
  expect(
    photoDetailsSchema.parse(
      correctedDetails(details, { takenOn: later, view: "vertex", siteId: " left of the mole " }),
    ),
  ).toEqual({ view: "close-up", siteId: "left of the mole", takenOn: later, note: "3 cm left" });
});
