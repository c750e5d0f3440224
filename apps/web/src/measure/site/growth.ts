import type { MeasurementRecord } from "@stipple/api";
import type { Measurement } from "@stipple/protocol";
import type { AnagenShare } from "@stipple/trichometry";
import { closeUpOf } from "../closeup/kept-measurement.ts";
import { comparedCloseUp } from "./comparable.ts";
import type { MatchQuestion, MatchSide } from "./match-messages.ts";
import type { CountedPhoto, GrowthPair } from "./sites.ts";

/** The kept counts of both photos. */
export interface KeptPair {
  readonly first: MeasurementRecord;
  readonly second: MeasurementRecord;
}

/** What the worker is asked about two photos some days apart. */
export function growthQuestion(
  { first, second, days }: GrowthPair,
  kept: KeptPair,
): MatchQuestion | undefined {
  const before = sideOf(first, kept.first);
  const after = sideOf(second, kept.second);
  return before && after ? { kind: "growth", first: before, second: after, days } : undefined;
}

function sideOf(
  { photo }: CountedPhoto,
  { measurement, edits }: MeasurementRecord,
): MatchSide | undefined {
  const kept = closeUpOf(measurement);
  const frame = { width: photo.widthPx, height: photo.heightPx };
  return kept && { photoId: photo.id, visit: comparedCloseUp(kept, edits, frame).visit };
}

/** The share in the names in which it is kept, with the second photo it was told from. */
export function growthMeasurement(
  share: AnagenShare,
  { first, second, days }: GrowthPair,
  kept: KeptPair,
): Omit<Measurement, "id" | "measuredAt"> {
  const { anagenFraction, interval90, growthUmPerDay, hairs, shedOrMissed, newOrMissed } = share;
  const growing = hairs.filter(({ phase }) => phase === "anagen").length;
  const { algorithmVersion, scale, quality } = kept.first.measurement;
  return {
    photoId: first.photo.id,
    algorithmVersion,
    scale,
    quality,
    warnings: [...kept.first.measurement.warnings, ...kept.second.measurement.warnings].slice(
      0,
      40,
    ),
    result: {
      kind: "anagen-share",
      secondPhotoId: second.photo.id,
      elapsedH: 24 * days,
      totals: {
        anagenFraction: { value: anagenFraction, interval90: [...interval90] },
        ...(growthUmPerDay !== undefined && {
          growthMmPerDay: { value: Math.max(0, growthUmPerDay / 1000) },
        }),
        growing,
        resting: hairs.length - growing,
        unsure: shedOrMissed.length + newOrMissed.length,
      },
    },
  };
}
