import type {
  AbsoluteCondition,
  Answers,
  NorwoodStage,
  PatternSign,
  RelativeCondition,
  SinclairGrade,
} from "./answers.ts";
import {
  addDays,
  addMonths,
  type Instant,
  type IsoDate,
  isTimeZone,
  localDate,
} from "./calendar.ts";
import type { Limit, PlanCheck } from "./guard.ts";
import { isMoment } from "./guard-shape.ts";
import type { Plan } from "./plan.ts";

/** The guard's own list, held complete by the compiler. Every one of them must be answered "no". */
const absolute = {
  "scalp-infection": "an infection of the scalp",
  "open-wound-or-sunburn": "an open wound or sunburn",
  "herpes-outbreak": "a herpes outbreak",
  "inflamed-scalp-disease": "an inflamed scalp disease",
  "suspected-scarring-alopecia": "suspected scarring hair loss",
  "skin-cancer-or-keratosis": "skin cancer or keratosis",
  "scalp-radiotherapy": "radiotherapy of the scalp",
  chemotherapy: "chemotherapy",
  keloid: "keloid scars",
  "bleeding-disorder": "a bleeding disorder",
  "metal-allergy": "an allergy to the metal of the needles",
} as const satisfies Record<AbsoluteCondition, string>;

const patternSigns = {
  "sudden-onset": "sudden hair loss",
  "patchy-loss": "hair loss in patches",
  "smooth-scarred-skin": "smooth or scarred skin",
  "pain-burning-or-tenderness": "pain, burning or tenderness",
  "scale-crust-or-pustules": "scale, crust or pustules",
  "eyebrow-or-body-hair-loss": "loss of eyebrows or body hair",
  "birth-in-last-year": "a birth in the last year",
  "cause-unknown": "a cause nobody knows",
} as const satisfies Record<PatternSign, string>;

const relative = {
  "uncontrolled-diabetes": "uncontrolled diabetes",
  "weak-immune-system": "a weak immune system",
  "connective-tissue-disease": "a disease of connective tissue",
  "poor-wound-healing": "wounds that heal badly",
  "blood-thinner": "a blood thinner",
  "oral-isotretinoin": "isotretinoin by mouth",
  "topical-retinoid-or-acid": "a retinoid or acid on the scalp",
  "topical-anti-inflammatory-gel": "an anti-inflammatory gel on the scalp",
  "heart-disease-or-low-blood-pressure": "heart disease or low blood pressure",
  "hair-transplant": "a hair transplant",
  "scalp-tattoo": "a scalp tattoo",
  "botulinum-or-filler": "botulinum or filler",
} as const satisfies Record<RelativeCondition, string>;

const openStages = {
  I: false,
  II: true,
  IIa: true,
  III: true,
  IIIa: true,
  "III-vertex": true,
  IV: true,
  IVa: true,
  V: true,
  Va: true,
  VI: false,
  VII: false,
} as const satisfies Record<NorwoodStage, boolean>;

const openGrades = {
  "1": false,
  "2": true,
  "3": true,
  "4": false,
  "5": false,
} as const satisfies Record<SinclairGrade, boolean>;

const adultYears = 18;

/** Plain names of the absolute conditions that are not answered "no". */
function absoluteFlags({ conditions = {} }: Answers): readonly string[] {
  return notRuledOut(absolute, conditions);
}

function signFlags({ signs = {} }: Answers): readonly string[] {
  return notRuledOut(patternSigns, signs);
}

/** Plain names of everything that asks for a doctor first: conditions not answered "no", and pregnancy. */
export function relativeFlags(answers: Answers): readonly string[] {
  const flags = notRuledOut(relative, answers.conditions ?? {});
  const pregnancy = pregnancyOf(answers);
  return pregnancy === "no" || pregnancy === "trying"
    ? flags
    : [...flags, pregnancy === "unknown" ? "an open question about pregnancy" : pregnancy];
}

function notRuledOut(
  names: Readonly<Record<string, string>>,
  answered: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(names)
    .filter(([key]) => answered[key] !== "no")
    .map(([, name]) => name);
}

/** Everyone is asked, whichever pictures they chose; unasked counts as unknown. */
function pregnancyOf({ pregnancy = "unknown" }: Answers): NonNullable<Answers["pregnancy"]> {
  return pregnancy;
}

export function mayUseHairDrugs(answers: Answers): boolean {
  return pregnancyOf(answers) === "no";
}

export function hasCardiovascularFlag({ conditions }: Answers): boolean {
  return conditions?.["heart-disease-or-low-blood-pressure"] !== "no";
}

/** Skin that may keep marks: types IV to VI, not known, or not asked. */
export function hasSkinTypeFlag({ phototype }: Answers): boolean {
  return phototype !== "I" && phototype !== "II" && phototype !== "III";
}

function isStageOpen({ pattern }: Answers): boolean {
  if (pattern === undefined || pattern.stage === "unknown") return false;
  return pattern.scale === "sinclair" ? openGrades[pattern.stage] : openStages[pattern.stage];
}

/** Conditions that end by themselves: how long after which day. Without the day they stay closed. */
const waits: readonly {
  readonly condition: RelativeCondition;
  readonly from?: keyof NonNullable<Answers["dates"]>;
  readonly lastDay: (from: IsoDate) => IsoDate;
}[] = [
  { condition: "topical-anti-inflammatory-gel", lastDay: (from) => from },
  {
    condition: "topical-retinoid-or-acid",
    from: "retinoidStoppedOn",
    lastDay: (from) => addDays(from, 7),
  },
  {
    condition: "botulinum-or-filler",
    from: "botulinumOrFillerOn",
    lastDay: (from) => addDays(from, 14),
  },
  {
    condition: "hair-transplant",
    from: "hairTransplantOn",
    lastDay: (from) => addMonths(from, 12),
  },
];

/** Plain names of the waits that are not over at `now`, whatever a doctor said. */
function openWaits({ answers, plan, now }: PlanCheck): readonly string[] {
  const today = dayOf(plan, now);
  return waits
    .filter(({ condition, from, lastDay }) => {
      if (answers.conditions?.[condition] === "no") return false;
      const day = from && answers.dates?.[from];
      return day === undefined || today === undefined || day > today || today <= lastDay(day);
    })
    .map(({ condition }) => relative[condition]);
}

/** The day on the person's wall; none when clock or zone cannot be read, which leaves every wait open. */
function dayOf({ timeZone }: Plan, now: Instant): IsoDate | undefined {
  return isMoment(now) && isTimeZone(timeZone) ? localDate(now, timeZone) : undefined;
}

function takesIsotretinoin({ answers, plan, now }: PlanCheck): boolean {
  const stoppedOn = answers.dates?.isotretinoinStoppedOn;
  const today = dayOf(plan, now);
  const isOver = stoppedOn !== undefined && today !== undefined && stoppedOn <= today;
  return answers.conditions?.["oral-isotretinoin"] !== "no" && !isOver;
}

export const personLimits: readonly Limit<PlanCheck>[] = [
  {
    code: "guard.pregnancy",
    isBroken: ({ answers }) => !["no", "trying"].includes(pregnancyOf(answers)),
    says: ({ answers }) =>
      `Pregnancy is answered "${pregnancyOf(answers)}"; rolling is not open while it is not ruled out.`,
    nextStep: "Put rolling off, and ask your doctor about your hair.",
  },
  {
    code: "guard.wait_not_over",
    isBroken: (check) => openWaits(check).length > 0,
    says: (check) => `A wait is not over: ${openWaits(check).join(", ")}.`,
    nextStep: "Wait until the day your assessment names, then answer again.",
  },
  {
    code: "guard.isotretinoin_at_home",
    isBroken: (check) => check.plan.setting !== "clinic" && takesIsotretinoin(check),
    says: () => "Isotretinoin by mouth is in use or not ruled out; at home rolling is closed.",
    nextStep: "Ask your doctor; rolling may open once it was stopped.",
  },
  {
    code: "guard.age",
    isBroken: ({ answers }) => !((answers.ageYears ?? Number.NaN) >= adultYears),
    says: ({ answers }) =>
      `Age is ${answers.ageYears ?? "not answered"}; rolling starts at ${adultYears}.`,
    nextStep: "Talk to a doctor about your hair loss.",
  },
  {
    code: "guard.absolute_condition",
    isBroken: ({ answers }) => absoluteFlags(answers).length > 0,
    says: ({ answers }) => `Not ruled out: ${absoluteFlags(answers).join(", ")}. None may be open.`,
    nextStep: "Answer these questions, or see a doctor before rolling.",
  },
  {
    code: "guard.pattern_sign",
    isBroken: ({ answers }) => signFlags(answers).length > 0,
    says: ({ answers }) => `Not ruled out: ${signFlags(answers).join(", ")}. None may be open.`,
    nextStep: "See a doctor first: this may not be pattern hair loss.",
  },
  {
    code: "guard.stage",
    isBroken: ({ answers }) => !isStageOpen(answers),
    says: ({ answers: { pattern } }) =>
      `Stage ${pattern?.stage ?? "not answered"} lies outside Norwood–Hamilton II to V and Sinclair 2 to 3.`,
    nextStep: "Pick your stage from the pictures, or ask a dermatologist what fits it.",
  },
  {
    code: "guard.setting",
    isBroken: ({ answers, plan }) => answers.setting !== plan.setting,
    says: ({ answers, plan }) =>
      `The plan is for the setting "${plan.setting}"; the answers say "${answers.setting ?? "not answered"}".`,
    nextStep: "Make a new plan for the place where you roll.",
  },
  {
    code: "guard.relative_flag_without_doctor",
    isBroken: ({ answers, plan }) =>
      plan.setting !== "clinic" &&
      relativeFlags(answers).length > 0 &&
      answers.doctorAgreed !== "yes",
    says: ({ answers }) =>
      `Not ruled out: ${relativeFlags(answers).join(", ")}. At home this needs a doctor's agreement first.`,
    nextStep: "Ask a doctor whether rolling is right for you, then record the answer.",
  },
];
