import type { Answers } from "./answers.ts";
import { because, type ChangedWish, changed } from "./decided.ts";
import { scheduling } from "./frequency.ts";
import { hygieneFor } from "./hygiene.ts";
import type { Plan, PlanInput, PlanRefusal } from "./plan.ts";
import { decideFrequency, type FrequencyDecision } from "./plan-frequency.ts";
import { hasOverride, refuseBefore } from "./plan-gate.ts";
import { decideNeedle, type NeedleDecision } from "./plan-needle.ts";
import { reviewsFrom } from "./plan-reviews.ts";
import { planSentence } from "./plan-sentence.ts";
import { layOut, type Timetable } from "./plan-sessions.ts";
import { decideEndpoint, decideStroke, type StrokeDecision, stopRulesFor } from "./plan-stroke.ts";
import { compareWithTrials } from "./plan-studied.ts";
import { decideTopicals, type TopicalDecision } from "./plan-topicals.ts";
import type { ProtocolDocument } from "./protocol-document.ts";
import { protocols } from "./protocols.ts";
import { reasonOf, rulesVersion } from "./rule.ts";
import { expandZones, sectionsOf } from "./zones.ts";

/** The plan for this assessment and these wishes, or the refusal; not yet seen by the guard. */
export function draftPlan(input: PlanInput): Plan | PlanRefusal {
  const refusal = refuseBefore(input);
  if (refusal) return refusal;

  const { answers, assessment, choices } = input;
  const protocol = protocols[choices.protocolId];
  const { setting } = protocol;
  const { restrictions } = assessment;
  const topicals = decideTopicals({ answers, restrictions, choices });
  const needle = decideNeedle(
    protocol,
    {
      setting,
      isTrialProtocol: protocol.isTrial,
      hasDoctorOverride: hasOverride(input),
      // In a clinic the wish alone decides: a health flag must not turn a conflict into a plan (I-M1).
      sameDayTopical:
        setting === "clinic" ? topicals.wishesWindow : topicals.timing.value === "article-window",
      usesDrugTopical: topicals.usesDrugTopical,
      hasRelativeFlag: restrictions.hasRelativeFlag,
      pigmentRisk: restrictions.pigmentRisk,
    },
    choices.needleLengthUm,
  );
  if (needle.kind === "conflict") return refuseConflict(needle);

  const frequency = decideFrequency({
    protocol,
    setting,
    needleLengthUm: needle.needle.recommendedUm.value,
    wishedLengthUm: choices.needleLengthUm,
    pigmentRisk: restrictions.pigmentRisk,
    wish: choices.sessionsPerWeek,
  });
  return assemble(input, { protocol, topicals, needle, frequency });
}

function refuseConflict({ decidedBy }: Extract<NeedleDecision, { kind: "conflict" }>): PlanRefusal {
  return {
    kind: "refused",
    because: "conflict",
    says: "The lengths of this programme and the 0.2 to 0.3 mm for a product right after rolling do not meet.",
    nextStep:
      "Let the product wait 24 hours and keep the programme's lengths, or wish for a needle of at most 0.3 mm.",
    decidedBy: decidedBy.map(reasonOf),
  };
}

function assemble(
  input: PlanInput,
  {
    protocol,
    topicals,
    needle: { needle, changedWishes: needleChanges },
    frequency,
  }: {
    readonly protocol: ProtocolDocument;
    readonly topicals: TopicalDecision;
    readonly needle: Extract<NeedleDecision, { kind: "needle" }>;
    readonly frequency: FrequencyDecision;
  },
): Plan {
  const { answers, assessment, choices } = input;
  const { setting } = protocol;
  const zones = expandZones(choices.zones);
  const sections = sectionsOf(zones);
  const stroke = decideStroke({
    protocol,
    setting,
    hairLength: answers.hairLength,
    sectionCount: sections.length,
    wishedRolls: choices.rollsPerSection,
  });
  const timetable = layOutSessions(input, { protocol, frequency, stroke });
  const { sessions } = timetable;
  const needleUm = needle.recommendedUm.value;

  return {
    kind: "plan",
    protocolId: protocol.id,
    setting,
    sentence: planSentence({
      needleUm,
      isPen: isPen(answers),
      firstOn: timetable.firstOn,
      sessionsPerWeek: frequency.sessionsPerWeek,
      phases: protocol.phases,
      zones,
      sectionCount: sections.length,
      sessionMin: stroke.sessionMin.value,
      topicals: topicals.steps,
      timing: topicals.timing.value,
    }),
    timeZone: choices.timeZone,
    zones,
    sections,
    needle,
    intervalH: frequency.intervalH,
    maxPer168h: frequency.maxPer168h,
    stroke: stroke.stroke,
    endpoint: decideEndpoint(protocol, needleUm, assessment.restrictions),
    stopRules: stopRulesFor(setting),
    sessionMin: stroke.sessionMin,
    topicalTiming: topicals.timing,
    topicals: topicals.steps,
    hygiene: hygieneFor(setting),
    sessions,
    reviews: reviewsFrom(timetable.firstOn, protocol.reviewWeeks),
    studiedRange: compareWithTrials({
      setting,
      needleUm,
      plannedH: frequency.intervalH.planned.value,
    }),
    changedWishes: [
      ...needleChanges,
      ...frequency.changedWishes,
      ...stroke.changedWishes,
      ...topicals.changedWishes,
      ...calendarChanges(input, timetable),
    ],
    rulesVersion,
  };
}

function isPen({ device }: Answers): boolean {
  return typeof device === "object" && device.kind === "pen";
}

function layOutSessions(
  { choices, history, now }: PlanInput,
  {
    protocol,
    frequency,
    stroke,
  }: {
    readonly protocol: ProtocolDocument;
    readonly frequency: FrequencyDecision;
    readonly stroke: StrokeDecision;
  },
): Timetable {
  return layOut({
    phases: protocol.phases,
    sessionsPerWeek: frequency.sessionsPerWeek,
    firstOn: choices.firstOn,
    timeOfDay: choices.timeOfDay,
    timeZone: choices.timeZone,
    zones: expandZones(choices.zones),
    sessionMin: stroke.sessionMin.value,
    hardH: frequency.intervalH.hard.value,
    history,
    now,
  });
}

function calendarChanges(
  { choices }: PlanInput,
  { firstOn, startsOn, pushedByHistory, leftOut, movedLater }: Timetable,
): readonly ChangedWish[] {
  const changes: ChangedWish[] = [];
  if (startsOn !== choices.firstOn) {
    const rules = [
      ...(firstOn === choices.firstOn ? [] : [scheduling.firstDay]),
      ...(pushedByHistory ? [scheduling.historyCounts] : []),
      ...(startsOn === firstOn ? [] : [scheduling.elapsedTime]),
    ];
    changes.push(
      changed(`first session on ${choices.firstOn}`, `first session on ${startsOn}`, ...rules),
    );
  }
  if (movedLater > 0) {
    changes.push({
      wish: `every session at ${choices.timeOfDay}`,
      became: `${movedLater} sessions a little later, to keep the gap`,
      decidedBy: because(scheduling.elapsedTime),
    });
  }
  if (leftOut.length > 0) {
    changes.push({
      wish: `a session on ${leftOut.join(", ")}`,
      became: "no session on this day; the plan goes on with the next",
      decidedBy: because(scheduling.elapsedTime, scheduling.missedNotDoubled),
    });
  }
  return changes;
}
