import {
  type Answers,
  addDays,
  isoDate,
  type PartZoneId,
  type PlanChoices,
  weekdayOf,
} from "@stipple/protocol";

interface FirstChoicesInput {
  readonly answers: Answers;
  readonly today: string;
  readonly timeZone: string;
  readonly topicalTiming: PlanChoices["topicalTiming"];
}

/** What the form starts with: the places from the answers, the coming Sunday evening, once a week. */
export function firstChoices({
  answers,
  today,
  timeZone,
  topicalTiming,
}: FirstChoicesInput): PlanChoices {
  const day = isoDate(today);
  return {
    protocolId: answers.setting === "clinic" ? "article-clinic" : "article-home",
    zones: answers.thinZones ?? [],
    firstOn: addDays(day, 7 - (weekdayOf(day) % 7)),
    timeOfDay: "20:00",
    timeZone,
    sessionsPerWeek: 1,
    topicalTiming: topicalTiming ?? "wait-24h",
  };
}

/** Zones of the head map behind the choices; "whole-scalp" stands for all of them. */
export function partZonesOf(zones: PlanChoices["zones"]): readonly PartZoneId[] {
  const parts: readonly PartZoneId[] = [
    "frontal-hairline",
    "left-temple",
    "right-temple",
    "mid-scalp",
    "vertex",
  ];
  return zones.includes("whole-scalp") ? parts : parts.filter((zone) => zones.includes(zone));
}

/** The choices without a key, for a wish that was taken back. */
export function without<Key extends keyof PlanChoices>(
  choices: PlanChoices,
  key: Key,
): Omit<PlanChoices, Key> {
  const { [key]: _, ...others } = choices;
  return others;
}
