import type { Setting } from "./answers.ts";
import { type ChangedWish, changed, decided } from "./decided.ts";
import { frequencyRuleFor, scheduling } from "./frequency.ts";
import type { Plan } from "./plan.ts";
import type { ProtocolDocument } from "./protocol-document.ts";

export interface FrequencyDecision {
  readonly sessionsPerWeek: 1 | 2;
  readonly intervalH: Plan["intervalH"];
  readonly maxPer168h: Plan["maxPer168h"];
  readonly changedWishes: readonly ChangedWish[];
}

const weekH = 168;

/** How often the plan rolls: the wish inside the limits, else once in each step of the programme. */
export function decideFrequency({
  protocol,
  setting,
  needleLengthUm,
  wishedLengthUm = needleLengthUm,
  pigmentRisk,
  wish,
}: {
  readonly protocol: ProtocolDocument;
  readonly setting: Setting;
  readonly needleLengthUm: number;
  readonly wishedLengthUm: number | undefined;
  readonly pigmentRisk: boolean;
  readonly wish: 1 | 2 | undefined;
}): FrequencyDecision {
  // A longer wish that a health flag shortened keeps the longer rest: a flag never brings more sessions (I-M1).
  const calendarUm = Math.max(needleLengthUm, wishedLengthUm);
  const rule = frequencyRuleFor({ setting, needleLengthUm: calendarUm, pigmentRisk });
  const rules =
    rule === frequencyRuleFor({ setting, needleLengthUm, pigmentRisk })
      ? [rule]
      : [rule, scheduling.longerWish];
  const { plannedH, hardH, maxPer168h } = rule.policy.value;
  const isTwice = wish === 2 && plannedH[0] < weekH && protocol.mayRollTwiceWeekly;
  const everyWeeks = Math.min(...protocol.phases.map((phase) => phase.everyWeeks));
  const cadence = isTwice ? "twice a week" : cadenceWords(protocol);
  const wished = wish === 2 ? "twice a week" : "once a week";
  const choice = protocol.isTrial || setting === "clinic" ? scheduling.protocolCadence : undefined;

  return {
    sessionsPerWeek: isTwice ? 2 : 1,
    intervalH: {
      hard: decided(hardH, ...rules, scheduling.elapsedTime),
      planned: decided(
        isTwice ? weekH / 2 : everyWeeks * weekH,
        ...rules,
        ...(wish === undefined ? [choice ?? scheduling.weeklyDefault] : []),
      ),
    },
    maxPer168h: decided(maxPer168h, ...rules),
    changedWishes:
      wish === undefined || wished === cadence
        ? []
        : [changed(wished, cadence, ...rules, ...(choice ? [choice] : []))],
  };
}

/** "once a week for 8 weeks, then every 2 weeks" */
function cadenceWords({ phases }: ProtocolDocument): string {
  return phases
    .map(({ everyWeeks, weeks }, index) => {
      const often = everyWeeks === 1 ? "once a week" : `every ${everyWeeks} weeks`;
      return index < phases.length - 1 ? `${often} for ${weeks[1]} weeks` : often;
    })
    .join(", then ");
}
