import { because, type ChangedWish, changed, decided } from "./decided.ts";
import { shortNeedleMaxUm } from "./frequency.ts";
import {
  adviseNeedleLength,
  maxUmOf,
  type NeedleContext,
  type NeedleLengthRule,
  needleChoice,
} from "./needle-length.ts";
import { showMm } from "./needle-length-text.ts";
import type { Plan } from "./plan.ts";
import type { ProtocolDocument } from "./protocol-document.ts";
import type { Rule } from "./rule.ts";

export type NeedleDecision =
  | {
      readonly kind: "needle";
      readonly needle: Plan["needle"];
      readonly changedWishes: readonly ChangedWish[];
    }
  /** No length of the programme is open; `decidedBy` names the rules that do not meet. */
  | { readonly kind: "conflict"; readonly decidedBy: readonly Rule<unknown>[] };

/** Chooses the length of a plan: the wish up to the allowed maximum, else the cautious start of the range. */
export function decideNeedle(
  protocol: ProtocolDocument,
  context: NeedleContext,
  wishUm: number | undefined,
): NeedleDecision {
  const limits = adviseNeedleLength(context).decidedBy;
  const maxUm = Math.min(maxUmOf(limits), protocol.needle.rangeUm[1]);
  const isOpen = protocol.needle.rangeUm[0] <= maxUm;
  if (!isOpen && !(wishUm !== undefined && wishUm <= maxUm)) {
    return { kind: "conflict", decidedBy: rulesThatDoNotMeet(limits, maxUm, protocol) };
  }

  const ceilingUm = isOpen ? longestUpTo(maxUm, protocol) : maxUm;
  const floorUm = Math.min(protocol.needle.rangeUm[0], ceilingUm);
  const start = startLength(protocol, context, { floorUm, ceilingUm });
  const recommendedUm =
    wishUm === undefined ? start.lengthUm : keepWish(wishUm, { floorUm, ceilingUm, protocol });
  const rangeMaxUm =
    recommendedUm <= shortNeedleMaxUm ? Math.min(ceilingUm, shortNeedleMaxUm) : ceilingUm;

  const narrowed = rangeMaxUm < ceilingUm ? [needleChoice.fitsInterval] : [];
  const less = recommendedUm < floorUm ? [needleChoice.lessIsKept] : [];
  return {
    kind: "needle",
    needle: {
      rangeUm: {
        value: [Math.min(floorUm, recommendedUm), rangeMaxUm],
        decidedBy: because(...limits, ...narrowed, ...less),
      },
      recommendedUm:
        wishUm === undefined
          ? decided(recommendedUm, start.rule)
          : decided(recommendedUm, ...limits, ...less),
    },
    changedWishes: wishChange(wishUm, recommendedUm, limits),
  };
}

function rulesThatDoNotMeet(
  limits: readonly NeedleLengthRule[],
  maxUm: number,
  { isTrial }: ProtocolDocument,
): readonly Rule<unknown>[] {
  const apart = limits.filter(({ policy: { value } }) => value[1] <= maxUm || value[0] > maxUm);
  return isTrial ? [...apart, needleChoice.trialArms] : apart;
}

function longestUpTo(maxUm: number, { needle }: ProtocolDocument): number {
  return needle.armsUm ? Math.max(...needle.armsUm.filter((arm) => arm <= maxUm)) : maxUm;
}

function startLength(
  { needle }: ProtocolDocument,
  { pigmentRisk, setting }: NeedleContext,
  { floorUm, ceilingUm }: { readonly floorUm: number; readonly ceilingUm: number },
): { readonly lengthUm: number; readonly rule: Rule<unknown> } {
  if (pigmentRisk) return { lengthUm: floorUm, rule: needleChoice.pigmentShortest };
  return {
    lengthUm: Math.min(needle.recommendedUm, ceilingUm),
    rule: setting === "home" ? needleChoice.homeDefault : needleChoice.shortestFirst,
  };
}

/** The longest allowed length that is not above the wish; a wish below all of them stays as it is. */
function keepWish(
  wishUm: number,
  {
    floorUm,
    ceilingUm,
    protocol,
  }: {
    readonly floorUm: number;
    readonly ceilingUm: number;
    readonly protocol: ProtocolDocument;
  },
): number {
  return wishUm <= floorUm ? wishUm : longestUpTo(Math.min(wishUm, ceilingUm), protocol);
}

function wishChange(
  wishUm: number | undefined,
  recommendedUm: number,
  limits: readonly NeedleLengthRule[],
): readonly ChangedWish[] {
  if (wishUm === undefined || wishUm === recommendedUm) return [];
  const closing = limits.filter(({ policy }) => policy.value[1] < wishUm);
  return [
    changed(
      `${showMm(wishUm)} needles`,
      `${showMm(recommendedUm)} needles`,
      ...(closing.length > 0 ? closing : [needleChoice.trialArms]),
    ),
  ];
}
