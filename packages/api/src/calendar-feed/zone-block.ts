import { type Instant, instant, localDate, localTime } from "@stipple/protocol";

/** A moment from which the clock on the wall shows another offset; the first one only says what holds until then. */
interface ClockChange {
  readonly atMs: number;
  readonly beforeMin: number;
  readonly afterMin: number;
}

/**
 * The VTIMEZONE of a zone, true from one moment to another. Each change of the clock stands for itself and not
 * under a yearly rule: no rule says when Jerusalem, Santiago or Gaza change theirs.
 */
export function zoneBlock(timeZone: string, from: Instant, to: Instant): string {
  const changes = clockChanges(timeZone, from, to);
  const standardMin = Math.min(...changes.map(({ afterMin }) => afterMin));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    ...changes.flatMap((change) => observance(change, standardMin)),
    "END:VTIMEZONE",
  ].join("\r\n");
}

function observance({ atMs, beforeMin, afterMin }: ClockChange, standardMin: number): string[] {
  const name = afterMin > standardMin ? "DAYLIGHT" : "STANDARD";
  const wall = new Date(atMs + beforeMin * minuteMs).toISOString().slice(0, -".000Z".length);
  return [
    `BEGIN:${name}`,
    `DTSTART:${wall.replaceAll(/[-:]/g, "")}`,
    `TZOFFSETFROM:${offsetText(beforeMin)}`,
    `TZOFFSETTO:${offsetText(afterMin)}`,
    `END:${name}`,
  ];
}

function offsetText(offsetMin: number): string {
  const minutes = Math.abs(offsetMin);
  const digits = Math.floor(minutes / 60) * 100 + (minutes % 60);
  return `${offsetMin < 0 ? "-" : "+"}${String(digits).padStart(4, "0")}`;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** No zone changes its clock and changes it back within this time. */
const stepMs = 7 * dayMs;

function clockChanges(timeZone: string, from: Instant, to: Instant): readonly ClockChange[] {
  const startMs = Math.floor(Date.parse(from) / minuteMs) * minuteMs - dayMs;
  const startMin = offsetMinAt(startMs, timeZone);
  const changes = [{ atMs: startMs, beforeMin: startMin, afterMin: startMin }];
  for (let ms = startMs; ms < Date.parse(to); ms += stepMs) {
    const beforeMin = offsetMinAt(ms, timeZone);
    const afterMin = offsetMinAt(ms + stepMs, timeZone);
    if (beforeMin === afterMin) continue;
    changes.push({ atMs: changeBetween(ms, ms + stepMs, timeZone), beforeMin, afterMin });
  }
  return changes;
}

/** The first whole minute at which the clock is not as it was at `fromMs`. */
function changeBetween(fromMs: number, toMs: number, timeZone: string): number {
  const offsetMin = offsetMinAt(fromMs, timeZone);
  let [sameMs, otherMs] = [fromMs, toMs];
  while (otherMs - sameMs > minuteMs) {
    const middleMs = sameMs + Math.floor((otherMs - sameMs) / 2 / minuteMs) * minuteMs;
    if (offsetMinAt(middleMs, timeZone) === offsetMin) sameMs = middleMs;
    else otherMs = middleMs;
  }
  return otherMs;
}

function offsetMinAt(ms: number, timeZone: string): number {
  const moment = instant(new Date(ms).toISOString());
  const wall = `${localDate(moment, timeZone)}T${localTime(moment, timeZone)}:00Z`;
  return (Date.parse(wall) - ms) / minuteMs;
}
