import { instant, isoDate, type PhotoDetails, photoDetailsSchema } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { PhotoRow } from "../../ui/contract.ts";
import { markedViewOf, newerView, withMark, withWords, wordsOf } from "./place.ts";

function photo(id: string, details: PhotoDetails, state: PhotoRow["state"] = "ready"): PhotoRow {
  return {
    id,
    addedAt: instant("2026-06-01T10:00:00Z"),
    bytes: 1,
    sha256: "0".repeat(64),
    widthPx: 100,
    heightPx: 100,
    details,
    state,
  };
}

const crown = (day: string): PhotoDetails => ({ view: "vertex", takenOn: isoDate(day) });
const longest = "x".repeat(60);

test("a mark is kept with its photo beside other places, passes the border, and is moved by a second one", () => {
  const whorl = { name: "whorl", at: [5, 5] as [number, number] };
  const details = { ...crown("2026-05-12"), landmarksPx: [whorl] };
  const once = withMark(details, longest, { x: 10.26, y: 20 });
  const twice = photoDetailsSchema.parse(withMark(once, longest, { x: 30, y: 40 }));
  expect(twice.landmarksPx).toHaveLength(2);
  expect(twice.landmarksPx?.[0]).toEqual(whorl);
  expect(markedViewOf(longest, [photo("a", twice)])?.at).toEqual({ x: 30, y: 40 });
  expect(markedViewOf("whorl", [photo("a", twice)])).toBeUndefined();
});

test("the newest marked view that can be shown counts, and a newer unmarked one of the same view is known", () => {
  const marked = (day: string) => withMark(crown(day), "mole", { x: 1, y: 2 });
  const photos = [
    photo("new", crown("2026-08-01")),
    photo("other view", { view: "left", takenOn: isoDate("2026-07-15") }),
    photo("damaged", marked("2026-07-01"), "damaged"),
    photo("b", marked("2026-06-01")),
    photo("a", marked("2026-05-01")),
  ];
  const view = markedViewOf("mole", photos);
  expect(view?.photo.id).toBe("b");
  expect(view && newerView(view, photos)?.id).toBe("new");
  expect(view && newerView(view, photos.slice(1))).toBeUndefined();
});

test("the newest words describe the place, and blank ones take them away", () => {
  const closeUp = (day: string, note?: string): PhotoRow =>
    photo(day, {
      view: "close-up",
      siteId: "mole",
      takenOn: isoDate(day),
      ...(note !== undefined && { note }),
    });
  const rows = [
    closeUp("2026-07-01"),
    closeUp("2026-06-01", "3 cm left"),
    closeUp("2026-05-01", "old"),
  ];
  expect(wordsOf(rows)).toBe("3 cm left");
  expect(withWords(closeUp("2026-06-01", "3 cm left").details, "  ")).not.toHaveProperty("note");
  expect(withWords(closeUp("2026-06-01").details, " 4 cm left ").note).toBe("4 cm left");
});
