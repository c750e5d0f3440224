import type { Answers } from "./answers.ts";
import type { Assessment, Finding, Outcome } from "./assess.ts";
import { findingOf } from "./finding.ts";
import { norwoodHamiltonRules, norwoodHamiltonStages, type Stage } from "./norwood-hamilton.ts";
import type { Rule } from "./rule.ts";
import { sinclairRules, sinclairStages } from "./sinclair.ts";

interface StagedPattern {
  readonly stage?: Stage;
  readonly rule: Rule<Outcome>;
}

const nextSteps = {
  tooEarly: "Take photos now and again in six months; come back when they differ.",
  inRange: "Go on to your plan.",
  tooLate: "Ask a dermatologist about medicines, a transplant, pigment or a hairpiece.",
  unknown:
    "Compare with the pictures once more, have someone photograph the crown, or ask a doctor.",
} as const;

type Position = keyof typeof nextSteps;

/** What the chosen stage leads to; nothing while it has not been asked. */
export function judgeStage({ pattern }: Answers): readonly Finding[] {
  if (!pattern) return [];
  const { stage, rule, position } = placePattern(pattern);
  return [
    findingOf(rule, {
      leadsTo: rule.policy.value,
      says: stage
        ? `You picked ${stage.name}: ${lowerFirst(stage.description)}`
        : "You could not pick a stage from the pictures.",
      nextStep: nextSteps[position],
      from: ["pattern.stage"],
    }),
  ];
}

const stageHeadlines = new Map<string, string>([
  [norwoodHamiltonRules.tooEarly.id, "There is nothing to treat yet."],
  [sinclairRules.tooEarly.id, "There is nothing to treat yet."],
  [norwoodHamiltonRules.tooLate.id, "Rolling has little to offer at this stage."],
  [sinclairRules.tooLate.id, "Rolling is untested at this stage: see a doctor first."],
]);

/** One sentence for a stage outside the range, when nothing graver decides. */
export function stageHeadline(ruleId: string): string | undefined {
  return stageHeadlines.get(ruleId);
}

/** Where this stage stands among those that trials studied. */
export function noteStage({ pattern }: Answers): Assessment["stageNote"] {
  if (!pattern)
    return { says: "Your stage is not known yet.", insideStudiedRange: "unknown", sources: [] };

  const { stage, rule } = placePattern(pattern);
  const insideStudiedRange = stage?.insideStudiedRange ?? "unknown";
  return {
    says: studied(stage, insideStudiedRange),
    insideStudiedRange,
    sources: rule.policy.sources,
  };
}

function studied(stage: Stage | undefined, inside: boolean | "unknown"): string {
  if (!stage) return "Your stage is not known yet, so trials cannot be compared with you.";
  if (inside === "unknown")
    return `Trials do not say how many people were at ${stage.name}, or what became of them.`;
  return inside
    ? `${stage.name} is among the stages that trials studied.`
    : `${stage.name} is outside the stages that trials studied.`;
}

function placePattern(
  pattern: NonNullable<Answers["pattern"]>,
): StagedPattern & { readonly position: Position } {
  const isNorwood = pattern.scale === "norwood-hamilton";
  const rules = isNorwood ? norwoodHamiltonRules : sinclairRules;
  const stage = stageOf(pattern);
  const position = positionOf(pattern.stage, stage);
  return { rule: rules[position], position, ...(stage && { stage }) };
}

function stageOf(pattern: NonNullable<Answers["pattern"]>): Stage | undefined {
  if (pattern.stage === "unknown") return undefined;
  return pattern.scale === "norwood-hamilton"
    ? norwoodHamiltonStages[pattern.stage]
    : sinclairStages[pattern.stage];
}

function positionOf(code: string, stage: Stage | undefined): Position {
  if (!stage) return "unknown";
  if (stage.isCandidate) return "inRange";
  return code === "I" || code === "1" ? "tooEarly" : "tooLate";
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
