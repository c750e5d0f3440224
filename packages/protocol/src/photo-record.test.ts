import { expect, test } from "vitest";
import { photoDetailsSchema, photoUploadSchema, photoViews } from "./photo-record.ts";

const takenOn = "2026-11-20";

test.each(photoViews)("the view %s has a site if it is a close-up, and only then", (view) => {
  const isCloseUp = view === "close-up";
  expect(photoDetailsSchema.safeParse({ view, takenOn }).success).toBe(!isCloseUp);
  expect(photoDetailsSchema.safeParse({ view, siteId: "parting", takenOn }).success).toBe(
    isCloseUp,
  );
});

test("an area has three corners at least, and a day is one that exists", () => {
  const details = { view: "vertex", takenOn };
  const isTaken = (change: object) =>
    photoDetailsSchema.safeParse({ ...details, ...change }).success;
  const corner = [10, 20.5];
  expect(isTaken({ roiPx: [corner, corner, corner] })).toBe(true);
  expect(isTaken({ roiPx: [corner, corner] })).toBe(false);
  expect(isTaken({ roiPx: [corner, corner, [1, 2, 3]] })).toBe(false);
  expect(isTaken({ takenOn: "2026-02-30" })).toBe(false);
  expect(isTaken({ landmarksPx: [{ name: "mole", at: corner }] })).toBe(true);
});

test("an upload is announced with its size and hash", () => {
  const upload = {
    id: "00000000-0000-4000-8000-000000000001",
    bytes: 1,
    sha256: "0f".repeat(32),
    details: { view: "left", takenOn },
  };
  expect(photoUploadSchema.parse(upload)).toEqual(upload);
  expect(photoUploadSchema.safeParse({ ...upload, bytes: 0 }).success).toBe(false);
  expect(photoUploadSchema.safeParse({ ...upload, sha256: "0F".repeat(32) }).success).toBe(false);
});
