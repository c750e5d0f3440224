import { epochDay, type IsoDate, weekdayOfEpochDay } from "./calendar.ts";
import { showMm } from "./needle-length-text.ts";
import type { Plan, TopicalStep } from "./plan.ts";
import { secondSessionDays } from "./plan-sessions.ts";
import type { CadencePhase } from "./protocol-document.ts";
import { type PartZoneId, partZoneIds } from "./zones.ts";

/** What the sentence is made of. */
export interface SentenceInput {
  readonly needleUm: number;
  readonly isPen: boolean;
  readonly firstOn: IsoDate;
  readonly sessionsPerWeek: 1 | 2;
  readonly phases: readonly CadencePhase[];
  readonly zones: readonly PartZoneId[];
  readonly sectionCount: number;
  readonly sessionMin: number;
  readonly topicals: readonly TopicalStep[];
  readonly timing: Plan["topicalTiming"]["value"];
}

/** The plan in one or two sentences, as it is said first. */
export function planSentence(input: SentenceInput): string {
  const { needleUm, isPen, zones, sectionCount, sessionMin } = input;
  const rolling = [
    `${showMm(needleUm)} ${isPen ? "pen" : "roller"}`,
    dayWords(input),
    areaWords(zones),
    `${sectionCount} sections in about ${sessionMin} minutes.`,
  ].join(", ");
  return `${rolling}${drugWords(input)}`;
}

const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

function dayWords({ firstOn, sessionsPerWeek, phases }: SentenceInput): string {
  const name = (afterDays: number) =>
    weekdays[weekdayOfEpochDay(epochDay(firstOn) + afterDays) - 1];
  if (sessionsPerWeek === 2) return `${name(0)}s and ${name(secondSessionDays)}s`;
  return phases
    .map(({ everyWeeks, weeks }, index) => {
      const often = everyWeeks === 1 ? `${name(0)}s` : `every second ${name(0)}`;
      return index < phases.length - 1 ? `${often} for ${weeks[1]} weeks` : often;
    })
    .join(", then ");
}

const zoneWords = {
  "frontal-hairline": "hairline",
  "left-temple": "left temple",
  "right-temple": "right temple",
  "mid-scalp": "mid-scalp",
  vertex: "crown",
} as const satisfies Record<PartZoneId, string>;

function areaWords(zones: readonly PartZoneId[]): string {
  if (zones.length === partZoneIds.length) return "whole scalp";
  const hasBothTemples = zones.includes("left-temple") && zones.includes("right-temple");
  const names = hasBothTemples
    ? zones
        .filter((zone) => zone !== "right-temple")
        .map((zone) => temples[zone] ?? zoneWords[zone])
    : zones.map((zone) => zoneWords[zone]);
  return listed(names);
}

const temples: Partial<Record<PartZoneId, string>> = { "left-temple": "temples" };

/** "hairline", "hairline and crown", "hairline, temples and crown" */
function listed(names: readonly string[]): string {
  const last = names.slice(-1);
  const before = names.slice(0, -1).join(", ");
  return [before, ...last].filter((part) => part !== "").join(" and ");
}

const drugNames: readonly (readonly [TopicalStep["product"], string])[] = [
  ["minoxidil", "minoxidil"],
  ["finasteride-topical", "finasteride lotion"],
  ["dutasteride-topical", "dutasteride lotion"],
];

function drugWords({ topicals, timing }: SentenceInput): string {
  const named = drugNames.flatMap(([product, name]) =>
    topicals.filter((step) => step.product === product).map((step) => ({ ...step, name })),
  );
  const now = named.filter(({ waitAfterH }) => waitAfterH === 0).map(({ name }) => name);
  const later = named.filter(({ waitAfterH }) => waitAfterH > 0).map(({ name }) => name);
  const verb = later.length === 1 ? "waits" : "wait";
  return [
    now.length > 0 ? ` ${capital(listed(now))} right after, as the article has it.` : "",
    later.length > 0 ? ` ${capital(listed(later))} ${verb} 24 hours.` : "",
    named.length === 0 && timing === "wait-24h" ? " Any drug for the scalp waits 24 hours." : "",
  ].join("");
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
