import type { Answers } from "./answers.ts";
import type { Limit, PlanCheck } from "./guard.ts";
import {
  hasCardiovascularFlag,
  hasSkinTypeFlag,
  mayUseHairDrugs,
  relativeFlags,
} from "./guard-person.ts";
import type { Plan, TopicalStep } from "./plan.ts";

const articleWindowMaxUm = 300;
const drugWaitH = 24;
const drugPauseH = 12;

const isDrugOnSkin = {
  minoxidil: true,
  "finasteride-topical": true,
  "dutasteride-topical": true,
  prp: false,
  "ketoconazole-shampoo": false,
  "cosmetic-serum": false,
  "finasteride-oral": false,
  "minoxidil-oral": false,
} as const satisfies Record<TopicalStep["product"], boolean>;

const isHairDrug = {
  ...isDrugOnSkin,
  "finasteride-oral": true,
  "minoxidil-oral": true,
} as const satisfies Record<TopicalStep["product"], boolean>;

const productOfTherapy = [
  ["minoxidil-topical", "minoxidil"],
  ["finasteride-topical", "finasteride-topical"],
  ["dutasteride-topical", "dutasteride-topical"],
] as const;

/** Solutions of minoxidil hold both; they would meet open channels. */
const solvents = ["propylene-glycol", "alcohol"] as const;

/** Never studied on needled skin, by nobody: they wait whatever was chosen. */
const neverAtOnce: readonly TopicalStep["product"][] = [
  "finasteride-topical",
  "dutasteride-topical",
];

const drugSteps = ({ topicals }: Plan) => topicals.filter(({ product }) => isDrugOnSkin[product]);
const isWindow = ({ topicalTiming }: Plan) => topicalTiming.value === "article-window";

/** The longest needle the plan lets anybody use. */
export const longestUm = ({ needle }: Plan) =>
  Math.max(needle.rangeUm.value[1], needle.recommendedUm.value);

export function usesDrugOnSkin({ therapies }: Answers, plan: Plan): boolean {
  if (therapies === undefined || therapies.includes("unknown")) return true;
  const inUse = productOfTherapy.some(([therapy]) => therapies.includes(therapy));
  return inUse || drugSteps(plan).length > 0;
}

/** An allergy that is not asked, not known, or to what a solution of minoxidil may hold. */
function isAllergyOpen({ allergies = ["unknown"], therapies }: Answers): boolean {
  return (
    allergies.includes("unknown") ||
    (therapies?.includes("minoxidil-topical") === true &&
      solvents.some((solvent) => allergies.includes(solvent)))
  );
}

/** Drugs in use that the plan says nothing about, although it may. */
function forgottenDrugs({ answers, plan }: PlanCheck): readonly string[] {
  if (!mayUseHairDrugs(answers)) return [];
  const planned = new Set<string>(plan.topicals.map(({ product }) => product));
  return productOfTherapy
    .filter(([therapy, product]) => answers.therapies?.includes(therapy) && !planned.has(product))
    .map(([, product]) => product);
}

/** What may lie on the scalp before and after rolling, and when. */
export const topicalLimits: readonly Limit<PlanCheck>[] = [
  {
    code: "guard.window_needle",
    isBroken: ({ plan }) => isWindow(plan) && longestUm(plan) > articleWindowMaxUm,
    says: ({ plan }) =>
      `A drug at once after ${longestUm(plan) / 1000} mm; the limit for this is ${articleWindowMaxUm / 1000} mm.`,
    nextStep: "Wait 24 hours with the drug, or use a shorter roller.",
  },
  {
    code: "guard.window_relative_flag",
    isBroken: ({ plan, answers }) => isWindow(plan) && relativeFlags(answers).length > 0,
    says: ({ answers }) =>
      `A drug at once with ${relativeFlags(answers).join(", ")}; it must wait.`,
    nextStep: "Wait 24 hours with the drug.",
  },
  {
    code: "guard.window_heart",
    isBroken: ({ plan, answers }) => isWindow(plan) && hasCardiovascularFlag(answers),
    says: () =>
      "A drug at once, with heart disease or low blood pressure not ruled out; more of it would reach the blood.",
    nextStep: "Wait 24 hours with the drug and ask a doctor.",
  },
  {
    code: "guard.window_skin_type",
    isBroken: ({ plan, answers }) => isWindow(plan) && hasSkinTypeFlag(answers),
    says: ({ answers }) =>
      `A drug at once with skin type "${answers.phototype ?? "not answered"}"; only types I to III may.`,
    nextStep: "Wait 24 hours with the drug.",
  },
  {
    code: "guard.window_therapies_unknown",
    isBroken: ({ plan, answers: { therapies } }) =>
      isWindow(plan) && (therapies === undefined || therapies.includes("unknown")),
    says: () => "A drug at once, but nobody knows which; every product must be known first.",
    nextStep: "Say which products you use on your scalp.",
  },
  {
    code: "guard.window_allergy",
    isBroken: ({ plan, answers }) => isWindow(plan) && isAllergyOpen(answers),
    says: () =>
      "A drug at once, with an allergy to it or its solution not ruled out; on open skin it would be stronger.",
    nextStep: "Wait 24 hours with the drug, and find out what you are allergic to.",
  },
  {
    code: "guard.window_minoxidil_twice",
    isBroken: ({ plan, answers: { therapies } }) =>
      isWindow(plan) && therapies?.includes("minoxidil-oral") === true,
    says: () => "A drug at once, beside minoxidil tablets; both add up in the blood.",
    nextStep: "Wait 24 hours with the drug and ask a doctor.",
  },
  {
    code: "guard.window_not_confirmed",
    isBroken: ({ plan, choices }) => isWindow(plan) && choices?.readBothSides !== true,
    says: () => "A drug at once, without a confirmation that both sides of this choice were read.",
    nextStep: "Read both sides of the topical choice and confirm it.",
  },
  {
    code: "guard.drug_too_soon",
    isBroken: ({ plan }) =>
      !isWindow(plan) && drugSteps(plan).some(({ waitAfterH }) => waitAfterH < drugWaitH),
    says: ({ plan }) =>
      `A drug ${Math.min(...drugSteps(plan).map(({ waitAfterH }) => waitAfterH))} hours after rolling; ${drugWaitH} hours are the least.`,
    nextStep: "Wait 24 hours with the drug, and until the skin is calm.",
  },
  {
    code: "guard.drug_never_at_once",
    isBroken: ({ plan }) =>
      plan.topicals.some(
        ({ product, waitAfterH }) => neverAtOnce.includes(product) && waitAfterH < drugWaitH,
      ),
    says: () =>
      `Finasteride or dutasteride on open channels; each waits at least ${drugWaitH} hours.`,
    nextStep: "Wait 24 hours with it.",
  },
  {
    code: "guard.medicated_before",
    isBroken: ({ plan }) =>
      drugSteps(plan).some(({ pauseBeforeH }) => pauseBeforeH < drugPauseH) ||
      plan.topicals.some((step) => step.product === "cosmetic-serum" && !(step.pauseBeforeH > 0)),
    says: () =>
      `A product stays on the scalp before rolling; a drug is paused at least ${drugPauseH} hours before, a serum is washed off.`,
    nextStep: "Roll on a bare, clean scalp.",
  },
  {
    code: "guard.serum_too_soon",
    isBroken: ({ plan }) =>
      plan.topicals.some(
        (step) => step.product === "cosmetic-serum" && step.waitAfterH < drugWaitH,
      ),
    says: () => `A cosmetic serum on open channels; it waits at least ${drugWaitH} hours.`,
    nextStep: "Wait 24 hours with the serum.",
  },
  {
    code: "guard.prp_at_home",
    isBroken: ({ plan }) =>
      plan.setting !== "clinic" &&
      plan.topicals.some((step) => step.product === "prp" && step.waitAfterH < drugWaitH),
    says: () => "Platelet-rich plasma in a session at home; it belongs in a clinic.",
    nextStep: "Have platelet-rich plasma done in a clinic, on another day.",
  },
  {
    code: "guard.drug_forgotten",
    isBroken: (check) => forgottenDrugs(check).length > 0,
    says: (check) =>
      `In use, but without a waiting time in the plan: ${forgottenDrugs(check).join(", ")}.`,
    nextStep: "Make the plan again with all products you use.",
  },
  {
    code: "guard.drug_without_timing",
    isBroken: ({ plan }) => drugSteps(plan).length > 0 && plan.topicalTiming.value === "none",
    says: () => 'The plan holds a drug for the scalp, but its timing is "none".',
    nextStep: "Choose when the drug may go on.",
  },
  {
    code: "guard.hair_drug_and_pregnancy",
    isBroken: ({ plan, answers }) =>
      !mayUseHairDrugs(answers) && plan.topicals.some(({ product }) => isHairDrug[product]),
    says: ({ answers }) =>
      `A drug for hair loss with pregnancy "${answers.pregnancy ?? "not answered"}"; none may be planned.`,
    nextStep: "Talk to a doctor before you use any drug for hair loss.",
  },
  {
    code: "guard.minoxidil_allergy",
    isBroken: ({ plan, answers }) =>
      answers.allergies?.includes("minoxidil") === true &&
      plan.topicals.some(({ product }) => product === "minoxidil"),
    says: () => "Minoxidil in the plan of a person who is allergic to it.",
    nextStep: "Leave minoxidil out and tell your doctor.",
  },
];
