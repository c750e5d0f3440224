import type { Plan, PlanInput } from "../plan.ts";

/** The decided limits, written out again for the tests: nothing here comes from the planner. */
const drugs = ["minoxidil", "finasteride-topical", "dutasteride-topical"];
const onScalp = ["minoxidil-topical", "finasteride-topical", "dutasteride-topical"];
const hourMs = 3_600_000;
const weekMs = 168 * hourMs;

const ms = (moment: string) => Date.parse(moment);
const gapH = (needleLengthUm: number) => (needleLengthUm <= 300 ? 72 : 144);

/** Whether the answers name a drug for the scalp, or leave it open. */
function usesDrug({ answers, assessment }: PlanInput): boolean {
  const { therapies } = answers;
  return (
    assessment.restrictions.usesDrugTopical ||
    therapies === undefined ||
    therapies.includes("unknown") ||
    therapies.some((therapy) => onScalp.includes(therapy))
  );
}

/** The longest needle that the table allows this person, whatever they wish. */
function allowedMaxUm(input: PlanInput): number {
  const { choices, assessment } = input;
  const { hasRelativeFlag, pigmentRisk } = assessment.restrictions;
  if (choices.protocolId === "article-home") {
    return usesDrug(input) || hasRelativeFlag || pigmentRisk ? 300 : 500;
  }
  if (choices.protocolId === "article-clinic") return 1000;
  if (choices.protocolId === "dhurat-2013") return 1500;
  return choices.doctorOverride ? 1200 : 600;
}

type Check = (plan: Plan, input: PlanInput) => boolean;

const isWindow = ({ topicalTiming }: Plan) => topicalTiming.value === "article-window";
const isWished = (plan: Plan, wish: string) =>
  plan.changedWishes.some((change) => change.wish.includes(wish) && change.decidedBy.length > 0);

const needle: Readonly<Record<string, Check>> = {
  "I-N1 home stays at or below 500 µm": ({ setting, needle: { rangeUm, recommendedUm } }) =>
    setting !== "home" || Math.max(rangeUm.value[1], recommendedUm.value) <= 500,
  "I-N1 the table's maximum for this person holds": ({ needle: { rangeUm } }, input) =>
    rangeUm.value[1] <= allowedMaxUm(input),
  "I-N2 the article's window needs 300 µm or less": (plan) =>
    !isWindow(plan) || plan.needle.rangeUm.value[1] <= 300,
  "I-N3 above 1000 µm only a trial with an override": ({ needle: { rangeUm } }, { choices }) =>
    rangeUm.value[1] <= 1000 ||
    (choices.doctorOverride !== undefined &&
      ["dhurat-2013", "faghihi-2021"].includes(choices.protocolId)),
  "I-N3 a programme stays in its setting": ({ setting, protocolId }, { answers }) =>
    setting === answers.setting && (setting === "home") === (protocolId === "article-home"),
  "I-N4 10 to 15 rolls, equal in each direction": ({ stroke }) =>
    [10, 12, 15].includes(stroke.rollsPerSection.value) &&
    stroke.directionsDeg.length * stroke.rollsPerDirection === stroke.rollsPerSection.value,
  "I-N4 a fan stays within 60 degrees, a star needs short hair": ({ stroke }, { answers }) =>
    stroke.pattern.value === "fan"
      ? stroke.directionsDeg.every((deg) => Math.abs(deg) <= 60)
      : answers.hairLength === "bald-or-shaved" || answers.hairLength === "under-1-cm",
  "no blood at home": ({ setting, endpoint }) =>
    setting === "clinic" || endpoint.value !== "pinpoint-bleeding-allowed",
  "20 minutes at home": ({ setting, sessionMin }) => setting === "clinic" || sessionMin.value <= 20,
};

const frequency: Readonly<Record<string, Check>> = {
  "I-F1 the hard gap lies between all sessions, planned and done": (plan, { history }) => {
    const lengthUm = plan.needle.recommendedUm.value;
    const onZone = history.filter(({ zones }) => zones.some((zone) => plan.zones.includes(zone)));
    const [first] = plan.sessions;
    const freeMs = onZone.map(
      (done) => ms(done.endedAt) + Math.max(gapH(done.needleLengthUm), gapH(lengthUm)) * hourMs,
    );
    const gapMs = plan.sessionMin.value * 60_000 + plan.intervalH.hard.value * hourMs;
    return (
      first !== undefined &&
      plan.intervalH.hard.value >= gapH(lengthUm) &&
      freeMs.every((free) => free <= ms(first.startsAt)) &&
      plan.sessions.every(({ startsAt }, index) => {
        const before = plan.sessions[index - 1];
        return before === undefined || ms(before.startsAt) + gapMs <= ms(startsAt);
      })
    );
  },
  "I-F2 at most two starts in any 168 hours": (plan, { history }) => {
    const done = history
      .filter(({ zones }) => zones.some((zone) => plan.zones.includes(zone)))
      .map(({ startedAt }) => ms(startedAt))
      .sort((a, b) => a - b)
      .slice(-2);
    const starts = [...done, ...plan.sessions.map(({ startsAt }) => ms(startsAt))];
    return starts.every((start, index) => {
      const third = starts[index + 2];
      const isAllPast = index + 2 < done.length;
      return third === undefined || isAllPast || third - start >= weekMs;
    });
  },
  "a clinic, a longer needle and darker skin roll once a week": (plan, { assessment }) =>
    (plan.setting === "home" &&
      plan.needle.recommendedUm.value <= 300 &&
      !assessment.restrictions.pigmentRisk) ||
    (plan.intervalH.hard.value >= 144 && plan.maxPer168h.value === 1),
  "planned sessions lie ahead, numbered in order": ({ sessions }, { now }) =>
    sessions.every(
      ({ startsAt, number }, index) => number === index + 1 && ms(startsAt) >= ms(now),
    ),
  "the wished cadence is never exceeded": (plan, { choices }) =>
    choices.sessionsPerWeek === 2 || plan.sessions.length <= 24,
};

const topicals: Readonly<Record<string, Check>> = {
  "I-C1 and I-C2 above 300 µm a drug waits a day": (plan) =>
    plan.needle.rangeUm.value[1] <= 300 ||
    plan.topicals.every((step) => !drugs.includes(step.product) || step.waitAfterH >= 24),
  "outside the window every drug waits a day": (plan) =>
    isWindow(plan) ||
    plan.topicals.every((step) => !drugs.includes(step.product) || step.waitAfterH >= 24),
  "I-C4 and I-C5 the window is closed by heart, flag, skin type, unread sides, unknown or doubled drugs":
    (plan, input) => {
      const { restrictions } = input.assessment;
      const { therapies } = input.answers;
      return (
        !isWindow(plan) ||
        (input.choices.readBothSides === true &&
          !restrictions.hasCardiovascularFlag &&
          !restrictions.hasRelativeFlag &&
          !restrictions.pigmentRisk &&
          !restrictions.noHairDrugs &&
          therapies !== undefined &&
          !therapies.includes("unknown") &&
          !therapies.includes("minoxidil-oral"))
      );
    },
  "I-C6 nothing medicated before rolling": ({ topicals: steps }) =>
    steps.every((step) => !drugs.includes(step.product) || step.pauseBeforeH >= 12),
  "I-X6 no hair drug where none may be planned": ({ topicals: steps }, { assessment }) =>
    !assessment.restrictions.noHairDrugs ||
    steps.every(({ product }) => !drugs.includes(product) && !product.endsWith("-oral")),
  "platelet-rich plasma only in a clinic's session": ({ setting, topicals: steps }) =>
    setting === "clinic" || steps.every((step) => step.product !== "prp" || step.waitAfterH >= 24),
};

const wishes: Readonly<Record<string, Check>> = {
  "I-M2 a shorter needle, fewer sessions and fewer rolls stay": (plan, { choices }) =>
    plan.needle.recommendedUm.value <= (choices.needleLengthUm ?? 3000) &&
    (choices.sessionsPerWeek !== 1 || plan.intervalH.planned.value >= 168) &&
    plan.stroke.rollsPerSection.value <= Math.max(10, choices.rollsPerSection ?? 12),
  "I-M3 a longer wish becomes the allowed maximum": (plan, input) =>
    (input.choices.needleLengthUm ?? 0) <= allowedMaxUm(input) ||
    plan.needle.recommendedUm.value === allowedMaxUm(input),
  "M5 every wish that was not kept is listed with a reason": (plan, { choices }) =>
    [
      ["needles", choices.needleLengthUm, plan.needle.recommendedUm.value],
      ["rolls", choices.rollsPerSection, plan.stroke.rollsPerSection.value],
      ["topical", choices.topicalTiming, plan.topicalTiming.value],
      ["a week", choices.sessionsPerWeek, 168 / plan.intervalH.planned.value],
      ["first session", choices.firstOn, plan.sessions[0]?.date],
    ].every(
      ([name, wish, became]) => wish === undefined || wish === became || isWished(plan, `${name}`),
    ),
};

const numbers: Readonly<Record<string, Check>> = {
  "I-U2 every number is finite, lengths are whole": (plan) =>
    [
      ...plan.needle.rangeUm.value,
      plan.needle.recommendedUm.value,
      plan.sessionMin.value,
      plan.intervalH.hard.value,
      plan.intervalH.planned.value,
      ...plan.topicals.flatMap(({ pauseBeforeH, waitAfterH }) => [pauseBeforeH, waitAfterH]),
    ].every((value) => Number.isSafeInteger(value) && value >= 0),
  "the recommended length lies in the plan's range": ({ needle: { rangeUm, recommendedUm } }) =>
    rangeUm.value[0] <= recommendedUm.value && recommendedUm.value <= rangeUm.value[1],
};

const limits = Object.entries({ ...needle, ...frequency, ...topicals, ...wishes, ...numbers });

/** Names of the invariants this plan breaks. */
export function brokenLimits(plan: Plan, input: PlanInput): readonly string[] {
  return limits.filter(([, holds]) => !holds(plan, input)).map(([name]) => name);
}

const endpoints = ["even-pink", "mild-redness", "pinpoint-bleeding-allowed"];

/** What of `risky` is more aggressive than `calm` (section 6: aggressive); empty is as it must be. */
export function moreAggressive(calm: Plan, risky: Plan): readonly string[] {
  const compared: readonly (readonly [name: string, calm: number, risky: number])[] = [
    ["needle", calm.needle.recommendedUm.value, risky.needle.recommendedUm.value],
    ["longest needle", calm.needle.rangeUm.value[1], risky.needle.rangeUm.value[1]],
    ["hard gap", -calm.intervalH.hard.value, -risky.intervalH.hard.value],
    ["planned gap", -calm.intervalH.planned.value, -risky.intervalH.planned.value],
    ["cap", calm.maxPer168h.value, risky.maxPer168h.value],
    ["rolls", calm.stroke.rollsPerSection.value, risky.stroke.rollsPerSection.value],
    ["endpoint", endpoints.indexOf(calm.endpoint.value), endpoints.indexOf(risky.endpoint.value)],
    ["window", Number(isWindow(calm)), Number(isWindow(risky))],
    ...calm.topicals.flatMap(({ product, waitAfterH }) =>
      risky.topicals
        .filter((step) => step.product === product)
        .map((step) => [product, -waitAfterH, -step.waitAfterH] as const),
    ),
  ];
  return compared.filter(([, before, after]) => after > before).map(([name]) => name);
}
