import {
  type Answers,
  absoluteConditions,
  addHours,
  cleaningSteps,
  type Device,
  gateChecks,
  type Instant,
  isoDate,
  type Plan,
  type PlanChoices,
  patternSigns,
  relativeConditions,
  type SessionEvent,
  type SessionEventBody,
} from "@stipple/protocol";

/** A valid, readable id for tests: the same number gives the same id. */
export function testId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

const no = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, "no"]));

/** A man of 34 with stage III vertex and nothing that speaks against rolling. */
export const calmAnswers: Answers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["vertex"],
  signs: no(patternSigns),
  conditions: no([...absoluteConditions, ...relativeConditions]),
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["finasteride-oral"],
  device: "none-yet",
};

export const sundayChoices: PlanChoices = {
  protocolId: "article-home",
  zones: ["vertex"],
  firstOn: isoDate("2026-11-22"),
  timeOfDay: "20:00",
  timeZone: "Europe/Berlin",
  needleLengthUm: 250,
  sessionsPerWeek: 1,
};

export const roller: Device = {
  id: testId(1),
  name: "Blue roller",
  kind: "roller",
  needleLengthUm: 250,
  construction: "single-needles",
  material: "steel",
  earlierUses: 0,
  usedByAnotherPerson: "no",
};

interface Course {
  readonly sessionId: string;
  readonly planId: string;
  readonly plan: Plan;
  readonly startedAt: Instant;
  readonly deviceId?: string;
}

/** Every event of a whole session without trouble, half a minute apart. */
export function wholeSession({
  sessionId,
  planId,
  plan,
  startedAt,
  deviceId,
}: Course): SessionEvent[] {
  const bodies: SessionEventBody[] = [
    {
      kind: "started",
      planId,
      deviceId: deviceId ?? roller.id,
      needleLengthUm: plan.needle.recommendedUm.value,
      setting: plan.setting,
      zones: [...plan.zones],
      sectionIds: plan.sections.map(({ id }) => id),
      timeZone: plan.timeZone,
    },
    ...gateChecks.map((check) => ({ kind: "gate-answered", check, answer: "yes" }) as const),
    ...plan.sections.flatMap(({ id }) => sectionBodies(id, plan)),
    { kind: "rolling-ended" },
    ...(plan.topicalTiming.value === "none" ? [] : [{ kind: "topical-waits" } as const]),
    ...cleaningSteps.map((step) => ({ kind: "cleaning-done", step }) as const),
    { kind: "closed" },
  ];
  const seed = Number.parseInt(sessionId.slice(-6), 16) * 1000;
  return bodies.map((body, index) => ({
    ...body,
    id: testId(seed + index),
    sessionId,
    at: addHours(startedAt, index / 120),
  }));
}

function sectionBodies(sectionId: string, plan: Plan): SessionEventBody[] {
  return [
    { kind: "section-started", sectionId },
    ...plan.stroke.directionsDeg.map(
      (_, direction) =>
        ({
          kind: "strokes-done",
          sectionId,
          direction,
          rolls: plan.stroke.rollsPerDirection,
        }) as const,
    ),
    { kind: "section-felt", sectionId, painScore: 2, blood: "none", snag: false },
  ];
}
