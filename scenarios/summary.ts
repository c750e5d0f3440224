import {
  type Adherence,
  type Assessment,
  type DeviceState,
  elapsedHours,
  type Instant,
  localDate,
  localTime,
  type NextSession,
  type NoNextSession,
  type Plan,
  type PlanRefusal,
  type Reason,
  type SessionSummary,
  weekdayOf,
} from "@stipple/protocol";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "Sun 2026-03-29 20:00 (18:00Z)": the wall clock a person sees, and the moment it is. */
export function moment(at: Instant, timeZone: string): string {
  const date = localDate(at, timeZone);
  return `${weekdays[weekdayOf(date) - 1]} ${date} ${localTime(at, timeZone)} (${localTime(at, "UTC")}Z)`;
}

/** Hours to a tenth; a session of a few minutes still shows. */
export function hours(from: Instant, to: Instant): number {
  return Math.round(elapsedHours(from, to) * 10) / 10;
}

export function assessmentSummary(assessment: Assessment) {
  const { outcome, headline, nextStep, waitUntil, findings, stageNote, missing } = assessment;
  return {
    on: assessment.assessedOn,
    outcome,
    headline,
    nextStep,
    ...(waitUntil && { waitUntil }),
    findings: findings.map(({ leadsTo, reason, from }) => ({
      leadsTo,
      rule: reason.ruleId,
      from: from.join(", "),
    })),
    insideStudiedRange: stageNote.insideStudiedRange,
    restrictions: Object.entries(assessment.restrictions)
      .filter(([, isSet]) => isSet)
      .map(([name]) => name),
    ...(missing.length > 0 && { missing: missing.join(", ") }),
    expiresOn: assessment.expiresOn,
  };
}

export function refusalSummary({ because, says, nextStep, decidedBy }: PlanRefusal) {
  return { because, says, nextStep, rules: rulesOf(decidedBy) };
}

export function planSummary(plan: Plan) {
  const { needle, intervalH, stroke, topicals, sections, reviews, studiedRange, endpoint } = plan;
  return {
    sentence: plan.sentence,
    needleUm: `${needle.rangeUm.value.join("–")}, ${needle.recommendedUm.value} planned`,
    needleRules: rulesOf([...needle.rangeUm.decidedBy, ...needle.recommendedUm.decidedBy]),
    intervalH: `${intervalH.planned.value} planned, ${intervalH.hard.value} at least`,
    intervalRules: rulesOf([...intervalH.hard.decidedBy, ...intervalH.planned.decidedBy]),
    maxPer168h: plan.maxPer168h.value,
    stroke: `${stroke.pattern.value} ${stroke.directionsDeg.join("/")}°, ${stroke.rollsPerSection.value} rolls`,
    endpoint: endpoint.value,
    sections: `${sections.length}, from ${sections[0]?.id} to ${sections.at(-1)?.id}`,
    sessionMin: plan.sessionMin.value,
    topicalTiming: plan.topicalTiming.value,
    topicalRules: rulesOf(plan.topicalTiming.decidedBy),
    topicals: topicals.map(
      ({ product, pauseBeforeH, waitAfterH }) =>
        `${product}: ${pauseBeforeH} h before, ${waitAfterH} h after`,
    ),
    sessions: sessionsSummary(plan),
    reviews: reviews.map(({ week, on }) => `week ${week}: ${on}`),
    studiedRange: studiedRange.map(({ aspect, inside }) => `${aspect}: ${insideWords(inside)}`),
    changedWishes: plan.changedWishes.map(
      ({ wish, became, decidedBy }) => `${wish} → ${became} (${rulesOf(decidedBy)})`,
    ),
  };
}

function insideWords(inside: boolean | "unknown"): string {
  if (inside === "unknown") return "unknown";
  return inside ? "inside" : "outside";
}

function sessionsSummary({ sessions, timeZone, sessionMin }: Plan) {
  const first = sessions[0];
  const last = sessions.at(-1);
  const gapsH = sessions
    .slice(1)
    .map(({ startsAt }, at) => hours(sessions[at]?.startsAt ?? startsAt, startsAt));
  return {
    count: sessions.length,
    ...(first && last && { first: moment(first.startsAt, timeZone) }),
    ...(last && { last: moment(last.startsAt, timeZone) }),
    startToStartH: [...new Set(gapsH)].toSorted((a, b) => a - b),
    smallestGapH: Math.round((Math.min(...gapsH) - sessionMin.value / 60) * 10) / 10,
  };
}

/** "2 on Wed …, not before Wed …, at the latest Fri …", or why there is none. */
export function nextSummary(next: NextSession | NoNextSession | undefined, timeZone: string) {
  if (!next) return undefined;
  if (next.kind !== "next") return `${next.kind}: ${next.says} ${next.nextStep}`;
  const { number, earliest, ideal, latest, missed } = next;
  const window = `${number} on ${moment(ideal, timeZone)}, not before ${moment(earliest, timeZone)}, at the latest ${moment(latest, timeZone)}`;
  return missed > 0 ? `${window}; ${missed} missed` : window;
}

/** "warn, 10 uses, 5 left: …". */
export function deviceSummary({ fitness, uses, usesLeft, findings }: DeviceState): string {
  const why = findings.flatMap(({ decidedBy }) => decidedBy.map(({ ruleId }) => ruleId));
  const rules = why.length > 0 ? `: ${[...new Set(why)].join(", ")}` : "";
  return `${fitness}, ${uses} uses, ${usesLeft} left${rules}`;
}

export function closingSummary({
  sectionsDone,
  sectionsPlanned,
  rollingMin,
  ...rest
}: SessionSummary) {
  return {
    sections: `${sectionsDone} of ${sectionsPlanned}`,
    rollingMin: Math.round(rollingMin * 10) / 10,
    ...(rest.worstPain !== undefined && { worstPain: rest.worstPain }),
    ...(rest.bleeding && { bleeding: true }),
    ...(!rest.cleaned && { cleaned: false }),
    ...(rest.stoppedWhy && { stopped: rest.stoppedWhy }),
  };
}

function rulesOf(reasons: readonly Reason[]): string {
  return [...new Set(reasons.map(({ ruleId }) => ruleId))].join(", ");
}

export function adherenceSummary({ planned, done, score }: Adherence): string {
  return `${done} of ${planned}, score ${score.toFixed(2)}`;
}
