import { type Answers, type PatternSign, patternSigns } from "./answers.ts";
import type { Finding, Outcome } from "./assess.ts";
import { findingOf } from "./finding.ts";
import type { Rule } from "./rule.ts";

export interface PatternSignRule extends Rule<Outcome> {
  readonly sign: PatternSign;
  /** Half a sentence about the person: "your hair loss came suddenly". */
  readonly told: string;
}

interface SignText {
  readonly decides: string;
  readonly told: string;
  readonly reason: string;
}

const texts: Readonly<Record<PatternSign, SignText>> = {
  "sudden-onset": {
    decides: "Sudden hair loss",
    told: "your hair loss came suddenly",
    reason: "Pattern hair loss takes years. Sudden loss has other causes, many of them treatable.",
  },
  "patchy-loss": {
    decides: "Hair loss in patches",
    told: "you lose hair in patches",
    reason: "Round patches point to alopecia areata or a fungus, which need other treatment.",
  },
  "smooth-scarred-skin": {
    decides: "Smooth or scarred skin",
    told: "the bare skin is smooth, shiny or scarred",
    reason: "Smooth, shiny skin may mean that follicles are being lost to scars.",
  },
  "pain-burning-or-tenderness": {
    decides: "Pain or burning of the scalp",
    told: "your scalp hurts, burns or is tender",
    reason: "Pattern hair loss does not hurt; pain speaks for inflammation.",
  },
  "scale-crust-or-pustules": {
    decides: "Scale, crusts or pustules",
    told: "your scalp has scale, crusts or pustules",
    reason: "These are signs of a skin disease or infection that needles would spread.",
  },
  "eyebrow-or-body-hair-loss": {
    decides: "Loss of eyebrows or body hair",
    told: "you also lose eyebrows or body hair",
    reason: "Loss beyond the scalp points to a cause in the whole body.",
  },
  "birth-in-last-year": {
    decides: "Birth in the last year",
    told: "you gave birth within the last year",
    reason: "Hair shed after a birth mostly comes back by itself within a year.",
  },
  "cause-unknown": {
    decides: "Cause not known",
    told: "nobody knows why you lose hair",
    reason: "Rolling was studied for pattern hair loss. For other kinds it is untested.",
  },
};

/** One rule for each sign that speaks against ordinary pattern hair loss: a doctor comes first. */
export const patternSignRules: readonly PatternSignRule[] = patternSigns.map((sign) => ({
  id: `pattern-signs/${sign}`,
  sign,
  decides: texts[sign].decides,
  policy: {
    value: "see-doctor",
    says: "A doctor finds the cause first.",
    sources: ["label-minoxidil"],
  },
  verdict: "not-in-article",
  strength: "guidance",
  reason: texts[sign].reason,
  told: texts[sign].told,
  reviewedOn: "2026-11-22",
}));

/** What each sign that is there, or may be there, leads to. */
export function judgeSigns({ signs = {} }: Answers): readonly Finding[] {
  return patternSignRules.flatMap((rule) => {
    const answer = signs[rule.sign];
    if (answer === undefined || answer === "no") return [];
    const isThere = answer === "yes";
    return [
      findingOf(rule, {
        leadsTo: isThere ? rule.policy.value : "not-enough-known",
        says: `${isThere ? "You told us that" : "You are not sure whether"} ${rule.told}.`,
        nextStep: isThere
          ? "See a doctor or dermatologist first, and answer again when the cause is known."
          : "Look again, ask someone to look with you, or ask a doctor; then answer again.",
        from: [`signs.${rule.sign}`],
      }),
    ];
  });
}
