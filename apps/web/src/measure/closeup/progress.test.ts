import type { MeasurementRow } from "@stipple/api";
import { instant, isoDate, type Review } from "@stipple/protocol";
import { expect, test } from "vitest";
import { sitesOf, verdictOf } from "./progress.ts";

interface Change {
  readonly siteId?: string;
  readonly photoId?: string;
  readonly low?: number;
  readonly warning?: string;
  readonly corrected?: number;
}

function row(takenOn: string, density: number, change: Change = {}): MeasurementRow {
  const { siteId = "crown", photoId = `${takenOn} ${density}`, warning, corrected } = change;
  const reach = density - (change.low ?? 0.95 * density);
  const totals = (value: number) => ({
    count: { value: 40 },
    areaCm2: 0.3,
    densityPerCm2: {
      total: { value, interval90: [value - reach, value + reach] as [number, number] },
      terminal: { value },
      intermediate: { value: 0 },
      vellus: { value: 0 },
    },
  });
  return {
    view: "close-up",
    siteId,
    takenOn: isoDate(takenOn),
    measurement: {
      id: `m ${photoId}`,
      photoId,
      measuredAt: instant("2026-06-01T10:00:00Z"),
      algorithmVersion: "closeup-1",
      scale: { source: "typed", umPerPx: 4, umPerPxSd: 0.08 },
      quality: { isFit: !warning, numbers: {} },
      warnings: warning ? [{ code: warning, says: `It is ${warning}.` }] : [],
      result: { kind: "close-up", totals: totals(density) },
    },
    editCount: corrected === undefined ? 0 : 3,
    ...(corrected !== undefined && { corrected: { editCount: 3, totals: totals(corrected) } }),
  };
}

/** A treatment from 12 May on. */
const reviews: readonly Review[] = (
  [
    [4, "2026-06-09"],
    [12, "2026-08-04"],
    [16, "2026-09-01"],
  ] as const
).map(([week, on]) => ({ week, on: isoDate(on), says: "", decidedBy: [] }));

function judged(...rows: MeasurementRow[]) {
  const [site] = sitesOf(rows);
  if (!site) throw new Error("no site");
  return verdictOf(site, reviews);
}

test("corrected totals count, photos of one day are averaged, and sites stay apart", () => {
  const sites = sitesOf([
    row("2026-08-04", 150),
    row("2026-05-10", 140, { photoId: "a" }),
    row("2026-05-10", 150, { photoId: "b", corrected: 160 }),
    row("2026-05-10", 90, { siteId: "temple" }),
  ]);
  expect(sites.map(({ siteId }) => siteId)).toEqual(["crown", "temple"]);
  expect(sites[0]?.visits).toMatchObject([
    { on: "2026-05-10", densityPerCm2: 150, photos: 2 },
    { on: "2026-08-04", densityPerCm2: 150, photos: 1 },
  ]);
});

test("a photo that was counted twice says what it said last", () => {
  const [site] = sitesOf([
    row("2026-05-10", 140, { photoId: "a" }),
    row("2026-05-10", 120, { photoId: "a" }),
  ]);
  expect(site?.visits).toMatchObject([{ densityPerCm2: 120, photos: 1 }]);
});

test("a small change at week 12 is no detectable change, a large one is said", () => {
  expect(judged(row("2026-05-10", 142), row("2026-08-06", 149))).toMatchObject({
    kind: "compared",
    week: 12,
    comparison: { answer: "no-detectable-change", change: 7 },
  });
  expect(judged(row("2026-05-10", 142), row("2026-08-06", 190))).toMatchObject({
    comparison: { answer: "better" },
  });
  expect(judged(row("2026-05-10", 142), row("2026-08-06", 90))).toMatchObject({
    comparison: { answer: "worse" },
  });
});

test("a wide range of its own makes the smallest visible change larger", () => {
  const wide = judged(row("2026-05-10", 142, { low: 80 }), row("2026-08-06", 190, { low: 120 }));
  expect(wide).toMatchObject({ comparison: { answer: "no-detectable-change" } });
});

test("between reviews nothing is judged, week 4 is for a photo only", () => {
  expect(judged(row("2026-05-10", 142), row("2026-06-09", 200))).toMatchObject({
    kind: "too-early",
    next: { week: 12 },
  });
  expect(judged(row("2026-05-10", 142), row("2026-07-01", 200))).toMatchObject({
    kind: "too-early",
  });
});

test("a verdict stays until the next review, and starts from the last count before the treatment", () => {
  const verdict = judged(
    row("2026-03-01", 120),
    row("2026-05-10", 142),
    row("2026-08-06", 149),
    row("2026-08-20", 230),
  );
  expect(verdict).toMatchObject({
    kind: "compared",
    first: { on: "2026-05-10" },
    second: { on: "2026-08-06" },
  });
});

test("photos with a doubt, and counts put right on one side only, are not compared", () => {
  expect(
    judged(row("2026-05-10", 142, { warning: "blurred" }), row("2026-08-06", 200)),
  ).toMatchObject({ comparison: { answer: "not-comparable" } });
  expect(
    judged(row("2026-05-10", 142, { warning: "vellus-unseen" }), row("2026-08-06", 200)),
  ).toMatchObject({ comparison: { answer: "better" } });
  expect(judged(row("2026-05-10", 142), row("2026-08-06", 150, { corrected: 200 }))).toMatchObject({
    comparison: { answer: "not-comparable" },
  });
});

test("without a plan, and with one count alone, nothing is judged", () => {
  const [site] = sitesOf([row("2026-05-10", 142), row("2026-08-06", 200)]);
  if (!site) throw new Error("no site");
  expect(verdictOf(site, undefined)).toEqual({ kind: "no-plan" });
  expect(judged(row("2026-05-10", 142))).toEqual({ kind: "one-visit" });
});
