import type { MeasurementRow } from "@stipple/api";
import { instant, isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { PhotoRow } from "../../ui/contract.ts";
import { countedOf, growthPairOf, siteOf } from "./sites.ts";

function photo(id: string, takenOn: string, change: Partial<PhotoRow> = {}): PhotoRow {
  return {
    id,
    addedAt: instant("2026-06-01T10:00:00Z"),
    bytes: 1,
    sha256: "0".repeat(64),
    widthPx: 100,
    heightPx: 100,
    details: { view: "close-up", siteId: "crown", takenOn: isoDate(takenOn) },
    state: "ready",
    ...change,
  };
}

function count(photoId: string, id = `m-${photoId}`): MeasurementRow {
  return {
    view: "close-up",
    siteId: "crown",
    takenOn: isoDate("2026-05-12"),
    measurement: {
      id,
      photoId,
      measuredAt: instant("2026-06-01T10:00:00Z"),
      algorithmVersion: "closeup-1",
      scale: { source: "none" },
      quality: { isFit: true, numbers: {} },
      warnings: [],
      result: { kind: "close-up", totals: { count: { value: 40 } } },
    },
    editCount: 0,
  };
}

test("only close-ups that are counted and can be shown are compared, oldest first, by their newest count", () => {
  const photos = [
    photo("c", "2026-08-10"),
    photo("uncounted", "2026-07-10"),
    photo("damaged", "2026-06-10", { state: "damaged" }),
    photo("a", "2026-05-12"),
  ];
  const rows = [count("a"), count("damaged"), count("c"), count("a", "m-a-again")];
  expect(countedOf("crown", photos, rows).map((one) => [one.photo.id, one.measurementId])).toEqual([
    ["a", "m-a-again"],
    ["c", "m-c"],
  ]);
  expect(countedOf("temple", photos, rows)).toEqual([]);
});

test("a place is named by any of its photos, and by a count whose photo is gone", () => {
  const photos = [photo("a", "2026-05-12"), photo("view", "2026-05-12")].map((one) =>
    one.id === "view"
      ? { ...one, details: { view: "vertex" as const, takenOn: one.details.takenOn } }
      : one,
  );
  expect(siteOf("a", photos, [])).toBe("crown");
  expect(siteOf("gone", photos, [count("gone")])).toBe("crown");
  expect(siteOf("view", photos, [])).toBeUndefined();
  expect(siteOf("never", photos, [])).toBeUndefined();
});

const counted = (...days: readonly string[]) =>
  days.map((day) => ({ photo: photo(day, day), measurementId: day }));

test("growth is told from the newest two that are two to seven days apart", () => {
  const pair = growthPairOf(
    counted("2026-05-01", "2026-05-04", "2026-06-01", "2026-06-02", "2026-06-05", "2026-08-01"),
  );
  expect([pair?.first.photo.id, pair?.second.photo.id, pair?.days]).toEqual([
    "2026-06-02",
    "2026-06-05",
    3,
  ]);
});

test.each([
  [["2026-05-01"]],
  [["2026-05-01", "2026-05-02"]],
  [["2026-05-01", "2026-05-09"]],
  [["2026-05-01", "2026-05-01"]],
])("close-ups of %o tell no growth", (days) => {
  expect(growthPairOf(counted(...days))).toBeUndefined();
});
