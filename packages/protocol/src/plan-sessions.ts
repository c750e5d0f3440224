import {
  dateOfEpochDay,
  epochDay,
  epochMs,
  type Instant,
  type IsoDate,
  instantAt,
  wallClock,
} from "./calendar.ts";
import { hardIntervalAfter } from "./frequency.ts";
import type { DoneSession, PlannedSession } from "./plan.ts";
import type { CadencePhase } from "./protocol-document.ts";
import { type PartZoneId, zonesOverlap } from "./zones.ts";

export interface TimetableInput {
  readonly phases: readonly CadencePhase[];
  readonly sessionsPerWeek: 1 | 2;
  readonly firstOn: IsoDate;
  readonly timeOfDay: string;
  readonly timeZone: string;
  readonly zones: readonly PartZoneId[];
  readonly sessionMin: number;
  readonly hardH: number;
  readonly history: readonly DoneSession[];
  readonly now: Instant;
}

export interface Timetable {
  /** Day of the first session, as wished or a whole number of weeks later. */
  readonly firstOn: IsoDate;
  /** The day on which it starts: the next one where the clocks skip its hour at midnight. */
  readonly startsOn: IsoDate;
  readonly sessions: readonly PlannedSession[];
  /** Days that had to stay free, because a clock change or a neighbour left too little time. */
  readonly leftOut: readonly IsoDate[];
  /** Sessions that start later than the wished time of day. */
  readonly movedLater: number;
  /** The past pushed the first session beyond the wished day. */
  readonly pushedByHistory: boolean;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const quarterMs = 15 * minuteMs;
const weekMs = 168 * hourMs;
/** Starts in any 168 hours, at every length; longer needles have the stricter hard gap besides. */
export const maxStartsPer168h = 2;
/** A start moves at most this far into the evening; beyond that the day stays free. */
const mostShiftMs = 3 * hourMs;
/** From the first to the second session of a week, so that the gaps are three and four days. */
export const secondSessionDays = 3;

/** What the sessions so far leave open. */
interface Busy {
  /** The hard gap after every session is over. */
  readonly hardFreeMs: number;
  /** The newest starts, newest first. */
  readonly startsMs: readonly number[];
}

interface Slot {
  readonly afterDays: number;
  readonly week: number;
  readonly phase: string;
}

/** Lays the sessions of a programme on the wall calendar, with every gap kept in elapsed time. */
export function layOut(input: TimetableInput): Timetable {
  const past = busyAfter(input);
  const wall = openCalendar(input, freeFromMs(past));
  const sessions: PlannedSession[] = [];
  const leftOut: IsoDate[] = [];
  let movedLater = 0;
  let busy = past;

  for (const { afterDays, week, phase } of slotsOf(input)) {
    const wishedMs = wall.clock.msAt(wall.firstDay + afterDays, wall.minuteOfDay);
    const startMs = nextQuarter(wishedMs, busy.hardFreeMs);
    if (startMs - wishedMs > mostShiftMs || startMs < capFreeMs(busy)) {
      leftOut.push(dateOfEpochDay(wall.firstDay + afterDays));
      continue;
    }
    movedLater += startMs > wishedMs ? 1 : 0;
    sessions.push({
      number: sessions.length + 1,
      startsAt: instantAt(startMs),
      date: dateOfEpochDay(wall.clock.dayOf(startMs)),
      week,
      phase,
      zones: input.zones,
    });
    busy = {
      hardFreeMs: startMs + input.sessionMin * minuteMs + input.hardH * hourMs,
      startsMs: [startMs, ...busy.startsMs].slice(0, maxStartsPer168h),
    };
  }
  const firstMs = wall.clock.msAt(wall.firstDay, wall.minuteOfDay);
  return {
    firstOn: dateOfEpochDay(wall.firstDay),
    startsOn: dateOfEpochDay(wall.clock.dayOf(firstMs)),
    sessions,
    leftOut,
    movedLater,
    pushedByHistory: wall.isPushed,
  };
}

/** What the past leaves open on these zones. A session longer than the plan's needle keeps its own, longer gap. */
function busyAfter({ history, zones, hardH }: TimetableInput): Busy {
  const onZones = history.filter((done) => zonesOverlap(done.zones, zones));
  const free = onZones.map(({ startedAt, endedAt, ...done }) => {
    const endMs = Math.max(epochMs(startedAt), epochMs(endedAt));
    return endMs + Math.max(hardH, hardIntervalAfter(done)) * hourMs;
  });
  return {
    hardFreeMs: Math.max(Number.NEGATIVE_INFINITY, ...free),
    startsMs: onZones
      .map(({ startedAt }) => epochMs(startedAt))
      .sort((a, b) => b - a)
      .slice(0, maxStartsPer168h),
  };
}

function capFreeMs({ startsMs }: Busy): number {
  const oldest = startsMs[maxStartsPer168h - 1];
  return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + weekMs;
}

function freeFromMs(busy: Busy): number {
  return Math.max(busy.hardFreeMs, capFreeMs(busy));
}

/** The wall clock of the whole plan and its first day: the wished weekday, not before now nor before the skin is free. */
function openCalendar(input: TimetableInput, freeMs: number) {
  const { firstOn, timeOfDay, timeZone, now, phases } = input;
  const minuteOfDay = Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3));
  const nowMs = epochMs(now);
  const openMs = Math.max(nowMs, freeMs);
  const wishedDay = epochDay(firstOn);
  const daysOf = 7 * (1 + Math.max(...phases.map(({ weeks }) => weeks[1])));
  const clock = wallClock(
    timeZone,
    Math.max(wishedDay, Math.floor(nowMs / dayMs) - 1),
    Math.max(wishedDay, Math.floor(openMs / dayMs)) + 7 + daysOf,
  );

  const firstFrom = (ms: number) => {
    let day = wishedDay + 7 * Math.max(0, Math.ceil((Math.floor(ms / dayMs) - 1 - wishedDay) / 7));
    while (clock.msAt(day, minuteOfDay) < ms) day += 7;
    return day;
  };
  const firstDay = firstFrom(openMs);
  return { clock, minuteOfDay, firstDay, isPushed: firstDay > firstFrom(nowMs) };
}

function slotsOf({ phases, sessionsPerWeek }: TimetableInput): readonly Slot[] {
  const slots: Slot[] = [];
  for (const { name: phase, weeks, everyWeeks } of phases) {
    for (let week = weeks[0]; week <= weeks[1]; week += everyWeeks) {
      const afterDays = 7 * (week - 1);
      slots.push({ afterDays, week, phase });
      if (sessionsPerWeek === 2) {
        slots.push({ afterDays: afterDays + secondSessionDays, week, phase });
      }
    }
  }
  return slots;
}

/** The wished start, or the full quarter hour after the gap is over. */
function nextQuarter(wishedMs: number, freeMs: number): number {
  return freeMs <= wishedMs ? wishedMs : Math.ceil(freeMs / quarterMs) * quarterMs;
}
