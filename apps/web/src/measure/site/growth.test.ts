import type { MeasurementRecord } from "@stipple/api";
import { instant, isoDate, measurementSchema } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { PhotoRow } from "../../ui/contract.ts";
import { growthMeasurement } from "./growth.ts";

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

function countedOn(last: number, day: string) {
  const photo: PhotoRow = {
    id: id(last),
    addedAt: instant("2026-06-01T10:00:00Z"),
    bytes: 1,
    sha256: "0".repeat(64),
    widthPx: 100,
    heightPx: 100,
    details: { view: "close-up", siteId: "crown", takenOn: isoDate(day) },
    state: "ready",
  };
  return { photo, measurementId: id(last) };
}

function record(last: number, warning: string): MeasurementRecord {
  return {
    subject: { view: "close-up", siteId: "crown", takenOn: isoDate("2026-06-12") },
    measurement: {
      id: id(last),
      photoId: id(last),
      measuredAt: instant("2026-06-12T10:00:00Z"),
      algorithmVersion: "closeup-1",
      scale: { source: "typed", umPerPx: 4, umPerPxSd: 0.1 },
      quality: { isFit: true, numbers: {} },
      warnings: [{ code: warning, says: `It is ${warning}.` }],
      result: { kind: "close-up", totals: { count: { value: 3 } }, hairs: [] },
    },
    edits: [],
  };
}

test("a share is kept with both photos, what stands against either, and passes the API's border", () => {
  const share = {
    kind: "measured",
    anagenFraction: 2 / 3,
    interval90: [0.3, 0.9],
    growthUmPerDay: 342,
    hairs: [
      { first: 0, second: 1, growthUm: 1000, phase: "anagen" },
      { first: 1, second: 0, growthUm: 1050, phase: "anagen" },
      { first: 2, second: 2, growthUm: 10, phase: "telogen" },
    ],
    shedOrMissed: [3],
    newOrMissed: [3, 4],
  } as const;
  const pair = { first: countedOn(1, "2026-06-12"), second: countedOn(2, "2026-06-15"), days: 3 };
  const kept = { first: record(1, "glare"), second: record(2, "light-hair") };
  const measurement = measurementSchema.parse({
    ...growthMeasurement(share, pair, kept),
    id: id(3),
    measuredAt: "2026-06-15T10:00:00Z",
  });
  expect(measurement.warnings.map(({ code }) => code)).toEqual(["glare", "light-hair"]);
  expect(measurement).toMatchObject({
    photoId: id(1),
    result: {
      secondPhotoId: id(2),
      elapsedH: 72,
      totals: { growing: 2, resting: 1, unsure: 3, growthMmPerDay: { value: 0.342 } },
    },
  });
});
