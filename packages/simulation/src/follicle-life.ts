import { drawBits, drawUniform, follicleKey } from "./follicle-draws.ts";
import { readQuantile } from "./follicle-durations.ts";
import { rateAt, rateStride, sessionAt, sessionStride } from "./follicle-rates.ts";

/** What a follicle lives under, and where its weeks are noted. */
export interface FollicleModel {
  readonly runKey: number;
  readonly weeks: number;
  readonly emergenceDays: number;
  /** Mean days of each phase: long-cycling, then short-cycling follicles. */
  readonly meanDays: Float64Array;
  /** Quantiles of each phase as multiples of its mean, and how much longer a phase is that is met by chance. */
  readonly durations: FollicleDurations;
  readonly rates: Float64Array;
  readonly sessions: Float64Array;
  /** Changes of the weekly counts: +1 where a state begins, −1 where it ends. Shed hairs are counts as they are. */
  readonly tally: Int32Array;
  /** Where only hairs that can be seen are counted: their weekly changes, in place of the whole tally. */
  readonly seen?: Int32Array | undefined;
}

interface FollicleDurations {
  readonly anagen: Float64Array;
  readonly telogen: Float64Array;
  readonly latency: Float64Array;
  /** exp(s²) of each phase: long ones are met more often, so the log-mean of the law rises by s². */
  readonly metFactors: Float64Array;
}

/** Columns of the weekly tally. */
export const tallyAt = {
  anagen: 0,
  visibleAnagen: 1,
  terminal: 2,
  telogen: 3,
  latent: 4,
  shed: 5,
} as const;
export const tallyStride = 6;

/** Purposes of random draws: two for the start, then four for every cycle. */
const startPhaseDraw = 0;
const startAgeDraw = 1;
const firstCycleDraw = 4;
const drawsPerCycle = 4;
const moveDraw = 3;

const inAnagen = 0;
const inTelogen = 1;
const inLatency = 2;

const daysPerWeek = 7;

/**
 * Follows one follicle from its place in the equilibrium to the end, and notes it in the weeks.
 *
 * The end of a week is the moment before anything happens on that day: a count is taken before the session.
 *
 * @returns phases gone through
 */
export function liveFollicle(model: FollicleModel, follicle: number, startsLong: boolean): number {
  const { meanDays, durations, rates, sessions, tally, seen, weeks, emergenceDays } = model;
  const untilDay = weeks * daysPerWeek;
  const key = follicleKey(model.runKey, follicle);
  let isLong = startsLong;
  let phase = startPhase(meanDays, isLong ? 0 : 3, drawUniform(key, startPhaseDraw));
  let draws = firstCycleDraw;
  const met =
    (durations.metFactors[phase] ?? 0) *
    (meanDays[(isLong ? 0 : 3) + phase] ?? 0) *
    readQuantile(tableOf(durations, phase), drawBits(key, draws + phase));
  let work = met * drawUniform(key, startAgeDraw);
  let visibleFromDay = work - met + emergenceDays;
  let day = 0;
  let row = 0;
  let session = 0;
  /** The first week of the phase; it began before the start, so it is seen in the first count. */
  let from = 0;
  for (let events = 1; ; events++) {
    const column = rateColumn(phase, isLong);
    let endDay = day + work / (rates[row + column] ?? 1);
    if (endDay > (rates[row + rateAt.endDay] ?? 0)) {
      endDay = finishDay(rates, row, column, day, work);
    }
    let isWoken = false;
    if (phase !== inAnagen && sessions.length > 0) {
      while ((sessions[session] ?? Number.POSITIVE_INFINITY) < day) session += sessionStride;
      const wakeDay = firstWake(sessions, session, key, phase, endDay);
      isWoken = wakeDay < endDay;
      endDay = wakeDay;
    }
    const isOver = !(endDay < untilDay);
    const to = isOver ? weeks + 1 : weekAfter(endDay);
    if (to > from) {
      const seenFrom = phase === inAnagen ? Math.max(from, weekAfter(visibleFromDay)) : from;
      if (seen === undefined) notePhase(tally, isLong ? phase : phase + 3, from, seenFrom, to);
      else if (phase !== inLatency && to > seenFrom) noteSeen(seen, seenFrom, to);
    }
    if (isOver) return events;
    from = to;
    day = endDay;
    while ((rates[row + rateAt.endDay] ?? 0) <= day) row += rateStride;
    if (phase === inTelogen && seen === undefined) noteShed(tally, to);
    if (phase === inAnagen) phase = inTelogen;
    else if (phase === inTelogen && !isWoken) phase = inLatency;
    else {
      phase = inAnagen;
      draws += drawsPerCycle;
      visibleFromDay = day + emergenceDays;
      const chance = rates[row + (isLong ? rateAt.shrink : rateAt.recover)] ?? 0;
      if (chance > 0 && drawUniform(key, draws + moveDraw) < chance) isLong = !isLong;
    }
    work =
      (meanDays[(isLong ? 0 : 3) + phase] ?? 0) *
      readQuantile(tableOf(durations, phase), drawBits(key, draws + phase));
  }
}

function rateColumn(phase: number, isLong: boolean): number {
  if (phase === inAnagen) return isLong ? rateAt.anagenLong : rateAt.anagenShort;
  if (phase === inTelogen) return rateAt.telogen;
  return isLong ? rateAt.latencyLong : rateAt.latencyShort;
}

function tableOf({ anagen, telogen, latency }: FollicleDurations, phase: number): Float64Array {
  if (phase === inAnagen) return anagen;
  return phase === inTelogen ? telogen : latency;
}

/** The phase in which a follicle of the equilibrium is met: with probability mean duration over mean cycle. */
function startPhase(meanDays: Float64Array, first: number, uniform: number): number {
  const anagen = meanDays[first] ?? 0;
  const telogen = meanDays[first + 1] ?? 0;
  const place = uniform * (anagen + telogen + (meanDays[first + 2] ?? 0));
  if (place < anagen) return inAnagen;
  return place < anagen + telogen ? inTelogen : inLatency;
}

/** The day on which `work` begun on `fromDay` is done, at the speeds in `column` from `row` on. */
function finishDay(
  rates: Float64Array,
  fromRow: number,
  column: number,
  fromDay: number,
  fromWork: number,
): number {
  let row = fromRow;
  let day = fromDay;
  let work = fromWork;
  for (;;) {
    const rate = rates[row + column] ?? 1;
    const endDay = rates[row + rateAt.endDay] ?? 0;
    const finish = day + work / rate;
    if (!(finish > endDay)) return finish;
    work -= (endDay - day) * rate;
    day = endDay;
    row += rateStride;
  }
}

/** The day of the first session from row `from` on that wakes a resting or empty follicle; `endDay` where none does. */
function firstWake(
  sessions: Float64Array,
  from: number,
  key: number,
  phase: number,
  endDay: number,
): number {
  const chance = phase === inTelogen ? sessionAt.wakeTelogen : sessionAt.wakeLatent;
  for (let row = from; row < sessions.length; row += sessionStride) {
    const day = sessions[row + sessionAt.day] ?? 0;
    if (day >= endDay) break;
    if (drawUniform(key, sessions[row + sessionAt.drawKey] ?? 0) < (sessions[row + chance] ?? 0)) {
      return day;
    }
  }
  return endDay;
}

/** The first week that ends after this day. */
function weekAfter(day: number): number {
  return Math.floor(day / daysPerWeek) + 1;
}

/**
 * Notes a phase in the weeks from `from` to before `to`, its hair in those from `seenFrom` on.
 *
 * @param state the phase, plus 3 for a short-cycling follicle
 */
function notePhase(
  tally: Int32Array,
  state: number,
  from: number,
  seenFrom: number,
  to: number,
): void {
  const phase = state < 3 ? state : state - 3;
  if (phase === inLatency) {
    addStretch(tally, tallyAt.latent, from, to);
    return;
  }
  addStretch(tally, phase === inAnagen ? tallyAt.anagen : tallyAt.telogen, from, to);
  if (to <= seenFrom) return;
  if (phase === inAnagen) addStretch(tally, tallyAt.visibleAnagen, seenFrom, to);
  if (state < 3) addStretch(tally, tallyAt.terminal, seenFrom, to);
}

function noteSeen(seen: Int32Array, from: number, to: number): void {
  seen[from] = (seen[from] ?? 0) + 1;
  seen[to] = (seen[to] ?? 0) - 1;
}

function noteShed(tally: Int32Array, week: number): void {
  const place = week * tallyStride + tallyAt.shed;
  tally[place] = (tally[place] ?? 0) + 1;
}

function addStretch(tally: Int32Array, column: number, from: number, to: number): void {
  const begin = from * tallyStride + column;
  const end = to * tallyStride + column;
  tally[begin] = (tally[begin] ?? 0) + 1;
  tally[end] = (tally[end] ?? 0) - 1;
}
