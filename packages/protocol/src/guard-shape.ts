import { compareInstants, elapsedHours, type Instant, isTimeZone } from "./calendar.ts";
import type { Limit, PlanCheck } from "./guard.ts";
import type { Plan } from "./plan.ts";

/** Longest session that is still believed to be a number of minutes. */
const longestSessionMin = 120;
/** Furthest a session of a plan may lie from now, either way: three years. */
const furthestH = 3 * 366 * 24;

/** Whole numbers above zero, by the name they have in a finding. */
function countsOf(plan: Plan): Readonly<Record<string, number>> {
  const { needle, stroke, maxPer168h } = plan;
  return {
    "shortest needle (µm)": needle.rangeUm.value[0],
    "longest needle (µm)": needle.rangeUm.value[1],
    "recommended needle (µm)": needle.recommendedUm.value,
    "rolls per direction": stroke.rollsPerDirection,
    "rolls per section": stroke.rollsPerSection.value,
    "sessions per 168 hours": maxPer168h.value,
  };
}

/** Finite numbers of zero or more. */
function amountsOf({ intervalH, sessionMin, stroke, topicals }: Plan): readonly number[] {
  return [
    intervalH.hard.value,
    intervalH.planned.value,
    sessionMin.value,
    ...stroke.paceCmPerS.value,
    ...topicals.flatMap(({ pauseBeforeH, waitAfterH }) => [pauseBeforeH, waitAfterH]),
  ];
}

function wrongCounts({ plan }: PlanCheck): readonly string[] {
  return Object.entries(countsOf(plan))
    .filter(([, value]) => !(Number.isSafeInteger(value) && value > 0))
    .map(([name, value]) => `${name} ${value}`);
}

export function isMoment(moment: Instant): boolean {
  try {
    return compareInstants(moment, moment) === 0;
  } catch {
    return false;
  }
}

/** The numbers and moments every other check counts on. */
export const shapeLimits: readonly Limit<PlanCheck>[] = [
  {
    code: "guard.not_a_count",
    isBroken: (check) => wrongCounts(check).length > 0,
    says: (check) => `Not a whole number above zero: ${wrongCounts(check).join(", ")}.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.not_an_amount",
    isBroken: ({ plan }) => amountsOf(plan).some((amount) => !(amount >= 0 && amount < 10_000)),
    says: ({ plan }) =>
      `A duration or pace of the plan is not a plausible number: ${amountsOf(plan).join(", ")}.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.session_length",
    isBroken: ({ plan: { sessionMin } }) =>
      !(sessionMin.value > 0 && sessionMin.value <= longestSessionMin),
    says: ({ plan: { sessionMin } }) =>
      `A session of ${sessionMin.value} min; it lasts more than 0 and at most ${longestSessionMin} min.`,
    nextStep: "Choose fewer zones.",
  },
  {
    code: "guard.time_zone",
    isBroken: ({ plan }) => !isTimeZone(plan.timeZone),
    says: ({ plan }) => `"${plan.timeZone}" is not a time zone.`,
    nextStep: "Choose your time zone in the settings.",
  },
  {
    code: "guard.not_a_moment",
    isBroken: ({ plan, now }) =>
      !isMoment(now) ||
      plan.sessions.some(
        ({ startsAt }) => !isMoment(startsAt) || Math.abs(elapsedHours(startsAt, now)) > furthestH,
      ),
    says: () => "A session of the plan has a start that cannot be read, or lies over 3 years away.",
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.history_unreadable",
    isBroken: ({ history }) =>
      history.some(({ startedAt, endedAt }) => !isMoment(startedAt) || !isMoment(endedAt)),
    says: () =>
      "A past session has a time that cannot be read, so no distance can be kept from it.",
    nextStep: "Correct the session in the history.",
  },
];
