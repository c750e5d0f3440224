import { visibleDensities } from "./follicle-cycle.ts";
import type { Grade } from "./parameter.ts";
import {
  drawPatient,
  type TrialPatient,
  treatmentTaken,
  trialParameters,
} from "./trial-patients.ts";
import type { TrialArm, TrialChunk, TrialDesign, WeekSums } from "./trial-schema.ts";
import {
  addSums,
  compareArms,
  type Difference,
  type MeanChange,
  meanOf,
  noPatients,
} from "./trial-statistics.ts";

/** Raise it when the same design gives other numbers, so that parts of an older run are not mixed in. */
export const trialVersion = 1;

/**
 * Patients are drawn and summed in parts of this many, and the parts in their order: whoever computes a part, on however
 * many threads, the total is the same to the last bit.
 */
const patientsPerChunk = 100;

/** What a trial found. An estimate by a model, not a prediction for one person. */
export interface TrialResult {
  readonly grade: Grade;
  readonly events: number;
  readonly arms: readonly TrialArmResult[];
}

export interface TrialArmResult {
  readonly name: string;
  /** Counts at the start, per cm². */
  readonly start: MeanChange;
  /** For every week from 0. */
  readonly weeks: readonly TrialWeek[];
}

/** Change of the count from the start, per cm². */
export interface TrialWeek {
  readonly week: number;
  readonly change: MeanChange;
  /** This arm less the first; absent in the first. */
  readonly lessFirst?: Difference;
}

/** How many parts a trial has. */
export function trialChunkCount({ patientsPerArm }: TrialDesign): number {
  return Math.ceil(patientsPerArm / patientsPerChunk);
}

/** One part of the patients through every arm: the same persons, follicles and luck in each (common random numbers). */
export function runTrialChunk(design: TrialDesign, chunk: number): TrialChunk {
  if (!(Number.isInteger(chunk) && chunk >= 0 && chunk < trialChunkCount(design))) {
    throw new RangeError(
      `chunk must be a whole number from 0 to ${trialChunkCount(design) - 1}, got ${chunk}`,
    );
  }
  const parameters = trialParameters(design);
  const arms = design.arms.map((_, index) => ({
    change: noSums(design.weeks),
    lessFirst: index === 0 ? [] : noSums(design.weeks),
    patients: [] as TrialChunk["arms"][number]["patients"],
  }));
  const first = chunk * patientsPerChunk;
  const end = Math.min(design.patientsPerArm, first + patientsPerChunk);
  let events = 0;
  for (let patient = first; patient < end; patient++) {
    events += followPatient(design, drawPatient(design, parameters, patient), arms);
  }
  return { chunk, events, arms };
}

/** The whole trial from its parts, in whatever order they were finished. */
export function gatherTrial(design: TrialDesign, chunks: readonly TrialChunk[]): TrialResult {
  const inOrder = chunks.toSorted((a, b) => a.chunk - b.chunk);
  const count = trialChunkCount(design);
  if (inOrder.length !== count || inOrder.some(({ chunk }, index) => chunk !== index)) {
    throw new RangeError(`chunks must be the ${count} of this trial, each once`);
  }
  return {
    grade: gradeOf(design),
    events: inOrder.reduce((sum, { events }) => sum + events, 0),
    arms: design.arms.map(({ name }, arm) => armResult(name, arm, inOrder)),
  };
}

/** Medicines rest on trials in men of about grade 4 (B); needling, and what another grade means, are speculative (D). */
function gradeOf({ arms, baseline }: TrialDesign): Grade {
  const isNeedled = arms.some(({ treatment }) => (treatment?.sessions.length ?? 0) > 0);
  return isNeedled || baseline.norwood !== "4" ? "D" : "B";
}

interface ArmSums {
  readonly change: WeekSums[];
  readonly lessFirst: WeekSums[];
  readonly patients: TrialChunk["arms"][number]["patients"];
}

/** Lives one patient through every arm and adds the counts. @returns follicle phases gone through */
function followPatient(
  design: TrialDesign,
  patient: TrialPatient,
  sums: readonly ArmSums[],
): number {
  let events = 0;
  let inFirst: Float64Array | undefined;
  for (const [index, arm] of design.arms.entries()) {
    const counted = countsOf(design, arm, patient);
    events += counted.events;
    const [start = 0] = counted.perCm2;
    const change = counted.perCm2.map((count) => count - start);
    const into = sums[index];
    for (let week = 0; week <= patient.lastWeek; week++) {
      const value = change[week] ?? 0;
      addTo(into?.change[week], value);
      if (inFirst) addTo(into?.lessFirst[week], value - (inFirst[week] ?? 0));
    }
    inFirst ??= change;
    into?.patients.push({
      patient: patient.patient,
      startPerCm2: start,
      adherenceFraction: patient.adherenceFraction,
      lastWeek: patient.lastWeek,
      lastChangePerCm2: change[patient.lastWeek] ?? 0,
    });
  }
  return events;
}

/** What is counted in one patient's area, per cm² and week: the model, the person's own drift, the error of counting. */
function countsOf(
  { count, seed, weeks }: TrialDesign,
  arm: TrialArm,
  { values, follicleStream, adherenceFraction, driftPerCm2, countErrorPerCm2 }: TrialPatient,
): { readonly perCm2: Float64Array; readonly events: number } {
  const follicles = Math.max(1, Math.round(values.follicleDensityPerCm2 * count.areaCm2));
  const treatment = treatmentTaken(arm, adherenceFraction);
  const run = visibleDensities(
    { treatment, follicles, weeks, seed, stream: follicleStream },
    values,
  );
  const perCm2 = run.visiblePerCm2.map((density, week) =>
    Math.max(0, density + (driftPerCm2[week] ?? 0) + (countErrorPerCm2[week] ?? 0)),
  );
  return { perCm2, events: run.events };
}

function noSums(weeks: number): WeekSums[] {
  return Array.from({ length: weeks + 1 }, () => ({ ...noPatients }));
}

function addTo(sums: WeekSums | undefined, value: number): void {
  if (sums === undefined) return;
  sums.n += 1;
  sums.sum += value;
  sums.squares += value * value;
}

function armResult(name: string, arm: number, chunks: readonly TrialChunk[]): TrialArmResult {
  const starts = chunks.flatMap(
    ({ arms }) => arms[arm]?.patients.map(({ startPerCm2 }) => startPerCm2) ?? [],
  );
  const start = starts.reduce(
    (sums, value) => addSums(sums, { n: 1, sum: value, squares: value * value }),
    noPatients,
  );
  const over = (of: "change" | "lessFirst", inArm: number) => (week: number) =>
    chunks.reduce(
      (sums, { arms }) => addSums(sums, arms[inArm]?.[of][week] ?? noPatients),
      noPatients,
    );
  const changeIn = over("change", arm);
  const changeInFirst = over("change", 0);
  const lessFirst = over("lessFirst", arm);
  const weeks = chunks[0]?.arms[arm]?.change.length ?? 0;
  return {
    name,
    start: meanOf(start),
    weeks: Array.from({ length: weeks }, (_, week) => {
      const change = meanOf(changeIn(week));
      if (arm === 0) return { week, change };
      return {
        week,
        change,
        lessFirst: compareArms(change, meanOf(changeInFirst(week)), lessFirst(week)),
      };
    }),
  };
}
