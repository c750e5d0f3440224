import { instant, isoDate, type PhotoDetails } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { PhotoRow } from "../ui/contract.ts";
import { globalViews, isGlobalView, photosOf, sitesOf } from "./views.ts";

function row(id: string, details: Omit<PhotoDetails, "takenOn">): PhotoRow {
  return {
    id,
    addedAt: instant("2026-05-12T10:00:00Z"),
    details: { ...details, takenOn: isoDate("2026-05-12") },
    bytes: 1,
    sha256: "ab",
    widthPx: 1,
    heightPx: 1,
    state: "ready",
  };
}

const photos = [
  row("4", { view: "close-up", siteId: "crown" }),
  row("3", { view: "vertex" }),
  row("2", { view: "close-up", siteId: "temple" }),
  row("1", { view: "close-up", siteId: "crown" }),
];

test("the five views of the head leave the close-ups out", () => {
  expect(globalViews).toEqual(["front-hairline", "mid-part", "vertex", "left", "right"]);
  expect([isGlobalView("vertex"), isGlobalView("close-up"), isGlobalView("nowhere")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(photosOf(photos, "vertex").map(({ id }) => id)).toEqual(["3"]);
});

test("close-ups stand under their sites, newest first", () => {
  expect(sitesOf(photos).map(({ siteId, photos: of }) => [siteId, of.map(({ id }) => id)])).toEqual(
    [
      ["crown", ["4", "1"]],
      ["temple", ["2"]],
    ],
  );
});
