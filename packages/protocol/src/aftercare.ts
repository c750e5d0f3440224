import { z } from "zod";
import type { Instant } from "./calendar.ts";
import type { Reason } from "./rule.ts";
import { instantSchema } from "./session-record.ts";

/** Symptoms graded 0 none, 1 mild, 2 moderate, 3 severe (local scale for home, evidence.md 4.4). */
export const gradedSymptoms = [
  "redness",
  "swelling",
  "pain",
  "itch",
  "flaking",
  "shedding",
] as const;
export type GradedSymptom = (typeof gradedSymptoms)[number];

/** Signs answered yes or no; each belongs to an urgency. */
export const signs = [
  "chest-pain-or-fainting",
  "trouble-breathing-or-face-swelling",
  "widespread-hives",
  "confusion-with-fever",
  "suicidal-thoughts",
  "spreading-redness-or-warmth",
  "pus",
  "fever-38",
  "red-streaks",
  "tender-neck-nodes-with-fever",
  "pain-rising-after-24h",
  "palpitations-or-dizziness",
  "sudden-weight-gain-or-swollen-hands",
  "blisters",
  "needlestick-or-shared-roller",
  "redness-over-72h",
  "firm-bumps-over-2-weeks",
  "line-or-grid-marks",
  "colour-change",
  "raised-growing-scar",
  "scaly-itchy-rash",
  "shedding-over-8-weeks",
  "new-bald-patches",
  "low-mood-or-sexual-symptoms",
] as const;
export type Sign = (typeof signs)[number];

export const checkInSchema = z
  .strictObject({
    id: z.uuid(),
    at: instantSchema,
    sessionId: z.uuid().optional(),
    slot: z.enum(["24h", "72h", "7d", "any"]),
    graded: z.partialRecord(z.enum(gradedSymptoms), z.int().min(0).max(3)),
    signs: z.array(z.enum(signs)).max(signs.length),
    note: z.string().max(2000).optional(),
  })
  .meta({ id: "CheckIn", description: "How the scalp and the person are after a session" });
export type CheckIn = z.infer<typeof checkInSchema>;

export type Urgency = "self-care" | "watch" | "doctor-in-1-2-weeks" | "doctor-today" | "emergency";

export interface Triage {
  readonly urgency: Urgency;
  /** One sentence first, what to do now. */
  readonly says: string;
  readonly advice: readonly { readonly says: string; readonly decidedBy: readonly Reason[] }[];
  /** Red flag: no session until a person says a doctor cleared it. */
  readonly holdsPlan: boolean;
}

export interface AvoidItem {
  readonly id: string;
  readonly says: string;
  readonly until: Instant;
  readonly decidedBy: readonly Reason[];
}

export interface AftercareClock {
  /** Still to be avoided at `now`, soonest end first. */
  readonly avoidNow: readonly AvoidItem[];
  /** Things that become possible again, in order. */
  readonly later: readonly AvoidItem[];
  readonly checkIns: readonly {
    readonly slot: "24h" | "72h" | "7d";
    readonly dueAt: Instant;
    readonly done: boolean;
  }[];
  /** The drug topical, when the plan has one. */
  readonly topical?: {
    readonly notBefore: Instant;
    readonly isDue: boolean;
    readonly says: string;
    readonly decidedBy: readonly Reason[];
  };
  /** "inflammation" 0–3 d, "proliferation" 3–21 d, "remodelling" 21 d – 12 months. */
  readonly phase?: {
    readonly id: "inflammation" | "proliferation" | "remodelling";
    readonly says: string;
    readonly until: Instant;
  };
}
