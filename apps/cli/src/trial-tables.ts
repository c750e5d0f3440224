import type { TrialChunk, TrialDesign, TrialResult } from "@stipple/simulation";
import { csvOf } from "./csv.ts";

/** One row for each arm and week: the change of the count from the start, and the arm less the first. */
export function resultsCsv({ arms }: TrialResult): string {
  const names = [
    "arm",
    "week",
    "n",
    "mean_change_hairs_per_cm2",
    "sd_hairs_per_cm2",
    "se_hairs_per_cm2",
    "low95_hairs_per_cm2",
    "high95_hairs_per_cm2",
    "less_first_arm_hairs_per_cm2",
    "less_first_arm_se_hairs_per_cm2",
    "less_first_arm_low95_hairs_per_cm2",
    "less_first_arm_high95_hairs_per_cm2",
    "less_first_arm_same_patients_se_hairs_per_cm2",
  ];
  const rows = arms.flatMap(({ name, weeks }) =>
    weeks.map(({ week, change, lessFirst }) => [
      name,
      week,
      change.n,
      change.mean,
      change.sd,
      change.se,
      ...(change.interval95 ?? [undefined, undefined]),
      lessFirst?.mean,
      lessFirst?.se,
      ...(lessFirst?.interval95 ?? [undefined, undefined]),
      lessFirst?.samePatientsSe,
    ]),
  );
  return csvOf(names, rows);
}

/** One row for each patient and arm. The same number is the same person in every arm. */
export function patientsCsv({ arms }: TrialDesign, chunks: readonly TrialChunk[]): string {
  const names = [
    "arm",
    "patient",
    "start_hairs_per_cm2",
    "adherence_fraction",
    "last_week",
    "last_change_hairs_per_cm2",
  ];
  const inOrder = chunks.toSorted((a, b) => a.chunk - b.chunk);
  const rows = arms.flatMap(({ name }, arm) =>
    inOrder.flatMap((chunk) =>
      (chunk.arms[arm]?.patients ?? []).map((row) => [
        name,
        row.patient + 1,
        row.startPerCm2,
        row.adherenceFraction,
        row.lastWeek,
        row.lastChangePerCm2,
      ]),
    ),
  );
  return csvOf(names, rows);
}
