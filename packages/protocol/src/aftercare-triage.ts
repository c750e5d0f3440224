import {
  type CheckIn,
  type GradedSymptom,
  gradedSymptoms,
  type Sign,
  signs,
  type Triage,
  type Urgency,
} from "./aftercare.ts";
import { courseRule } from "./aftercare-rules.ts";
import { signRule } from "./aftercare-signs.ts";
import { because } from "./decided.ts";
import type { Rule } from "./rule.ts";

type Report = Pick<CheckIn, "graded" | "signs" | "slot"> & {
  /** Hours since the session ended, where they are known. */
  readonly elapsedH?: number;
};

interface Answer {
  readonly urgency: Urgency;
  readonly says: string;
  readonly rule: Rule<unknown>;
}

const urgencies = [
  "self-care",
  "watch",
  "doctor-in-1-2-weeks",
  "doctor-today",
  "emergency",
] as const;

const headline = {
  "self-care": "Nothing here asks for more than the usual aftercare.",
  watch: "Keep an eye on this and check in again tomorrow.",
  "doctor-in-1-2-weeks":
    "Stop rolling, take a photo in good light, and see a doctor within one to two weeks.",
  "doctor-today": "See a doctor today, and do not roll until a doctor has cleared it.",
  emergency:
    "Call emergency services now (112 in Europe, 911 in North America), and put nothing more on your scalp.",
} as const satisfies Record<Urgency, string>;

/** How urgent the reported symptoms are, and what to do. The most urgent one decides. */
export function triage(report: Report): Triage {
  const answers = [
    ...signs.filter((sign) => report.signs.includes(sign)).map((sign) => signTable[sign]),
    ...gradedSymptoms.flatMap((symptom) => gradeAnswer(symptom, report)),
  ].toSorted((a, b) => rankOf(b) - rankOf(a));
  const urgency = answers[0]?.urgency ?? "self-care";

  return {
    urgency,
    says: headline[urgency],
    advice: answers.map(({ says, rule }) => ({ says, decidedBy: because(rule) })),
    holdsPlan: urgency !== "self-care" && urgency !== "watch",
  };
}

function rankOf({ urgency }: Answer): number {
  return urgencies.indexOf(urgency);
}

const emergency = (says: string, rule: Rule<unknown>): Answer => ({
  urgency: "emergency",
  says,
  rule,
});
const today = (says: string, rule: Rule<unknown>): Answer => ({
  urgency: "doctor-today",
  says,
  rule,
});
const soon = (says: string, rule: Rule<unknown>): Answer => ({
  urgency: "doctor-in-1-2-weeks",
  says,
  rule,
});

/** Every sign and what it asks for. */
const signTable = {
  "chest-pain-or-fainting": emergency(
    "Chest pain or fainting: call emergency services, sit or lie down, do not drive.",
    signRule.lifeThreat,
  ),
  "trouble-breathing-or-face-swelling": emergency(
    "Trouble breathing or a swelling face: call emergency services; use an adrenaline pen if you have one.",
    signRule.lifeThreat,
  ),
  "widespread-hives": emergency(
    "Hives over large parts of your body: call emergency services and wash the product off.",
    signRule.lifeThreat,
  ),
  "confusion-with-fever": emergency(
    "Confusion with fever: call emergency services; do not stay alone.",
    signRule.sepsis,
  ),
  "suicidal-thoughts": emergency(
    "You matter, and you need not be alone with this: call emergency services or a crisis line now, and tell somebody near you.",
    signRule.crisis,
  ),
  "spreading-redness-or-warmth": today(
    "Redness or warmth that spreads: draw its edge with a pen and show it to a doctor today.",
    signRule.infection,
  ),
  pus: today("Pus: do not press it; show it to a doctor today.", signRule.infection),
  "fever-38": today("Fever of 38 °C or more: see a doctor today.", signRule.infection),
  "red-streaks": today("Red streaks: see a doctor today.", signRule.infection),
  "tender-neck-nodes-with-fever": today(
    "Tender nodes at the neck with fever: see a doctor today.",
    signRule.infection,
  ),
  "pain-rising-after-24h": today(
    "Pain that grows after the first day: see a doctor today.",
    signRule.infection,
  ),
  "palpitations-or-dizziness": today(
    "A racing heart or dizziness: wash minoxidil off, take no more, see a doctor today. If you faint or your chest hurts, call emergency services.",
    signRule.minoxidilInBlood,
  ),
  "sudden-weight-gain-or-swollen-hands": today(
    "Sudden weight gain or swollen hands or feet: take no more minoxidil and see a doctor today.",
    signRule.minoxidilInBlood,
  ),
  blisters: today("Small blisters: do not open them; see a doctor today.", signRule.herpes),
  "needlestick-or-shared-roller": today(
    "A prick by somebody else's needles: wash with soap and go to urgent care today, at the latest within 72 hours.",
    signRule.bloodExposure,
  ),
  "redness-over-72h": soon("Redness for more than 72 hours.", signRule.lastingRedness),
  "firm-bumps-over-2-weeks": soon("Firm bumps for more than 2 weeks.", signRule.granuloma),
  "line-or-grid-marks": soon("Marks in lines or a grid.", signRule.scar),
  "colour-change": soon("A change of colour: keep it out of the sun.", signRule.scar),
  "raised-growing-scar": soon("A scar that is raised and grows.", signRule.scar),
  "scaly-itchy-rash": soon(
    "A scaly, itchy rash: leave the product off until a doctor has seen it.",
    signRule.contactAllergy,
  ),
  "shedding-over-8-weeks": soon("More shedding for over 8 weeks.", signRule.shedding),
  "new-bald-patches": soon("New bald patches.", signRule.newPatches),
  "low-mood-or-sexual-symptoms": soon(
    "Low mood or sexual symptoms: tell your prescriber; if dark thoughts come, call emergency services or a crisis line.",
    signRule.finasterideMood,
  ),
} as const satisfies Record<Sign, Answer>;

type Grades = readonly [mild: Urgency, moderate: Urgency, severe: Urgency];

/** Urgency by grade: early, and from 72 hours on or at an unknown time, when it should be gone. */
const gradeTable = {
  redness: {
    early: ["self-care", "self-care", "watch"],
    late: ["watch", "doctor-in-1-2-weeks", "doctor-in-1-2-weeks"],
    says: "Redness: it should fade within 72 hours.",
    rule: signRule.lastingRedness,
  },
  swelling: {
    early: ["self-care", "watch", "doctor-today"],
    late: ["watch", "doctor-in-1-2-weeks", "doctor-today"],
    says: "Swelling: keep your head up, cool beside the spot, press nothing.",
    rule: signRule.severeReaction,
  },
  pain: {
    early: ["self-care", "watch", "doctor-today"],
    late: ["watch", "doctor-in-1-2-weeks", "doctor-today"],
    says: "Pain: paracetamol as its leaflet says, no gel on the scalp.",
    rule: signRule.severeReaction,
  },
  itch: {
    early: ["self-care", "watch", "doctor-in-1-2-weeks"],
    late: ["self-care", "watch", "doctor-in-1-2-weeks"],
    says: "Itch: common on days 2 to 5. Do not scratch.",
    rule: signRule.contactAllergy,
  },
  flaking: {
    early: ["self-care", "self-care", "watch"],
    late: ["self-care", "self-care", "watch"],
    says: "Flakes: common on days 2 to 5. Let them fall by themselves.",
    rule: courseRule.course,
  },
  shedding: {
    early: ["self-care", "watch", "doctor-in-1-2-weeks"],
    late: ["self-care", "watch", "doctor-in-1-2-weeks"],
    says: "Shedding: extra hairs in the first weeks can belong to the start. Count what falls in one wash.",
    rule: signRule.shedding,
  },
} as const satisfies Record<
  GradedSymptom,
  {
    readonly early: Grades;
    readonly late: Grades;
    readonly says: string;
    readonly rule: Rule<unknown>;
  }
>;

const lateFromH = courseRule.checkIns.policy.value.afterH["72h"];

/** What the hours say, and never earlier than the check-in claims; an unknown time counts as late. */
function isLate({ slot, elapsedH }: Report): boolean {
  if (slot === "72h" || slot === "7d") return true;
  return elapsedH === undefined ? slot === "any" : elapsedH >= lateFromH;
}

function gradeAnswer(symptom: GradedSymptom, report: Report): readonly Answer[] {
  const { early, late, says, rule } = gradeTable[symptom];
  const byGrade: Grades = isLate(report) ? late : early;
  const urgency = byGrade[(report.graded[symptom] ?? 0) - 1];
  return urgency === undefined ? [] : [{ urgency, says, rule }];
}
