import { z } from "zod";
import type { Answers, Setting } from "./answers.ts";
import { isoDateSchema, needleLengthUmSchema } from "./answers.ts";
import type { Assessment } from "./assess.ts";
import type { Instant, IsoDate } from "./calendar.ts";
import { isTimeZone } from "./calendar.ts";
import { guardPlan } from "./guard.ts";
import { draftPlan } from "./plan-draft.ts";
import type { RangeUm, Reason } from "./rule.ts";
import { type PartZoneId, type Section, zoneIds } from "./zones.ts";

export const protocolIds = [
  "article-home",
  "article-clinic",
  "dhurat-2013",
  "faghihi-2021",
] as const;
export type ProtocolId = (typeof protocolIds)[number];

/** What the person wishes. A wish for less is always kept; a wish for more than allowed becomes the allowed maximum, with the reason. */
export const planChoicesSchema = z
  .strictObject({
    protocolId: z.enum(protocolIds),
    zones: z.array(z.enum(zoneIds)).min(1).max(zoneIds.length),
    firstOn: isoDateSchema,
    /** Preferred start on the wall clock. */
    timeOfDay: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 20:00"),
    timeZone: z.string().refine(isTimeZone, "an IANA time zone such as Europe/Berlin"),
    needleLengthUm: needleLengthUmSchema.optional(),
    sessionsPerWeek: z.union([z.literal(1), z.literal(2)]).optional(),
    rollsPerSection: z.int().min(1).max(60).optional(),
    topicalTiming: z.enum(["wait-24h", "article-window"]).optional(),
    /** The person opened and confirmed both sides of the topical choice. Without it the article's window stays closed. */
    readBothSides: z.boolean().optional(),
    /** A doctor's recorded override, needed by the trial protocols above 1.0 mm. */
    doctorOverride: z
      .strictObject({
        by: z.string().min(1).max(200),
        reason: z.string().min(1).max(2000),
        recordedOn: isoDateSchema,
      })
      .optional(),
  })
  .meta({ id: "PlanChoices", description: "What the person wishes of a plan" });
export type PlanChoices = z.infer<typeof planChoicesSchema>;

/** A number on the Plan screen that can be tapped: the value, and every rule that decided it. */
export interface Decided<Value> {
  readonly value: Value;
  readonly decidedBy: readonly Reason[];
}

export interface PlannedSession {
  /** 1-based. */
  readonly number: number;
  readonly startsAt: Instant;
  readonly date: IsoDate;
  /** Week of the treatment, 1-based. */
  readonly week: number;
  readonly phase: string;
  readonly zones: readonly PartZoneId[];
}

/** What the person may put on the scalp around one session. */
export interface TopicalStep {
  readonly product:
    | "minoxidil"
    | "finasteride-topical"
    | "dutasteride-topical"
    | "prp"
    | "ketoconazole-shampoo"
    | "cosmetic-serum"
    | "finasteride-oral"
    | "minoxidil-oral";
  /** Hours before the session start from which it is paused; 0: no pause. */
  readonly pauseBeforeH: number;
  /** Hours after the session end before it may be used; 0: no wait (or, for PRP, in the session). */
  readonly waitAfterH: number;
  readonly says: string;
  readonly decidedBy: readonly Reason[];
}

export interface Review {
  readonly week: 4 | 12 | 16 | 24 | 52;
  readonly on: IsoDate;
  readonly says: string;
  readonly decidedBy: readonly Reason[];
}

/** How far the plan is from what was studied. "unknown" is never shown as inside. */
export interface StudiedRange {
  readonly aspect: "depth" | "interval" | "setting";
  readonly inside: boolean | "unknown";
  readonly says: string;
  readonly decidedBy: readonly Reason[];
}

export interface Plan {
  readonly kind: "plan";
  readonly protocolId: ProtocolId;
  readonly setting: Setting;
  /** "0.25 mm roller, Sundays, hairline and crown, 12 sections in about 18 minutes. Minoxidil waits 24 hours." */
  readonly sentence: string;
  readonly timeZone: string;
  readonly zones: readonly PartZoneId[];
  /** In rolling order: the edge first. */
  readonly sections: readonly Section[];
  readonly needle: { readonly rangeUm: Decided<RangeUm>; readonly recommendedUm: Decided<number> };
  /** Shortest gap from session end to next start, hours: hard limit and planned. */
  readonly intervalH: { readonly hard: Decided<number>; readonly planned: Decided<number> };
  readonly maxPer168h: Decided<number>;
  readonly stroke: {
    readonly pattern: Decided<"star" | "fan">;
    /** Degrees against the way the hair lies; 0 is along it. */
    readonly directionsDeg: readonly number[];
    readonly rollsPerDirection: number;
    readonly rollsPerSection: Decided<number>;
    readonly paceCmPerS: Decided<readonly [min: number, max: number]>;
  };
  readonly endpoint: Decided<"even-pink" | "mild-redness" | "pinpoint-bleeding-allowed">;
  readonly stopRules: readonly { readonly when: string; readonly decidedBy: readonly Reason[] }[];
  readonly sessionMin: Decided<number>;
  readonly topicalTiming: Decided<"none" | "wait-24h" | "article-window">;
  readonly topicals: readonly TopicalStep[];
  readonly hygiene: readonly { readonly says: string; readonly decidedBy: readonly Reason[] }[];
  readonly sessions: readonly PlannedSession[];
  readonly reviews: readonly Review[];
  readonly studiedRange: readonly StudiedRange[];
  /** Every wish that was changed, with the rule that did it (M5). Empty when the wish was kept whole. */
  readonly changedWishes: readonly {
    readonly wish: string;
    readonly became: string;
    readonly decidedBy: readonly Reason[];
  }[];
  readonly rulesVersion: string;
}

export interface PlanRefusal {
  readonly kind: "refused";
  /** "assessment": the person may not roll; "conflict": rules rule each other out; "protocol": this protocol is not open here. */
  readonly because: "assessment" | "conflict" | "protocol" | "guard";
  readonly says: string;
  readonly nextStep: string;
  readonly decidedBy: readonly Reason[];
}

export interface PlanInput {
  readonly answers: Answers;
  readonly assessment: Assessment;
  readonly choices: PlanChoices;
  /** Sessions really done, any order; they are facts and push planned dates later. */
  readonly history: readonly DoneSession[];
  readonly now: Instant;
}

/** What planning and scheduling need to know of a session that happened. */
export interface DoneSession {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly needleLengthUm: number;
  readonly zones: readonly PartZoneId[];
  readonly setting: Setting;
}

/** The plan for this assessment and these wishes, already checked by the guard; or the refusal, with the next step. */
export function planTreatment(input: PlanInput): Plan | PlanRefusal {
  const plan = draftPlan(input);
  if (plan.kind === "refused") return plan;

  const { answers, history, now, choices } = input;
  const [finding, ...others] = guardPlan({ plan, answers, history, now, choices });
  if (finding === undefined) return plan;
  return {
    kind: "refused",
    because: "guard",
    says: [finding, ...others].map(({ says }) => says).join(" "),
    nextStep: finding.nextStep,
    decidedBy: [],
  };
}
