import {
  type Answers,
  absoluteConditions,
  assess,
  instant,
  isoDate,
  type Plan,
  type PlanChoices,
  patternSigns,
  planTreatment,
  relativeConditions,
} from "../index.ts";

const no = "no" as const;

/** A man of 34 with stage III vertex and minoxidil, nothing that speaks against rolling. */
const calmAnswers: Answers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["vertex"],
  signs: Object.fromEntries(patternSigns.map((name) => [name, no])),
  conditions: Object.fromEntries(
    [...absoluteConditions, ...relativeConditions].map((name) => [name, no]),
  ),
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["minoxidil-topical"],
  device: "none-yet",
};

/** The plan such a person gets, with these wishes. */
export function calmPlan(
  setting: "home" | "clinic",
  wishes: Pick<PlanChoices, "zones" | "sessionsPerWeek">,
): Plan {
  const given = { ...calmAnswers, setting };
  const result = planTreatment({
    answers: given,
    assessment: assess(given, isoDate("2026-11-22")),
    choices: {
      protocolId: setting === "home" ? "article-home" : "article-clinic",
      firstOn: isoDate("2026-11-29"),
      timeOfDay: "20:00",
      timeZone: "Europe/Berlin",
      ...wishes,
    },
    history: [],
    now: instant("2026-11-22T10:00:00Z"),
  });
  if (result.kind !== "plan") throw new Error(result.says);
  return result;
}
