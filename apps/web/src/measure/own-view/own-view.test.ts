import { type Instant, isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import { onWeeks, stageChanges } from "./own-view.ts";

const chosen = (id: string, at: string, stage?: "III-vertex" | "IV") => ({
  id,
  createdAt: at as Instant,
  ...(stage && { pattern: { scale: "norwood-hamilton", stage } as const }),
});

test("only a change of the stage is told, on the day of the person's calendar", () => {
  const newestFirst = [
    chosen("d", "2026-11-01T10:00:00Z", "IV"),
    chosen("c", "2026-08-01T22:30:00Z", "IV"),
    chosen("b", "2026-06-01T10:00:00Z"),
    chosen("a", "2026-05-01T10:00:00Z", "III-vertex"),
  ];
  expect(stageChanges(newestFirst, "Europe/Berlin")).toEqual([
    { id: "a", on: "2026-05-01", name: "Stage III vertex" },
    { id: "c", on: "2026-08-02", name: "Stage IV" },
  ]);
});

test("weeks are counted from the first thing that was said", () => {
  const rating = { id: "r", on: isoDate("2026-05-15"), rating: 1 };
  const stage = { id: "a", on: "2026-05-01", name: "Stage IV" };
  expect(onWeeks([rating], [stage])).toEqual({
    ratings: [{ week: 2, rating: 1 }],
    stages: [{ week: 0, name: "Stage IV" }],
  });
});
