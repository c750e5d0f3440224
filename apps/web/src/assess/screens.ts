import type {
  AbsoluteCondition,
  Answers,
  Assessment,
  Finding,
  RelativeCondition,
} from "@stipple/protocol";

export type ScreenId =
  | "setting"
  | "ageYears"
  | "pattern"
  | "thinZones"
  | "signs"
  | "scalp"
  | "history"
  | "health"
  | "treatments"
  | "dates"
  | "pregnancy"
  | "phototype"
  | "allergies"
  | "hairLength"
  | "therapies"
  | "device"
  | "doctorAgreed";

type Condition = AbsoluteCondition | RelativeCondition;
export type DateKey = keyof NonNullable<Answers["dates"]>;

/** The conditions, a handful a screen. */
export const conditionGroups = {
  scalp: [
    "scalp-infection",
    "open-wound-or-sunburn",
    "herpes-outbreak",
    "inflamed-scalp-disease",
    "suspected-scarring-alopecia",
  ],
  history: [
    "skin-cancer-or-keratosis",
    "scalp-radiotherapy",
    "chemotherapy",
    "keloid",
    "bleeding-disorder",
    "metal-allergy",
  ],
  health: [
    "uncontrolled-diabetes",
    "weak-immune-system",
    "connective-tissue-disease",
    "poor-wound-healing",
    "blood-thinner",
    "heart-disease-or-low-blood-pressure",
  ],
  treatments: [
    "oral-isotretinoin",
    "topical-retinoid-or-acid",
    "topical-anti-inflammatory-gel",
    "hair-transplant",
    "scalp-tattoo",
    "botulinum-or-filler",
  ],
} as const satisfies Record<string, readonly Condition[]>;

const dateOf: Partial<Record<Condition, DateKey>> = {
  "herpes-outbreak": "herpesHealedOn",
  "hair-transplant": "hairTransplantOn",
  "botulinum-or-filler": "botulinumOrFillerOn",
  "oral-isotretinoin": "isotretinoinStoppedOn",
  "open-wound-or-sunburn": "sunburnHealedOn",
  "topical-retinoid-or-acid": "retinoidStoppedOn",
};

/** Days worth asking for: those of conditions the person said yes to. */
export function askedDates({ conditions = {} }: Answers): readonly DateKey[] {
  return Object.entries(dateOf).flatMap(([condition, key]) =>
    Object.entries(conditions).some(([name, answer]) => name === condition && answer === "yes")
      ? [key]
      : [],
  );
}

const inOrder: readonly ScreenId[] = [
  "setting",
  "ageYears",
  "pattern",
  "thinZones",
  "signs",
  "scalp",
  "history",
  "health",
  "treatments",
  "dates",
  "pregnancy",
  "phototype",
  "allergies",
  "hairLength",
  "therapies",
  "device",
  "doctorAgreed",
];

/** Screens this person comes past, in the order in which the assessment asks. */
export function screensFor(answers: Answers, assessment: Assessment): readonly ScreenId[] {
  return inOrder.filter((screen) => {
    if (screen === "dates") return askedDates(answers).length > 0;
    if (screen === "doctorAgreed") return doctorFindings(assessment).length > 0;
    return true;
  });
}

/** Findings that a doctor's agreement may change. */
export function doctorFindings({ findings }: Assessment) {
  return findings.filter(({ from }) => from.includes("doctorAgreed"));
}

/** Whether the assessment still misses an answer of this screen. */
export function isOpen(screen: ScreenId, { missing }: Assessment): boolean {
  return missing.some((path) => screensOfPath(path).includes(screen));
}

/** The screen of the answer behind a finding; the days, where the one that would end a wait is missing. */
export function screenOf(
  { from }: Pick<Finding, "from">,
  screens: readonly ScreenId[],
): ScreenId | undefined {
  const isDayKnown = from.some((path) => path.startsWith("dates."));
  const mayEnd = Object.keys(dateOf).some((condition) => from.includes(`conditions.${condition}`));
  if (mayEnd && !isDayKnown && screens.includes("dates")) return "dates";
  return screens.find((screen) => from.some((path) => screensOfPath(path).includes(screen)));
}

function screensOfPath(path: string): readonly string[] {
  const [head = "", name] = path.split(".");
  if (head !== "conditions") return [head];
  return Object.entries(conditionGroups)
    .filter(([, names]) => name === undefined || names.some((condition) => condition === name))
    .map(([group]) => group);
}
