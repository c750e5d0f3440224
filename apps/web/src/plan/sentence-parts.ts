import { type Plan, type Reason, showMm } from "@stipple/protocol";

/** A stretch of the plan's sentence; `decidedBy` is empty where nothing was decided. */
export interface SentencePart {
  readonly text: string;
  readonly decidedBy: readonly Reason[];
}

/** The plan's sentence, cut so that every number in it can be tapped. Joined again, the parts are the sentence. */
export function sentenceParts(plan: Plan): readonly SentencePart[] {
  const { sentence, needle, intervalH, maxPer168h, stroke, sessionMin, topicalTiming } = plan;
  const decided: readonly (readonly [RegExp, readonly Reason[]])[] = [
    [new RegExp(escaped(showMm(needle.recommendedUm.value))), needle.recommendedUm.decidedBy],
    [
      /(?<=, )(every second )?\w+days?\b.*?(?=, (hairline|left|right|temples|mid-scalp|crown|whole))/,
      [...intervalH.planned.decidedBy, ...maxPer168h.decidedBy],
    ],
    [new RegExp(`\\b${plan.sections.length} sections`), stroke.rollsPerSection.decidedBy],
    [new RegExp(`about ${sessionMin.value} minutes`), sessionMin.decidedBy],
    [/\b24 hours\b|\bright after\b/, topicalTiming.decidedBy],
  ];

  return decided.reduce<readonly SentencePart[]>(
    (parts, [pattern, decidedBy]) => parts.flatMap((part) => cut(part, pattern, decidedBy)),
    [{ text: sentence, decidedBy: [] }],
  );
}

function cut(
  part: SentencePart,
  pattern: RegExp,
  decidedBy: readonly Reason[],
): readonly SentencePart[] {
  const found = part.decidedBy.length === 0 ? pattern.exec(part.text) : null;
  if (found === null) return [part];
  const end = found.index + found[0].length;
  return [
    { text: part.text.slice(0, found.index), decidedBy: [] },
    { text: found[0], decidedBy: withoutRepeats(decidedBy) },
    { text: part.text.slice(end), decidedBy: [] },
  ].filter(({ text }) => text !== "");
}

/** Each rule once, in the order given. */
export function withoutRepeats(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [reason.ruleId, reason])).values()];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
