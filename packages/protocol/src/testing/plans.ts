import type { Answers } from "../answers.ts";
import { addDays, type Instant, instant, isoDate, zonedInstant } from "../calendar.ts";
import type { DeviceState } from "../device-care.ts";
import type { PlanCheck, StartCheck } from "../guard.ts";
import type { Decided, DoneSession, Plan, PlannedSession, TopicalStep } from "../plan.ts";
import type { PartZoneId, Section } from "../zones.ts";

export function decided<Value>(value: Value): Decided<Value> {
  return { value, decidedBy: [] };
}

export const now: Instant = instant("2027-03-13T12:00:00Z");
export const timeZone = "Europe/Berlin";

/** A grown man, Norwood III vertex, nothing that speaks against rolling, minoxidil on the scalp. */
export const goodAnswers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["frontal-hairline", "vertex"],
  signs: {
    "sudden-onset": "no",
    "patchy-loss": "no",
    "smooth-scarred-skin": "no",
    "pain-burning-or-tenderness": "no",
    "scale-crust-or-pustules": "no",
    "eyebrow-or-body-hair-loss": "no",
    "birth-in-last-year": "no",
    "cause-unknown": "no",
  },
  conditions: {
    "scalp-infection": "no",
    "open-wound-or-sunburn": "no",
    "herpes-outbreak": "no",
    "inflamed-scalp-disease": "no",
    "suspected-scarring-alopecia": "no",
    "skin-cancer-or-keratosis": "no",
    "scalp-radiotherapy": "no",
    chemotherapy: "no",
    keloid: "no",
    "bleeding-disorder": "no",
    "metal-allergy": "no",
    "uncontrolled-diabetes": "no",
    "weak-immune-system": "no",
    "connective-tissue-disease": "no",
    "poor-wound-healing": "no",
    "blood-thinner": "no",
    "oral-isotretinoin": "no",
    "topical-retinoid-or-acid": "no",
    "topical-anti-inflammatory-gel": "no",
    "heart-disease-or-low-blood-pressure": "no",
    "hair-transplant": "no",
    "scalp-tattoo": "no",
    "botulinum-or-filler": "no",
  },
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["minoxidil-topical"],
  device: "none-yet",
  doctorAgreed: "no",
} as const satisfies Answers;

export function answersWith(changes: Answers): Answers {
  return { ...goodAnswers, ...changes };
}

export function withCondition(name: string, answer: "yes" | "no" | "unknown"): Answers {
  return answersWith({ conditions: { ...goodAnswers.conditions, [name]: answer } });
}

export const sections: readonly Section[] = [
  { id: "vertex/left-back", zone: "vertex", name: "vertex, left back", isEdge: true },
  { id: "vertex/right-back", zone: "vertex", name: "vertex, right back", isEdge: true },
  { id: "vertex/middle", zone: "vertex", name: "vertex, middle", isEdge: false },
];

const minoxidilStep: TopicalStep = {
  product: "minoxidil",
  pauseBeforeH: 12,
  waitAfterH: 24,
  says: "Minoxidil waits 24 hours.",
  decidedBy: [],
};

/** Sessions at 20:00 on the wall clock of Berlin, on these days after Sunday, 14 March 2027. */
export function sessionsOn(
  days: readonly number[],
  zones: readonly PartZoneId[] = ["vertex"],
): readonly PlannedSession[] {
  return days.map((day, index) => {
    const date = addDays(isoDate("2027-03-14"), day);
    return {
      number: index + 1,
      startsAt: zonedInstant(date, "20:00", timeZone),
      date,
      week: Math.floor(day / 7) + 1,
      phase: "start",
      zones,
    };
  });
}

/** A plan inside every limit, built by hand: 0.25 mm at home, Sundays, over the change to summer time. */
export function homePlan(changes: Partial<Plan> = {}): Plan {
  return {
    kind: "plan",
    protocolId: "article-home",
    setting: "home",
    sentence: "0.25 mm roller, Sundays, crown, 3 sections in about 10 minutes.",
    timeZone,
    zones: ["vertex"],
    sections,
    needle: { rangeUm: decided([200, 300] as const), recommendedUm: decided(250) },
    intervalH: { hard: decided(72), planned: decided(168) },
    maxPer168h: decided(2),
    stroke: {
      pattern: decided("star" as const),
      directionsDeg: [0, 45, 90, 135],
      rollsPerDirection: 3,
      rollsPerSection: decided(12),
      paceCmPerS: decided([1, 2] as const),
    },
    endpoint: decided("even-pink" as const),
    stopRules: [{ when: "pain of 4 of 10 or more", decidedBy: [] }],
    sessionMin: decided(10),
    topicalTiming: decided("wait-24h" as const),
    topicals: [minoxidilStep],
    hygiene: [{ says: "Rinse, then 70 % alcohol.", decidedBy: [] }],
    sessions: sessionsOn([0, 7, 14, 21, 28, 35]),
    reviews: [],
    studiedRange: [],
    changedWishes: [],
    rulesVersion: "2026-11-22.1",
    ...changes,
  };
}

/** The same plan with the article's window: the drug goes on at once. */
export function windowPlan(changes: Partial<Plan> = {}): Plan {
  return homePlan({
    topicalTiming: decided("article-window" as const),
    topicals: [{ ...minoxidilStep, waitAfterH: 0 }],
    ...changes,
  });
}

/** 1.5 mm weekly in a clinic, as a named trial protocol. */
export function trialPlan(changes: Partial<Plan> = {}): Plan {
  return homePlan({
    protocolId: "dhurat-2013",
    setting: "clinic",
    needle: { rangeUm: decided([1000, 1500] as const), recommendedUm: decided(1500) },
    intervalH: { hard: decided(144), planned: decided(168) },
    maxPer168h: decided(1),
    endpoint: decided("mild-redness" as const),
    ...changes,
  });
}

export const doctorOverride = {
  by: "Dr. Example",
  reason: "Follows the protocol of the trial.",
  recordedOn: isoDate("2027-03-12"),
};

/** A session of `minutes` minutes that started at this moment. */
export function doneAt(
  startedAt: string,
  { needleLengthUm = 250, zones = ["vertex"] as readonly PartZoneId[], endedAt = "" } = {},
): DoneSession {
  return {
    startedAt: instant(startedAt),
    endedAt: instant(endedAt === "" ? startedAt : endedAt),
    needleLengthUm,
    zones,
    setting: "home",
  };
}

export function goodCheck(changes: Partial<PlanCheck> = {}): PlanCheck {
  return { plan: homePlan(), answers: goodAnswers, history: [], now, ...changes };
}

export const fitDevice: DeviceState = { uses: 2, fitness: "fit", usesLeft: 13, findings: [] };

export function goodStart(changes: Partial<StartCheck> = {}): StartCheck {
  return {
    ...goodCheck(),
    device: {
      needleLengthUm: 250,
      state: fitDevice,
      kind: "roller",
      usedByAnotherPerson: "no",
    },
    holds: [],
    zones: ["vertex"],
    assessedAt: instant("2027-03-01T09:00:00Z"),
    outcome: "suitable",
    ...changes,
  };
}
