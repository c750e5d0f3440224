import type { HairLength } from "./answers.ts";
import { localDate } from "./calendar.ts";
import type { Limit, PlanCheck } from "./guard.ts";
import { hasSkinTypeFlag, relativeFlags } from "./guard-person.ts";
import { longestUm, topicalLimits, usesDrugOnSkin } from "./guard-topical.ts";
import type { Plan, ProtocolId } from "./plan.ts";

/** Lengths in whole micrometres. */
export const homeMaxUm = 500;
const cautiousHomeMaxUm = 300;
const clinicMaxUm = 1000;
const trialMaxUm = 1500;

const rollsRange = [10, 15] as const;
const fanHalfWidthDeg = 60;

const mayGoAboveClinicMax = {
  "article-home": false,
  "article-clinic": false,
  "dhurat-2013": true,
  "faghihi-2021": true,
} as const satisfies Record<ProtocolId, boolean>;

const isShortHair = {
  "bald-or-shaved": true,
  "under-1-cm": true,
  "1-to-5-cm": false,
  "over-5-cm": false,
  unknown: false,
} as const satisfies Record<HairLength, boolean>;

const mm = (lengthUm: number) => `${lengthUm / 1000} mm`;

/** The angle against the hair as −180 … 180. */
function turnDeg(deg: number): number {
  return ((((deg + 180) % 360) + 360) % 360) - 180;
}

/** A doctor with a name gave a reason, on a day that has come. */
function isOverrideRecorded({ choices, plan, now }: PlanCheck): boolean {
  const { by = "", reason = "", recordedOn } = choices?.doctorOverride ?? {};
  return (
    by.trim() !== "" &&
    reason.trim() !== "" &&
    recordedOn !== undefined &&
    recordedOn <= localDate(now, plan.timeZone)
  );
}

function areDirectionsWrong({ stroke }: Plan): boolean {
  const turns = stroke.directionsDeg.map(turnDeg);
  return (
    turns.length < 1 ||
    turns.length > 4 ||
    new Set(turns).size < turns.length ||
    turns.some((turn) => !Number.isFinite(turn)) ||
    (stroke.pattern.value === "fan" && turns.some((turn) => Math.abs(turn) > fanHalfWidthDeg))
  );
}

const needleLimits: readonly Limit<PlanCheck>[] = [
  {
    code: "guard.needle_range",
    isBroken: ({ plan: { needle } }) =>
      needle.rangeUm.value[0] > needle.recommendedUm.value ||
      needle.recommendedUm.value > needle.rangeUm.value[1],
    says: ({ plan: { needle } }) =>
      `The recommended ${mm(needle.recommendedUm.value)} lies outside the plan's own range ${needle.rangeUm.value.map(mm).join(" to ")}.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.needle_above_home_cap",
    isBroken: ({ plan }) => plan.setting !== "clinic" && longestUm(plan) > homeMaxUm,
    says: ({ plan }) => `${mm(longestUm(plan))} at home; the limit at home is ${mm(homeMaxUm)}.`,
    nextStep: `Use a roller of at most ${mm(homeMaxUm)}.`,
  },
  {
    code: "guard.needle_with_drug_topical",
    isBroken: ({ plan, answers }) =>
      plan.setting !== "clinic" &&
      longestUm(plan) > cautiousHomeMaxUm &&
      usesDrugOnSkin(answers, plan),
    says: ({ plan }) =>
      `${mm(longestUm(plan))} at home with a drug for the scalp in use or not ruled out; the limit then is ${mm(cautiousHomeMaxUm)}.`,
    nextStep: `Use a roller of at most ${mm(cautiousHomeMaxUm)}.`,
  },
  {
    code: "guard.needle_with_relative_flag",
    isBroken: ({ plan, answers }) =>
      plan.setting !== "clinic" &&
      longestUm(plan) > cautiousHomeMaxUm &&
      relativeFlags(answers).length > 0,
    says: ({ plan, answers }) =>
      `${mm(longestUm(plan))} at home with ${relativeFlags(answers).join(", ")}; the limit then is ${mm(cautiousHomeMaxUm)}.`,
    nextStep: `Use a roller of at most ${mm(cautiousHomeMaxUm)}.`,
  },
  {
    code: "guard.needle_with_skin_type",
    isBroken: ({ plan, answers }) =>
      plan.setting !== "clinic" && longestUm(plan) > cautiousHomeMaxUm && hasSkinTypeFlag(answers),
    says: ({ plan, answers }) =>
      `${mm(longestUm(plan))} at home with skin type "${answers.phototype ?? "not answered"}"; the limit then is ${mm(cautiousHomeMaxUm)}.`,
    nextStep: `Use a roller of at most ${mm(cautiousHomeMaxUm)}.`,
  },
  {
    code: "guard.needle_above_hard_cap",
    isBroken: ({ plan }) => longestUm(plan) > trialMaxUm,
    says: ({ plan }) => `${mm(longestUm(plan))}; nothing above ${mm(trialMaxUm)} is ever planned.`,
    nextStep: `Use a device of at most ${mm(trialMaxUm)}.`,
  },
  {
    code: "guard.needle_above_clinic_cap",
    isBroken: ({ plan }) =>
      longestUm(plan) > clinicMaxUm &&
      !(plan.setting === "clinic" && mayGoAboveClinicMax[plan.protocolId]),
    says: ({ plan }) =>
      `${mm(longestUm(plan))} in the protocol ${plan.protocolId}; above ${mm(clinicMaxUm)} only a named trial protocol in a clinic goes.`,
    nextStep: `Use a device of at most ${mm(clinicMaxUm)}, or choose a trial protocol.`,
  },
  {
    code: "guard.override_missing",
    isBroken: (check) => longestUm(check.plan) > clinicMaxUm && !isOverrideRecorded(check),
    says: ({ plan }) =>
      `${mm(longestUm(plan))} without a doctor's recorded override; above ${mm(clinicMaxUm)} it is needed.`,
    nextStep: "Have the doctor record name, reason and day.",
  },
  {
    code: "guard.protocol_not_for_home",
    isBroken: ({ plan }) => plan.setting !== "clinic" && plan.protocolId !== "article-home",
    says: ({ plan }) =>
      `The protocol ${plan.protocolId} is for clinics; at home only article-home is open.`,
    nextStep: "Choose the home protocol.",
  },
];

const strokeLimits: readonly Limit<PlanCheck>[] = [
  {
    code: "guard.rolls_per_section",
    isBroken: ({ plan: { stroke } }) =>
      stroke.rollsPerSection.value < rollsRange[0] || stroke.rollsPerSection.value > rollsRange[1],
    says: ({ plan: { stroke } }) =>
      `${stroke.rollsPerSection.value} rolls per section; ${rollsRange.join(" to ")} are allowed.`,
    nextStep: "Choose 12 rolls per section.",
  },
  {
    code: "guard.rolls_do_not_add_up",
    isBroken: ({ plan: { stroke } }) =>
      stroke.directionsDeg.length * stroke.rollsPerDirection !== stroke.rollsPerSection.value,
    says: ({ plan: { stroke } }) =>
      `${stroke.directionsDeg.length} directions of ${stroke.rollsPerDirection} rolls are not the ${stroke.rollsPerSection.value} rolls the plan names.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.directions",
    isBroken: ({ plan }) => areDirectionsWrong(plan),
    says: ({ plan: { stroke } }) =>
      `Directions ${stroke.directionsDeg.join("°, ")}°; 1 to 4 different ones are allowed, in a fan at most ${fanHalfWidthDeg}° from the hair.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.star_in_long_hair",
    isBroken: ({ plan: { stroke }, answers }) =>
      stroke.pattern.value === "star" && !isShortHair[answers.hairLength ?? "unknown"],
    says: ({ answers }) =>
      `A star with hair length "${answers.hairLength ?? "not answered"}"; above about 1 cm only a fan along the hair is allowed.`,
    nextStep: "Answer how long your hair is, or roll in a fan.",
  },
  {
    code: "guard.blood_at_home",
    isBroken: ({ plan }) =>
      plan.setting !== "clinic" && plan.endpoint.value === "pinpoint-bleeding-allowed",
    says: () => "The plan goes on to pinpoint bleeding; at home any bead of blood ends a section.",
    nextStep: "Stop at an even pink.",
  },
  {
    code: "guard.sections",
    isBroken: ({ plan: { sections, zones } }) =>
      sections.length === 0 ||
      new Set(sections.map(({ id }) => id)).size < sections.length ||
      sections.some(({ zone }) => !zones.includes(zone)),
    says: ({ plan: { sections, zones } }) =>
      `${sections.length} sections for ${zones.join(", ")}; each lies in a zone of the plan and comes once.`,
    nextStep: "Choose the zones again.",
  },
  {
    code: "guard.no_stop_rules",
    isBroken: ({ plan }) => plan.stopRules.length === 0,
    says: () => "The plan has 0 stop rules; at least 1 must say when to stop.",
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.no_hygiene",
    isBroken: ({ plan }) => plan.hygiene.length === 0,
    says: () => "The plan has 0 cleaning steps; the device is washed and disinfected each time.",
    nextStep: "Make the plan again; report this if it comes back.",
  },
];

/** Needle, strokes and products, from the table of decided limits. */
export const treatmentLimits: readonly Limit<PlanCheck>[] = [
  ...needleLimits,
  ...strokeLimits,
  ...topicalLimits,
];
