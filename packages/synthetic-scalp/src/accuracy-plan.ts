import type { AccuracyCell } from "./accuracy-closeup.ts";
import { hairColourNames, skinTones } from "./colours.ts";

/** Levels by size of a pixel, dark hair on all skin tones in turn: the table that the goals are set for. */
export const levelCells: readonly AccuracyCell[] = (["L0", "L1", "L2", "L3"] as const).flatMap(
  (level) =>
    [3, 5, 8].map((umPerPx) => ({ level, umPerPx, hairColour: "dark" as const, tones: skinTones })),
);

/** Long hair lying across itself, of which no count may be given. */
export const refusalCells: readonly AccuracyCell[] = [
  { level: "L4", umPerPx: 5, hairColour: "dark", tones: skinTones },
];

/** Each skin tone with dark and with light hair, on the usual photo of a clinic. */
export const toneCells: readonly AccuracyCell[] = hairColourNames.flatMap((hairColour) =>
  skinTones.map((tone) => ({ level: "L2" as const, umPerPx: 5, hairColour, tones: [tone] })),
);

/** What issue 4 and the specification ask for; counts at 3–5 µm per pixel. */
export const accuracyGoals = {
  countErrorFraction: { L0: 0.02, L1: 0.05, L2: 0.08, L3: 0.12 },
  precision: 0.8,
  recall: 0.8,
  terminalWidthErrorUm: 3,
  vellusWidthErrorUm: 4,
  refusedFractionL4: 0.98,
  intervalCoverage: [0.85, 0.95],
} as const;
