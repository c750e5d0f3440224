import type { Outcome } from "./assess.ts";
import { compareInstants, elapsedHours, type Instant } from "./calendar.ts";
import type { Limit, StartCheck } from "./guard.ts";
import { hardGapH, maxPerWindow, sharesZone, windowH } from "./guard-calendar.ts";
import { isMoment } from "./guard-shape.ts";
import { homeMaxUm } from "./guard-treatment.ts";
import type { Plan } from "./plan.ts";
import type { Hold } from "./schedule.ts";

/** Answers of the assessment hold for this long. */
const assessmentDays = 30;
const openOutcomes: Readonly<Record<Plan["setting"], readonly Outcome[]>> = {
  home: ["suitable", "suitable-with-caution"],
  clinic: ["suitable", "suitable-with-caution", "clinic-only"],
};
const deviceKinds: readonly string[] = ["roller", "pen", "stamp"];

const isAfter = (a: Instant, b: Instant) => compareInstants(a, b) > 0;

function isHolding({ from, why, clearedAt }: Hold, now: Instant): boolean {
  if (clearedAt !== undefined && !isAfter(clearedAt, now)) return false;
  return why === "red-flag" || !isAfter(from, now);
}

/** One sentence for each session on these zones that is not yet long enough ago. */
function tooRecent({ history, zones, device, now }: StartCheck): readonly string[] {
  return history
    .filter((done) => sharesZone(done, { zones }))
    .map((done) => ({ ...done, leastH: hardGapH(done.needleLengthUm, device.needleLengthUm) }))
    .filter(({ endedAt, leastH }) => !(elapsedHours(endedAt, now) >= leastH))
    .map(
      ({ endedAt, leastH }) =>
        `A session on this zone ended at ${endedAt}; ${leastH} h must pass before the next.`,
    );
}

function busiestZone({ history, zones, now }: StartCheck): number {
  const recent = history.filter(({ startedAt }) => elapsedHours(startedAt, now) < windowH);
  return Math.max(
    0,
    ...zones.map((zone) => recent.filter((done) => sharesZone(done, { zones: [zone] })).length),
  );
}

/** Moments a start is decided by. */
export const startClock: readonly Limit<StartCheck>[] = [
  {
    code: "guard.clock_unreadable",
    isBroken: ({ assessedAt, lastSeen, holds }) =>
      !isMoment(assessedAt) ||
      (lastSeen !== undefined && !isMoment(lastSeen)) ||
      holds.some(({ from, clearedAt }) => !isMoment(from) || !isMoment(clearedAt ?? from)),
    says: () => "The time of the assessment, of a hold or of the last visit cannot be read.",
    nextStep: "Answer the assessment again.",
  },
];

const deviceLimits: readonly Limit<StartCheck>[] = [
  {
    code: "guard.device_blocked",
    isBroken: ({ device }) => device.state.fitness === "blocked",
    says: ({ device }) =>
      `This device may not be used. ${device.state.findings.map(({ says }) => says).join(" ")}`.trim(),
    nextStep: "Clean or inspect it as asked, or use another one.",
  },
  {
    code: "guard.device_length",
    isBroken: ({ device: { needleLengthUm } }) =>
      !(Number.isSafeInteger(needleLengthUm) && needleLengthUm > 0),
    says: ({ device }) =>
      `The needle length ${device.needleLengthUm} µm is not a whole number above zero.`,
    nextStep: "Read the length on the device and enter it again.",
  },
  {
    code: "guard.device_too_long",
    isBroken: ({ device, plan }) => device.needleLengthUm > plan.needle.rangeUm.value[1],
    says: ({ device, plan }) =>
      `The device has ${device.needleLengthUm / 1000} mm; this plan allows at most ${plan.needle.rangeUm.value[1] / 1000} mm.`,
    nextStep: "Use a shorter device, or make a new plan.",
  },
  {
    code: "guard.device_above_home_cap",
    isBroken: ({ device, plan }) => plan.setting !== "clinic" && device.needleLengthUm > homeMaxUm,
    says: ({ device }) =>
      `The device has ${device.needleLengthUm / 1000} mm; the limit at home is ${homeMaxUm / 1000} mm.`,
    nextStep: `Use a roller of at most ${homeMaxUm / 1000} mm.`,
  },
  {
    code: "guard.device_kind",
    isBroken: ({ device }) => !deviceKinds.includes(device.kind),
    says: ({ device }) =>
      `A device of the kind "${device.kind}"; only ${deviceKinds.join(", ")} are open.`,
    nextStep: "Use a plain roller.",
  },
  {
    code: "guard.device_shared",
    isBroken: ({ device }) => device.usedByAnotherPerson !== "no",
    says: () => "Another person used this device, or may have; a device has 1 owner.",
    nextStep: "Use a new device that only you use.",
  },
];

const momentLimits: readonly Limit<StartCheck>[] = [
  {
    code: "guard.clock_uncertain",
    isBroken: ({ now, lastSeen, history }) =>
      (lastSeen !== undefined && isAfter(lastSeen, now)) ||
      history.some(({ startedAt, endedAt }) => isAfter(startedAt, now) || isAfter(endedAt, now)),
    says: ({ now }) => `The clock shows ${now}, earlier than something already recorded.`,
    nextStep: "Set the clock of this device right.",
  },
  {
    code: "guard.assessment_expired",
    isBroken: ({ now, assessedAt }) => {
      const ageH = elapsedHours(assessedAt, now);
      return !(ageH >= 0 && ageH <= assessmentDays * 24);
    },
    says: ({ now, assessedAt }) =>
      `The answers are ${Math.floor(elapsedHours(assessedAt, now) / 24)} days old; they hold for ${assessmentDays}.`,
    nextStep: "Answer the assessment again.",
  },
  {
    code: "guard.assessment_closed",
    isBroken: ({ outcome, plan }) => !openOutcomes[plan.setting].includes(outcome),
    says: ({ outcome }) =>
      `The newest answers lead to "${outcome}"; rolling is not open with them.`,
    nextStep: "Look at the result of your assessment and do what it says.",
  },
  {
    code: "guard.held",
    isBroken: ({ holds, now }) => holds.some((hold) => isHolding(hold, now)),
    says: ({ holds, now }) =>
      `Sessions are on hold. ${holds
        .filter((hold) => isHolding(hold, now))
        .map(({ says }) => says)
        .join(" ")}`,
    nextStep: "Clear the hold first; after a red flag a doctor does that.",
  },
  {
    code: "guard.start_zones",
    isBroken: ({ zones, plan }) =>
      zones.length === 0 || zones.some((zone) => !plan.zones.some((planned) => planned === zone)),
    says: ({ zones, plan }) =>
      `Zones "${zones.join(", ")}"; this plan holds ${plan.zones.join(", ")}.`,
    nextStep: "Choose zones of your plan.",
  },
  {
    code: "guard.too_soon",
    isBroken: (check) => tooRecent(check).length > 0,
    says: (check) => tooRecent(check).join(" "),
    nextStep: "Wait, and let the skin heal.",
  },
  {
    code: "guard.too_many_in_168h_now",
    isBroken: (check) => busiestZone(check) >= maxPerWindow,
    says: (check) =>
      `This zone had ${busiestZone(check)} sessions in the last ${windowH} h; ${maxPerWindow} are the limit.`,
    nextStep: "Wait, and let the skin heal.",
  },
];

/** What starting now would break, beyond the plan itself. */
export const startLimits: readonly Limit<StartCheck>[] = [...deviceLimits, ...momentLimits];
