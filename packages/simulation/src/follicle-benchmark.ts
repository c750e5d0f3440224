import { quantileTable, readQuantile } from "./follicle-durations.ts";
import { createRandom, type Random } from "./random.ts";

/** What the workload "follicle-v1" prints, so that two programs can be seen to have done the same work. */
export interface FollicleBenchmark {
  /** Phases gone through. */
  readonly events: number;
  /** Over the last tenth of the weeks: follicles that grow, and mean diameter of hair over all follicles. */
  readonly anagenFraction: number;
  readonly visibleDiameterUm: number;
}

/** The cycle of the workload; it defines a comparison, not a scalp. Log-normal durations by median and log SD. */
const workload = {
  anagenMedianDays: 1000,
  anagenLogSd: 0.35,
  catagenDays: 17,
  telogenMedianDays: 100,
  telogenLogSd: 0.3,
  kenogenMedianDays: 30,
  kenogenLogSd: 0.5,
  startDiameterUm: 60,
  diameterPerCycle: 0.97,
  /** Log SD of a patient's own multiple of anagen, in a trial. */
  patientLogSd: 0.2,
  folliclesPerPatient: 1000,
} as const;

/**
 * Patients are summed in groups of this many, and the groups in their order: whoever computes a group, on however many
 * threads, the total is the same to the last bit.
 */
export const patientsPerGroup = 125;

/** Sums over patients of what their last weeks show. */
export interface TrialSums {
  readonly patients: number;
  readonly events: number;
  readonly anagenFraction: number;
  readonly visibleDiameterUm: number;
}

/** The workload "follicle-v1", mode cohort: one population. */
export function runFollicleCohort(
  follicles: number,
  weeks: number,
  seed: number,
): FollicleBenchmark {
  checkWhole({ follicles, weeks });
  const series = createSeries(weeks);
  followFollicles(series, createRandom(seed, 0), follicles, 1);
  return { events: series.events, ...lastWeeks(series, follicles) };
}

/** The workload "follicle-v1", mode trial: patients with 1000 follicles each, on one thread. */
export function runFollicleTrial(patients: number, weeks: number, seed: number): FollicleBenchmark {
  checkWhole({ patients, weeks });
  const groups = Math.ceil(patients / patientsPerGroup);
  let total: TrialSums = { patients: 0, events: 0, anagenFraction: 0, visibleDiameterUm: 0 };
  for (let group = 0; group < groups; group++) {
    total = addTrialSums(total, runTrialGroup(group, patients, weeks, seed));
  }
  return trialResult(total);
}

/** One group of a trial, for a worker: patients `group` × 125 up to the next group or the last patient. */
export function runTrialGroup(
  group: number,
  patients: number,
  weeks: number,
  seed: number,
): TrialSums {
  const series = createSeries(weeks);
  const first = group * patientsPerGroup;
  const end = Math.min(patients, first + patientsPerGroup);
  let anagenFraction = 0;
  let visibleDiameterUm = 0;
  for (let patient = first; patient < end; patient++) {
    const random = createRandom(seed, patient);
    const multiple = Math.exp(workload.patientLogSd * random.normal());
    series.anagen.fill(0);
    series.diameterUm.fill(0);
    followFollicles(series, random, workload.folliclesPerPatient, multiple);
    const last = lastWeeks(series, workload.folliclesPerPatient);
    anagenFraction += last.anagenFraction;
    visibleDiameterUm += last.visibleDiameterUm;
  }
  return { patients: end - first, events: series.events, anagenFraction, visibleDiameterUm };
}

/** Adds the next group to the groups before it. */
export function addTrialSums(before: TrialSums, group: TrialSums): TrialSums {
  return {
    patients: before.patients + group.patients,
    events: before.events + group.events,
    anagenFraction: before.anagenFraction + group.anagenFraction,
    visibleDiameterUm: before.visibleDiameterUm + group.visibleDiameterUm,
  };
}

/** The mean patient of a whole trial. */
export function trialResult(sums: TrialSums): FollicleBenchmark {
  return {
    events: sums.events,
    anagenFraction: sums.anagenFraction / sums.patients,
    visibleDiameterUm: sums.visibleDiameterUm / sums.patients,
  };
}

function checkWhole(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!(Number.isInteger(count) && count >= 1 && count <= 100_000_000)) {
      throw new RangeError(`${name} must be a whole number of at least 1, got ${count}`);
    }
  }
}

/** Weekly changes: +1 (or + diameter) in the week a state begins, − in the week it ends. */
interface Series {
  readonly weeks: number;
  readonly anagen: Float64Array;
  readonly diameterUm: Float64Array;
  /** Phases gone through so far. */
  events: number;
}

function createSeries(weeks: number): Series {
  return {
    weeks,
    anagen: new Float64Array(weeks + 1),
    diameterUm: new Float64Array(weeks + 1),
    events: 0,
  };
}

/** Means of the last tenth of the weeks, by summing up the changes. */
function lastWeeks({ weeks, anagen, diameterUm }: Series, follicles: number) {
  const from = Math.ceil(weeks * 0.9);
  let growing = 0;
  let diameter = 0;
  let growingSum = 0;
  let diameterSum = 0;
  for (let week = 0; week < weeks; week++) {
    growing += anagen[week] ?? 0;
    diameter += diameterUm[week] ?? 0;
    if (week < from) continue;
    growingSum += growing;
    diameterSum += diameter;
  }
  const counted = follicles * (weeks - from);
  return { anagenFraction: growingSum / counted, visibleDiameterUm: diameterSum / counted };
}

const anagenTable = quantileTable(workload.anagenMedianDays, workload.anagenLogSd);
const telogenTable = quantileTable(workload.telogenMedianDays, workload.telogenLogSd);
const kenogenTable = quantileTable(workload.kenogenMedianDays, workload.kenogenLogSd);

/**
 * Lets follicles cycle to the end and notes them in the weeks.
 *
 * A hair keeps one diameter from the start of its growth to the end of its rest, so that it is noted once for the three
 * phases it is seen in. Phases go in their fixed order, without a choice for the processor to guess.
 */
function followFollicles(
  series: Series,
  random: Random,
  follicles: number,
  anagenMultiple: number,
): void {
  const { weeks, anagen, diameterUm } = series;
  const untilDay = weeks * 7;
  const { bits } = random;
  const { catagenDays, diameterPerCycle, startDiameterUm } = workload;
  let events = 0;
  for (let follicle = 0; follicle < follicles; follicle++) {
    let diameter: number = startDiameterUm;
    let day = finishFirstCycle(series, random, anagenMultiple);
    while (day < untilDay) {
      diameter *= diameterPerCycle;
      const anagenEnd = day + anagenMultiple * readQuantile(anagenTable, bits());
      const catagenEnd = anagenEnd + catagenDays;
      const telogenEnd = catagenEnd + readQuantile(telogenTable, bits());
      const kenogenEnd = telogenEnd + readQuantile(kenogenTable, bits());
      events++;
      if (anagenEnd < untilDay) events++;
      if (catagenEnd < untilDay) events++;
      if (telogenEnd < untilDay) events++;
      noteWeeks(anagen, 1, day, anagenEnd, weeks);
      noteWeeks(diameterUm, diameter, day, telogenEnd, weeks);
      day = kenogenEnd;
    }
  }
  series.events += events;
}

/**
 * Puts a follicle somewhere into its first cycle, the phase chosen by the medians and its age uniform within it, and
 * notes what is left of that cycle. @returns the day the cycle ends, or any day past the end of the run
 */
function finishFirstCycle(series: Series, { bits, uniform }: Random, multiple: number): number {
  const { weeks, anagen, diameterUm } = series;
  const untilDay = weeks * 7;
  const { catagenDays, startDiameterUm } = workload;
  const toCatagen = workload.anagenMedianDays * multiple;
  const toTelogen = toCatagen + catagenDays;
  const toKenogen = toTelogen + workload.telogenMedianDays;
  const place = uniform() * (toKenogen + workload.kenogenMedianDays);

  let day = 0;
  if (place < toCatagen) {
    series.events++;
    day = uniform() * multiple * readQuantile(anagenTable, bits());
    noteWeeks(anagen, 1, 0, day, weeks);
  }
  if (place < toTelogen && day < untilDay) {
    series.events++;
    day += place < toCatagen ? catagenDays : uniform() * catagenDays;
  }
  if (place < toKenogen && day < untilDay) {
    series.events++;
    const telogen = readQuantile(telogenTable, bits());
    day += place < toTelogen ? telogen : uniform() * telogen;
  }
  noteWeeks(diameterUm, startDiameterUm, 0, day, weeks);
  if (day >= untilDay) return day;

  series.events++;
  const kenogen = readQuantile(kenogenTable, bits());
  return day + (place < toKenogen ? kenogen : uniform() * kenogen);
}

/** Adds to the weeks that begin in [fromDay, endDay). */
function noteWeeks(
  changes: Float64Array,
  amount: number,
  fromDay: number,
  endDay: number,
  weeks: number,
): void {
  const from = Math.ceil(fromDay / 7);
  const to = Math.min(weeks, Math.ceil(endDay / 7));
  if (to <= from) return;
  changes[from] = (changes[from] ?? 0) + amount;
  changes[to] = (changes[to] ?? 0) - amount;
}
