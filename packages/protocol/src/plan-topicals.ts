import type { Answers, Therapy } from "./answers.ts";
import type { Restrictions } from "./assess.ts";
import { combination } from "./combination.ts";
import { because, type ChangedWish, changed, decided } from "./decided.ts";
import type { Plan, PlanChoices, TopicalStep } from "./plan.ts";
import { productTimings } from "./product-timing.ts";
import type { Rule } from "./rule.ts";

/** What goes on the scalp around the sessions of a plan. */
export interface TopicalDecision {
  readonly timing: Plan["topicalTiming"];
  readonly steps: readonly TopicalStep[];
  /** A drug for the scalp is in use, planned or not, or this is unknown. */
  readonly usesDrugTopical: boolean;
  /** A drug in use is wished on open channels, whether or not that was granted. */
  readonly wishesWindow: boolean;
  readonly changedWishes: readonly ChangedWish[];
}

interface TopicalInput {
  readonly answers: Answers;
  readonly restrictions: Restrictions;
  readonly choices: Pick<PlanChoices, "topicalTiming" | "readBothSides">;
}

/** How a therapy meets needled skin. Finasteride on open skin was never studied, though the article names it. */
const kinds = {
  "minoxidil-topical": "window-drug",
  "finasteride-topical": "waiting-drug",
  "dutasteride-topical": "waiting-drug",
  "minoxidil-oral": "tablet",
  "finasteride-oral": "tablet",
  "dutasteride-oral": "tablet",
  prp: "other",
  "ketoconazole-shampoo": "other",
  "cosmetic-serum": "other",
} as const satisfies Record<Therapy, "window-drug" | "waiting-drug" | "tablet" | "other">;

const isTherapy = (name: string): name is Therapy => name in kinds;
const isOnScalpDrug = (therapy: Therapy) => kinds[therapy].endsWith("-drug");
const isHairDrug = (therapy: Therapy) => kinds[therapy] !== "other";

/** Decides when each product may be used, and whether the article's window may open. */
export function decideTopicals(input: TopicalInput): TopicalDecision {
  const { answers, restrictions, choices } = input;
  const isKnown = answers.therapies !== undefined && !answers.therapies.includes("unknown");
  const inUse = therapiesInUse(answers, isKnown);
  const planned = restrictions.noHairDrugs
    ? inUse.filter((therapy) => !isHairDrug(therapy))
    : inUse;
  const hasDrug = planned.some(isOnScalpDrug) || !(isKnown || restrictions.noHairDrugs);
  const timing = decideTiming(input, { isKnown, hasDrug, planned });

  const usesDrugTopical = restrictions.usesDrugTopical || !isKnown || inUse.some(isOnScalpDrug);

  return {
    timing,
    steps: stepsOf(planned, timing.value, answers.setting),
    usesDrugTopical,
    wishesWindow: usesDrugTopical && choices.topicalTiming === "article-window",
    changedWishes: [
      ...timingChange(choices.topicalTiming, timing),
      ...drugChange(answers, restrictions),
    ],
  };
}

/** What is not known is planned for as if it were minoxidil and a serum. */
function therapiesInUse({ therapies = [], allergies }: Answers, isKnown: boolean) {
  const named = therapies.filter(isTherapy);
  if (isKnown) return named;
  const assumed: readonly Therapy[] = allergies?.includes("minoxidil")
    ? ["cosmetic-serum"]
    : ["minoxidil-topical", "cosmetic-serum"];
  return [...new Set([...named, ...assumed])];
}

function decideTiming(
  { restrictions, choices }: TopicalInput,
  {
    isKnown,
    hasDrug,
    planned,
  }: {
    readonly isKnown: boolean;
    readonly hasDrug: boolean;
    readonly planned: readonly Therapy[];
  },
): Plan["topicalTiming"] {
  if (!hasDrug) {
    return restrictions.noHairDrugs
      ? decided("none", combination.noHairDrugs)
      : decided("none", combination.nothingToTime);
  }
  if (choices.topicalTiming !== "article-window") return decided("wait-24h", combination.waitADay);

  const blockers: readonly Rule<unknown>[] = [
    ...(choices.readBothSides ? [] : [combination.readBothSides]),
    ...(restrictions.hasRelativeFlag ? [combination.windowAndHealth] : []),
    ...(restrictions.hasCardiovascularFlag ? [combination.windowAndHeart] : []),
    ...(restrictions.pigmentRisk ? [combination.windowAndSkin] : []),
    ...(isKnown ? [] : [combination.windowAndUnknown]),
    ...(planned.includes("minoxidil-oral") ? [combination.minoxidilTwice] : []),
    ...(planned.some((therapy) => kinds[therapy] === "window-drug")
      ? []
      : planned.filter(isOnScalpDrug).map((therapy) => productTimings[therapy])),
  ];
  return blockers.length === 0
    ? decided("article-window", combination.articleWindow, combination.readBothSides)
    : decided("wait-24h", ...blockers, combination.waitADay);
}

function stepsOf(
  planned: readonly Therapy[],
  timing: Plan["topicalTiming"]["value"],
  setting: Answers["setting"],
): readonly TopicalStep[] {
  const steps = planned.map((therapy): TopicalStep => {
    const rule = productTimings[therapy];
    if (timing === "article-window" && kinds[therapy] === "window-drug") {
      return {
        ...rule.policy.value,
        waitAfterH: 0,
        says: "As the article has it: within 30 to 60 minutes after rolling, as you chose. Nothing of it in the 12 hours before.",
        decidedBy: because(combination.articleWindow, combination.nothingBefore, rule),
      };
    }
    if (therapy === "prp" && setting === "clinic") {
      const { policy } = combination.prpClinic;
      return {
        product: "prp",
        pauseBeforeH: 0,
        waitAfterH: 0,
        says: policy.says,
        decidedBy: because(combination.prpClinic),
      };
    }
    return {
      ...rule.policy.value,
      says: rule.policy.says,
      decidedBy: because(rule, ...(isOnScalpDrug(therapy) ? [combination.waitADay] : [])),
    };
  });
  return steps.filter(
    ({ product }, index) => steps.findIndex((step) => step.product === product) === index,
  );
}

const timingWords = {
  "wait-24h": "your topical waits 24 hours",
  "article-window": "your topical right after rolling",
  none: "no drug for the scalp in this plan",
} as const satisfies Record<Plan["topicalTiming"]["value"], string>;

function timingChange(
  wish: PlanChoices["topicalTiming"],
  { value, decidedBy }: Plan["topicalTiming"],
): readonly ChangedWish[] {
  if (wish === undefined || wish === value) return [];
  return [{ wish: timingWords[wish], became: timingWords[value], decidedBy }];
}

function drugChange(
  { therapies = [] }: Answers,
  { noHairDrugs }: Restrictions,
): readonly ChangedWish[] {
  const hairDrugs = therapies.filter(isTherapy).filter(isHairDrug);
  if (!noHairDrugs || hairDrugs.length === 0) return [];
  const names = hairDrugs.map((therapy) => therapy.replace("-", " ")).join(", ");
  return [changed(names, "no hair drug in this plan", combination.noHairDrugs)];
}
