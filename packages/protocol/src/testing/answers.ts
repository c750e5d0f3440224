import fc from "fast-check";
import {
  type Answers,
  absoluteConditions,
  norwoodStages,
  patternSigns,
  relativeConditions,
  sinclairGrades,
  therapies,
  topicalAllergies,
} from "../answers.ts";
import { addDays, type IsoDate, isoDate } from "../calendar.ts";

export const today = isoDate("2026-11-22");

export const conditionNames = [...absoluteConditions, ...relativeConditions];

type Filled<Name extends string, Value> = { readonly [Key in Name]: Value };

function fill<Name extends string, Value>(
  names: readonly Name[],
  value: Value,
): Filled<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value])) as Filled<Name, Value>;
}

/** A man of 34 with stage III vertex: every question answered, nothing that speaks against rolling. */
export const calmAnswers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["vertex"],
  signs: fill(patternSigns, "no"),
  conditions: fill(conditionNames, "no"),
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["finasteride-oral"],
  device: "none-yet",
} as const satisfies Answers;

const yesNoUnknown = fc.constantFrom("yes" as const, "no" as const, "unknown" as const);
/** Mostly "no", so that some people stay open to rolling. */
const mostlyNo = fc.oneof(
  { weight: 40, arbitrary: fc.constant("no" as const) },
  { weight: 1, arbitrary: yesNoUnknown },
);
function mostly<Calm, Any>(calm: fc.Arbitrary<Calm>, any: fc.Arbitrary<Any>) {
  return fc.oneof({ weight: 5, arbitrary: calm }, { weight: 1, arbitrary: any });
}

/** Days around every wait's end: long past, just over, last day, running, and in the future. */
const someDay: fc.Arbitrary<IsoDate> = fc.constantFrom(
  ...[-500, -366, -365, -190, -182, -181, -15, -14, -13, -8, -7, -6, -1, 0, 1, 20].map((days) =>
    addDays(today, days),
  ),
);

/** "no" to all but a few; once in a while a few are left out too. */
function block<Name extends string>(names: readonly Name[]) {
  const calm = fill(names, "no" as const);
  const few = fc.array(fc.tuple(fc.constantFrom(...names), yesNoUnknown), { maxLength: 2 });
  const leftOut = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
  const answered = few.map((changes) => ({ ...calm, ...Object.fromEntries(changes) }));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(calm) },
    { weight: 3, arbitrary: answered },
    {
      weight: 1,
      arbitrary: fc
        .tuple(answered, leftOut)
        .map(([all, out]) =>
          Object.fromEntries(Object.entries(all).filter(([name]) => !out.some((o) => o === name))),
        ),
    },
  );
}

const norwood = (stage: fc.Arbitrary<(typeof norwoodStages)[number] | "unknown">) =>
  fc.record({ scale: fc.constant("norwood-hamilton" as const), stage });
const sinclair = (stage: fc.Arbitrary<(typeof sinclairGrades)[number] | "unknown">) =>
  fc.record({ scale: fc.constant("sinclair" as const), stage });

const pattern = mostly(
  fc.oneof(norwood(fc.constantFrom("II", "III-vertex", "Va")), sinclair(fc.constantFrom("2", "3"))),
  fc.oneof(
    norwood(fc.constantFrom(...norwoodStages, "unknown")),
    sinclair(fc.constantFrom(...sinclairGrades, "unknown")),
  ),
);

const device = mostly(
  fc.constant("none-yet" as const),
  fc.record({
    kind: fc.constantFrom("roller", "roller", "pen", "stamp", "radiofrequency"),
    needleLengthUm: fc.constantFrom(200, 250, 300, 301, 500, 501, 1000, 1001, 1500, 1501),
    usedByAnotherPerson: mostlyNo,
    damaged: mostlyNo,
  }),
);

const parts = {
  setting: fc.constantFrom("home" as const, "clinic" as const),
  ageYears: fc.integer({ min: 17, max: 70 }),
  pattern,
  thinZones: fc.subarray(["frontal-hairline", "mid-scalp", "vertex"] as const, { minLength: 1 }),
  signs: block(patternSigns),
  conditions: block(conditionNames),
  dates: fc.record(
    {
      herpesHealedOn: someDay,
      hairTransplantOn: someDay,
      botulinumOrFillerOn: someDay,
      isotretinoinStoppedOn: someDay,
      sunburnHealedOn: someDay,
      retinoidStoppedOn: someDay,
    },
    { requiredKeys: [] },
  ),
  pregnancy: mostly(
    fc.constant("no" as const),
    fc.constantFrom("pregnant", "trying", "breast-feeding", "unknown"),
  ),
  phototype: mostly(fc.constantFrom("I", "II", "III"), fc.constantFrom("IV", "V", "VI", "unknown")),
  allergies: mostly(
    fc.subarray(["none" as const], { minLength: 1 }),
    fc.subarray([...topicalAllergies, "none" as const, "unknown" as const], {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  hairLength: fc.constantFrom("bald-or-shaved", "under-1-cm", "1-to-5-cm", "over-5-cm", "unknown"),
  therapies: mostly(
    fc.subarray(["minoxidil-topical", "finasteride-oral", "prp"] as const, { minLength: 1 }),
    fc.subarray([...therapies, "none" as const, "unknown" as const], {
      minLength: 1,
      maxLength: 4,
    }),
  ),
  device,
  doctorAgreed: yesNoUnknown,
} as const;

/** Answers of every kind: mostly complete, some with gaps; calm, alarming, contradicting themselves. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.oneof(
  { weight: 5, arbitrary: fc.record(parts) },
  { weight: 1, arbitrary: fc.record(parts, { requiredKeys: [] }) },
);
