import {
  type AftercareClock,
  addDays,
  compareInstants,
  elapsedHours,
  type Instant,
  type IsoDate,
  laterOf,
  localDate,
  type PartZoneId,
  type Plan,
} from "@stipple/protocol";
import type { UpcomingSession } from "../plans/upcoming.ts";
import type { Day, DayEntry } from "./today.ts";

interface DaysInput {
  readonly now: Instant;
  readonly timeZone: string;
  readonly plan?: Plan;
  readonly upcoming: readonly UpcomingSession[];
  readonly aftercare?: AftercareClock;
}

type Timed = DayEntry & { readonly at: Instant };

/** Seven days from today with what falls on them. What is overdue stands on today. */
export function daysOf({ now, timeZone, plan, upcoming, aftercare }: DaysInput): readonly Day[] {
  const today = localDate(now, timeZone);
  const timed = [
    ...upcoming.map(sessionEntry),
    ...(aftercare ? aftercareEntries(aftercare, now) : []),
  ]
    .sort((a, b) => compareInstants(a.at, b.at))
    .map((entry) => ({ entry, date: localDate(laterOf(entry.at, now), timeZone) }));

  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(today, index);
    return {
      date,
      entries: [
        ...reviewEntries(plan, date),
        ...timed.filter((day) => day.date === date).map(({ entry }) => entry),
      ],
    };
  });
}

function sessionEntry({ number, startsAt, zones }: UpcomingSession): Timed {
  return { kind: "session", says: `Session ${number}: ${zoneText(zones)}`, at: startsAt };
}

function aftercareEntries({ later, checkIns, topical }: AftercareClock, now: Instant): Timed[] {
  return [
    ...openCheckIns(checkIns, now).map(
      ({ slot, dueAt }): Timed => ({
        kind: "check-in",
        says: `${checkInName(slot)} check-in`,
        at: dueAt,
      }),
    ),
    ...later.map(
      ({ says, until }): Timed => ({
        kind: "avoid-ends",
        says: `Possible again: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
        at: until,
      }),
    ),
    ...(topical && elapsedHours(topical.notBefore, now) < topicalShownH
      ? [{ kind: "topical" as const, says: topical.says, at: topical.notBefore }]
      : []),
  ];
}

/** After two days the product is a habit again and no news. */
const topicalShownH = 48;

/** After a week a check-in that was left out is of no use. */
const checkInShownH = 7 * 24;

/** "24-hour", "7-day" */
export function checkInName(slot: "24h" | "72h" | "7d"): string {
  return { "24h": "24-hour", "72h": "72-hour", "7d": "7-day" }[slot];
}

type CheckInDue = AftercareClock["checkIns"][number];

/** Those still to come, and the newest of those that are due. */
export function openCheckIns(
  checkIns: AftercareClock["checkIns"],
  now: Instant,
): readonly CheckInDue[] {
  const open = checkIns.filter(({ done }) => !done);
  const due = open.findLast(({ dueAt }) => isDue(dueAt, now));
  const toCome = open.filter(({ dueAt }) => compareInstants(dueAt, now) > 0);
  return due ? [due, ...toCome] : toCome;
}

function isDue(dueAt: Instant, now: Instant): boolean {
  const overdueH = elapsedHours(dueAt, now);
  return overdueH >= 0 && overdueH < checkInShownH;
}

function reviewEntries(plan: Plan | undefined, date: IsoDate): DayEntry[] {
  const reviews = plan?.reviews.filter(({ on }) => on === date) ?? [];
  return reviews.map(({ says }) => ({ kind: "review", says }));
}

const zoneNames: Record<PartZoneId, string> = {
  "frontal-hairline": "hairline",
  "left-temple": "left temple",
  "right-temple": "right temple",
  "mid-scalp": "mid-scalp",
  vertex: "crown",
};

function zoneText(zones: readonly PartZoneId[]): string {
  return zones.map((zone) => zoneNames[zone]).join(", ");
}
