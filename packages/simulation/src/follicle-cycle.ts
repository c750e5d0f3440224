import { exp } from "./elementary.ts";
import { logSdOf } from "./follicle-draws.ts";
import { unitTable } from "./follicle-durations.ts";
import { type FollicleModel, liveFollicle, tallyAt, tallyStride } from "./follicle-life.ts";
import { clockRates, sessionChances } from "./follicle-rates.ts";
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
  const model = modelOf(design, parameters);
  const events = runFollicles(model, design, parameters);
  return courseOf(model, events, parameters.follicleDensityPerCm2 / design.follicles);
}

/** Only the hairs that can be seen, per cm² and week: what a count sees, without the cost of the rest. */
export function visibleDensities(
  design: FollicleDesign,
  parameters: FollicleValues,
): { readonly visiblePerCm2: Float64Array; readonly events: number } {
  checkDesign(design, parameters);
  const { weeks, follicles } = design;
  const seen = new Int32Array(weeks + 2);
  const model = { ...modelOf(design, parameters), seen };
  const events = runFollicles(model, design, parameters);
  const perCm2 = parameters.follicleDensityPerCm2 / follicles;
  const visiblePerCm2 = new Float64Array(weeks + 1);
  let count = 0;
  for (let week = 0; week <= weeks; week++) {
    count += seen[week] ?? 0;
    visiblePerCm2[week] = count * perCm2;
  }
  return { visiblePerCm2, events };
}

/** @returns phases gone through */
function runFollicles(
  model: FollicleModel,
  { follicles }: FollicleDesign,
  { longCyclingShare }: FollicleValues,
): number {
  const longCount = Math.round(longCyclingShare * follicles);
  let events = 0;
  for (let follicle = 0; follicle < follicles; follicle++) {
    events += liveFollicle(model, follicle, follicle < longCount);
  }
  return events;
}

function modelOf(
  { treatment, weeks, seed, stream }: FollicleDesign,
  parameters: FollicleValues,
): FollicleModel {
  const logSds = {
    anagen: logSdOf(parameters.anagenCv),
    telogen: logSdOf(parameters.telogenCv),
    latency: logSdOf(parameters.latencyCv),
  };
  return {
    runKey: createRandom(seed, stream).bits(),
    weeks,
    emergenceDays: parameters.emergenceDays,
    meanDays: Float64Array.of(
      ...[parameters.anagenLongDays, parameters.telogenLongDays, parameters.latencyLongDays],
      ...[parameters.anagenShortDays, parameters.telogenShortDays, parameters.latencyShortDays],
    ),
    durations: {
      anagen: unitTable(logSds.anagen),
      telogen: unitTable(logSds.telogen),
      latency: unitTable(logSds.latency),
      metFactors: Float64Array.from(Object.values(logSds), (logSd) => exp(logSd * logSd)),
    },
    rates: clockRates(treatment, parameters, weeks * daysPerWeek),
    sessions: sessionChances(treatment, parameters),
    tally: new Int32Array((weeks + 2) * tallyStride),
  };
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

/** Sums the changes up to weekly counts and turns them into densities. */
function courseOf({ tally, weeks }: FollicleModel, events: number, perCm2: number): FollicleCourse {
  const running = (column: number) => {
    let count = 0;
    return Array.from({ length: weeks + 1 }, (_, week) => {
      count += tally[week * tallyStride + column] ?? 0;
      return count;
    });
  };
  const [anagen, telogen, latent] = [tallyAt.anagen, tallyAt.telogen, tallyAt.latent].map(running);
  const visibleAnagen = running(tallyAt.visibleAnagen);
  const density = (counts: readonly number[]) => counts.map((count) => count * perCm2);
  const visible = visibleAnagen.map((count, week) => count + (telogen?.[week] ?? 0));
  const shed = visible.map((_, week) => tally[week * tallyStride + tallyAt.shed] ?? 0);
  return {
    events,
    anagen: anagen ?? [],
    telogen: telogen ?? [],
    latent: latent ?? [],
    visiblePerCm2: density(visible),
    visibleAnagenPerCm2: density(visibleAnagen),
    terminalPerCm2: density(running(tallyAt.terminal)),
    latentPerCm2: density(latent ?? []),
    shedPerCm2: density(shed),
  };
}
