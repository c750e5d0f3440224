import {
  drawDuration,
  drawDurationMet,
  drawUniform,
  follicleKey,
  logSdOf,
} from "./follicle-draws.ts";
import {
  clockRates,
  rateAt,
  rateStride,
  sessionAt,
  sessionChances,
  sessionStride,
} from "./follicle-rates.ts";
import { checkTreatment, type FollicleTreatment } from "./follicle-treatment.ts";
import type { FollicleValues } from "./parameters/follicles.ts";
import { createRandom } from "./random.ts";

export interface FollicleDesign {
  readonly treatment: FollicleTreatment;
  /** How many follicles are followed; the answer is given per cm². */
  readonly follicles: number;
  readonly weeks: number;
  readonly seed: number;
  /** Tells apart runs of one seed, such as patients. */
  readonly stream: number;
}

/** A population of follicles over time. Entry w of every list is the state at the end of week w; entry 0 the start. */
export interface FollicleCourse {
  /** Phases that were gone through: the cost of the run. */
  readonly events: number;
  /** Follicles in each phase, of all that are followed: their sum never changes. */
  readonly anagen: readonly number[];
  readonly telogen: readonly number[];
  readonly latent: readonly number[];
  /** Hairs that can be seen, per cm². */
  readonly visiblePerCm2: readonly number[];
  /** Growing hairs that can be seen, per cm². */
  readonly visibleAnagenPerCm2: readonly number[];
  /** Hairs of long-cycling follicles, per cm². Whether treatment turns vellus into terminal hairs is disputed: grade D. */
  readonly terminalPerCm2: readonly number[];
  /** Follicles without a hair (kenogen), per cm². */
  readonly latentPerCm2: readonly number[];
  /** Hairs lost in the week that ends here, per cm². */
  readonly shedPerCm2: readonly number[];
}

/** Columns of the weekly tally. */
const anagenColumn = 0;
const visibleAnagenColumn = 1;
const terminalColumn = 2;
const telogenColumn = 3;
const latentColumn = 4;
const shedColumn = 5;
const tallyStride = 6;

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
 * The life of a patch of follicles: each grows (anagen), rests (telogen), stands empty (latency), and begins again.
 *
 * The follicular automaton of Halloy 2000. A phase is an amount of work drawn once (log-normal); treatment changes the
 * speed at which it is done, so that the next event is known exactly and there is no time step. A session wakes
 * empty follicles, and resting ones at a third of that chance, at once. Hairs are seen while resting, and growing once
 * older than the emergence time. The start is the equilibrium of the untreated cycle.
 */
export function simulateFollicles(
  design: FollicleDesign,
  parameters: FollicleValues,
): FollicleCourse {
  checkDesign(design, parameters);
  const { treatment, follicles, weeks, seed, stream } = design;
  const untilDay = weeks * daysPerWeek;
  const model: Model = {
    runKey: createRandom(seed, stream).bits(),
    weeks,
    emergenceDays: parameters.emergenceDays,
    // Mean days of each phase: long-cycling, then short-cycling follicles.
    means: Float64Array.of(
      ...[parameters.anagenLongDays, parameters.telogenLongDays, parameters.latencyLongDays],
      ...[parameters.anagenShortDays, parameters.telogenShortDays, parameters.latencyShortDays],
    ),
    logSds: Float64Array.of(
      ...[parameters.anagenCv, parameters.telogenCv, parameters.latencyCv].map(logSdOf),
    ),
    rates: clockRates(treatment, parameters, untilDay),
    sessions: sessionChances(treatment, parameters),
    tally: new Int32Array((weeks + 2) * tallyStride),
  };
  let events = 0;
  const longCount = Math.round(parameters.longCyclingShare * follicles);
  for (let follicle = 0; follicle < follicles; follicle++) {
    events += liveFollicle(model, follicle, follicle < longCount);
  }
  return courseOf(model, events, parameters.follicleDensityPerCm2 / follicles);
}

function checkDesign(design: FollicleDesign, parameters: FollicleValues): void {
  checkTreatment(design.treatment);
  for (const name of ["follicles", "weeks"] as const) {
    if (!(Number.isInteger(design[name]) && design[name] >= 1 && design[name] <= 100_000_000)) {
      throw new RangeError(`${name} must be a whole number of at least 1, got ${design[name]}`);
    }
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY) && name !== "shortNeedlingWake") {
      throw new RangeError(`${name} must be 0 or more, got ${value}`);
    }
    if (name.endsWith("Days") && name !== "emergenceDays" && value === 0) {
      throw new RangeError(`${name} must be above 0, got ${value}`);
    }
  }
  if (!(parameters.longCyclingShare <= 1)) {
    throw new RangeError(`longCyclingShare must be at most 1, got ${parameters.longCyclingShare}`);
  }
}

interface Model {
  readonly runKey: number;
  readonly weeks: number;
  readonly emergenceDays: number;
  readonly means: Float64Array;
  readonly logSds: Float64Array;
  readonly rates: Float64Array;
  readonly sessions: Float64Array;
  /** Changes of the weekly counts: +1 where a state begins, −1 where it ends. Shed hairs are counts as they are. */
  readonly tally: Int32Array;
}

/** Follows one follicle from its place in the equilibrium to the end. @returns phases gone through */
function liveFollicle(model: Model, follicle: number, startsLong: boolean): number {
  const { means, logSds, rates, weeks } = model;
  const untilDay = weeks * daysPerWeek;
  const key = follicleKey(model.runKey, follicle);
  let isLong = startsLong;
  let phase = startPhase(means, isLong, drawUniform(key, startPhaseDraw));
  let cycle = 0;
  const met = drawDurationMet(
    means[(isLong ? 0 : 3) + phase] ?? 0,
    logSds[phase] ?? 0,
    drawUniform(key, firstCycleDraw + phase),
  );
  let work = met * drawUniform(key, startAgeDraw);
  let anagenFrom = work - met;
  let day = 0;
  let row = 0;
  for (let events = 1; ; events++) {
    let endDay = finishDay(rates, row, rateColumn(phase, isLong), day, work);
    const wakeDay = phase === inAnagen ? endDay : firstWake(model, key, phase, day, endDay);
    const isWoken = wakeDay < endDay;
    if (isWoken) endDay = wakeDay;
    // The first phase began before the start, so it is seen in the first count.
    tallyPhase(model, phase, isLong, {
      fromDay: events === 1 ? -1 : day,
      endDay,
      visibleFromDay: anagenFrom + model.emergenceDays,
    });
    if (!(endDay < untilDay)) return events;

    day = endDay;
    while ((rates[row + rateAt.endDay] ?? 0) <= day) row += rateStride;
    if (phase === inTelogen) tallyShed(model, day);
    if (phase === inAnagen) phase = inTelogen;
    else if (phase === inTelogen && !isWoken) phase = inLatency;
    else {
      phase = inAnagen;
      cycle++;
      anagenFrom = day;
      const place = row + (isLong ? rateAt.shrink : rateAt.recover);
      const moves = drawUniform(key, firstCycleDraw + cycle * drawsPerCycle + moveDraw);
      if (moves < (rates[place] ?? 0)) isLong = !isLong;
    }
    work = drawDuration(
      means[(isLong ? 0 : 3) + phase] ?? 0,
      logSds[phase] ?? 0,
      drawUniform(key, firstCycleDraw + cycle * drawsPerCycle + phase),
    );
  }
}

/** The phase in which a follicle of the equilibrium is met: with probability mean duration over mean cycle. */
function startPhase(means: Float64Array, isLong: boolean, uniform: number): number {
  const first = isLong ? 0 : 3;
  const anagen = means[first] ?? 0;
  const telogen = means[first + 1] ?? 0;
  const place = uniform * (anagen + telogen + (means[first + 2] ?? 0));
  if (place < anagen) return inAnagen;
  return place < anagen + telogen ? inTelogen : inLatency;
}

function rateColumn(phase: number, isLong: boolean): number {
  if (phase === inAnagen) return isLong ? rateAt.anagenLong : rateAt.anagenShort;
  if (phase === inTelogen) return rateAt.telogen;
  return isLong ? rateAt.latencyLong : rateAt.latencyShort;
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

/** The day of the first session that wakes a resting or empty follicle before `endDay`; `endDay` where none does. */
function firstWake(
  { sessions }: Model,
  key: number,
  phase: number,
  fromDay: number,
  endDay: number,
): number {
  const column = phase === inTelogen ? sessionAt.wakeTelogen : sessionAt.wakeLatent;
  for (let row = 0; row < sessions.length; row += sessionStride) {
    const day = sessions[row + sessionAt.day] ?? 0;
    if (day < fromDay) continue;
    if (day >= endDay) break;
    if (drawUniform(key, sessions[row + sessionAt.drawKey] ?? 0) < (sessions[row + column] ?? 0)) {
      return day;
    }
  }
  return endDay;
}

interface Stretch {
  readonly fromDay: number;
  readonly endDay: number;
  /** Where a growing hair becomes long enough to be seen. */
  readonly visibleFromDay: number;
}

/**
 * Notes a phase in the weeks whose end falls into (fromDay, endDay].
 *
 * The end of a week is the moment before anything happens on that day: a count is taken before the session.
 */
function tallyPhase(
  { tally, weeks }: Model,
  phase: number,
  isLong: boolean,
  { fromDay, endDay, visibleFromDay }: Stretch,
): void {
  const from = weekAfter(fromDay);
  const to = Math.min(weeks + 1, weekAfter(endDay));
  if (to <= from) return;
  addStretch(tally, phaseColumn(phase), from, to);
  if (phase === inLatency) return;
  const visibleFrom = phase === inTelogen ? from : Math.max(from, weekAfter(visibleFromDay));
  if (to <= visibleFrom) return;
  if (phase === inAnagen) addStretch(tally, visibleAnagenColumn, visibleFrom, to);
  if (isLong) addStretch(tally, terminalColumn, visibleFrom, to);
}

/** The first week that ends after this day. */
function weekAfter(day: number): number {
  return Math.floor(day / daysPerWeek) + 1;
}

function phaseColumn(phase: number): number {
  if (phase === inAnagen) return anagenColumn;
  return phase === inTelogen ? telogenColumn : latentColumn;
}

function addStretch(tally: Int32Array, column: number, from: number, to: number): void {
  const begin = from * tallyStride + column;
  const end = to * tallyStride + column;
  tally[begin] = (tally[begin] ?? 0) + 1;
  tally[end] = (tally[end] ?? 0) - 1;
}

function tallyShed({ tally }: Model, day: number): void {
  const place = weekAfter(day) * tallyStride + shedColumn;
  tally[place] = (tally[place] ?? 0) + 1;
}

/** Sums the changes up to weekly counts and turns them into densities. */
function courseOf({ tally, weeks }: Model, events: number, perCm2: number): FollicleCourse {
  const running = (column: number) => {
    let count = 0;
    return Array.from({ length: weeks + 1 }, (_, week) => {
      count += tally[week * tallyStride + column] ?? 0;
      return count;
    });
  };
  const [anagen, telogen, latent] = [anagenColumn, telogenColumn, latentColumn].map(running);
  const visibleAnagen = running(visibleAnagenColumn);
  const density = (counts: readonly number[]) => counts.map((count) => count * perCm2);
  const visible = visibleAnagen.map((count, week) => count + (telogen?.[week] ?? 0));
  const shed = visible.map((_, week) => tally[week * tallyStride + shedColumn] ?? 0);
  return {
    events,
    anagen: anagen ?? [],
    telogen: telogen ?? [],
    latent: latent ?? [],
    visiblePerCm2: density(visible),
    visibleAnagenPerCm2: density(visibleAnagen),
    terminalPerCm2: density(running(terminalColumn)),
    latentPerCm2: density(latent ?? []),
    shedPerCm2: density(shed),
  };
}
