import { at, type HealingValues, healingDerivative, restingState } from "./healing-equations.ts";
import { type HealingPhase, labelPhases } from "./healing-phases.ts";
import { createIntegrator } from "./integrate.ts";
import type { Grade } from "./parameter.ts";

/** One session as the healing model sees it. */
export interface HealingSession {
  /** Days since the first day of the treatment. */
  readonly day: number;
  /** Injury: 1 for 240 punctures per cm², 0.52 mm deep; see {@link microWoundDose}. */
  readonly dose: number;
  /** Platelet-rich plasma was put on the skin in this session. */
  readonly withPlasma: boolean;
}

export interface HealingDesign {
  /** In order of their days. */
  readonly sessions: readonly HealingSession[];
  readonly untilDay: number;
  /** Hours from one sample of the answer to the next, a whole number: 1 for hours, 24 for days. */
  readonly sampleH: number;
}

/** The model's numbers at one moment. */
export interface HealingSample {
  readonly day: number;
  /** Activated phagocytes, arbitrary units: inflammation. */
  readonly phagocytes: number;
  readonly damage: number;
  readonly calming: number;
  /** Inflammatory and repair macrophages, per mm³. */
  readonly macrophagesPerMm3: number;
  readonly growthFactorPgPerMm3: number;
  readonly plateletStorePgPerMm3: number;
  readonly plateletReleasedPgPerMm3: number;
  /** Share of fibroblasts that are active. */
  readonly fibroblastFraction: number;
  /** New, mostly type III collagen, arbitrary units. */
  readonly newCollagen: number;
  readonly matureCollagen: number;
  /** New collagen is being made faster than it matures and is lost. */
  readonly isCollagenRising: boolean;
}

/** What one session does, and what it found. */
export interface SessionResponse {
  readonly day: number;
  /** Injury asked for, and the injury counted: never more than the limit of the model. */
  readonly askedDose: number;
  readonly dose: number;
  /** Inflammation left from earlier sessions when this one began. */
  readonly residual: number;
  /** The same as a share of the first session's peak; `undefined` for the first session. */
  readonly residualFraction: number | undefined;
  /** Largest inflammation until the next session, and when. */
  readonly peak: number;
  readonly peakDay: number;
}

/** The healing of the skin over a list of sessions. An estimate from published cores with a coupling of our own. */
export interface HealingCourse {
  readonly grade: Grade;
  readonly samples: readonly HealingSample[];
  /** What goes on at each sample; phases overlap. */
  readonly phases: readonly (readonly HealingPhase[])[];
  readonly responses: readonly SessionResponse[];
  /** Sessions whose injury was counted as the limit of the model, to be said beside the picture. */
  readonly limited: readonly SessionResponse[];
}

/** Fibroblasts peak about a week after a session: the run goes on this long to know the peaks. */
const peakSearchDays = 14;
const hoursPerDay = 24;
const accuracy = { relative: 1e-6, absolute: 1e-9, maxStep: 1 };

/**
 * The injury of a session on the model's scale.
 *
 *     D0 = (n / 240 per cm²) · (d / 0.52 mm)
 *
 * @param punctureDensityPerCm2 punctures of the whole session
 * @param depthMm depth that the needles reached, not their length
 * @returns dimensionless; not yet limited
 */
export function microWoundDose(
  punctureDensityPerCm2: number,
  depthMm: number,
  parameters: HealingValues,
): number {
  for (const [name, value] of Object.entries({ punctureDensityPerCm2, depthMm })) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${name} must be 0 or more, got ${value}`);
    }
  }
  return (
    (punctureDensityPerCm2 / parameters.doseDensityPerCm2) * (depthMm / parameters.doseDepthMm)
  );
}

/**
 * What the scalp is doing, hour by hour or day by day, after the sessions given.
 *
 * Each session adds damage and a store of platelets (more with plasma); the rest follows from the equations.
 */
export function simulateHealing(design: HealingDesign, parameters: HealingValues): HealingCourse {
  checkDesign(design);
  const run = runHours(design, parameters);
  const phases = labelPhases(run.samples, run.responses, parameters);
  const shown = run.samples.filter(
    ({ day }, hour) => day <= design.untilDay && hour % design.sampleH === 0,
  );
  return {
    grade: "C",
    samples: shown,
    phases: shown.map((_, index) => phases[index * design.sampleH] ?? []),
    responses: run.responses,
    limited: run.responses.filter(({ askedDose, dose }) => askedDose > dose),
  };
}

function checkDesign({ sessions, untilDay, sampleH }: HealingDesign): void {
  if (!(untilDay >= 0 && untilDay <= 3660)) {
    throw new RangeError(`untilDay must be between 0 and 3660, got ${untilDay}`);
  }
  if (!(Number.isInteger(sampleH) && sampleH >= 1)) {
    throw new RangeError(`sampleH must be a whole number of at least 1, got ${sampleH}`);
  }
  let before = 0;
  for (const { day, dose } of sessions) {
    if (!(day >= before && day <= 3660)) {
      throw new RangeError(
        `day of a session must be between the one before (${before}) and 3660, got ${day}`,
      );
    }
    if (!(dose >= 0 && dose < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`dose must be 0 or more, got ${dose}`);
    }
    before = day;
  }
}

interface Run {
  readonly samples: readonly HealingSample[];
  readonly responses: readonly SessionResponse[];
}

/** Integrates from hour to hour, stopping at every session, some way past the end that was asked for. */
function runHours({ sessions, untilDay }: HealingDesign, parameters: HealingValues): Run {
  const state = restingState(parameters);
  const resting = (state[at.inflammatoryMacrophages] ?? 0) + (state[at.repairMacrophages] ?? 0);
  const derivative = healingDerivative(parameters, resting);
  const advance = createIntegrator(state.length, derivative, accuracy);
  const slope = new Float64Array(state.length);

  const samples: HealingSample[] = [];
  const responses: SessionResponse[] = [];
  const lastDay = Math.max(untilDay, sessions.at(-1)?.day ?? 0) + peakSearchDays;
  let timeH = 0;
  let next = 0;
  for (let hour = 0; hour <= lastDay * hoursPerDay; hour++) {
    for (let session = sessions[next]; session !== undefined; session = sessions[++next]) {
      const sessionH = session.day * hoursPerDay;
      if (sessionH > hour) break;
      advance(state, timeH, sessionH);
      timeH = sessionH;
      responses.push(beginSession(session, state, responses[0]?.peak, parameters));
    }
    advance(state, timeH, hour);
    timeH = hour;
    raisePeak(responses, state[at.phagocytes] ?? 0, hour / hoursPerDay);
    derivative(hour, state, slope);
    samples.push(sampleOf(hour / hoursPerDay, state, (slope[at.newCollagen] ?? 0) > 0));
  }
  return { samples, responses };
}

/** Adds damage and platelets to the state, and notes what the session found. */
function beginSession(
  { day, dose: askedDose, withPlasma }: HealingSession,
  state: Float64Array,
  firstPeak: number | undefined,
  parameters: HealingValues,
): SessionResponse {
  const dose = Math.min(askedDose, parameters.doseLimit);
  const residual = state[at.phagocytes] ?? 0;
  state[at.damage] = (state[at.damage] ?? 0) + dose;
  state[at.plateletStore] =
    (state[at.plateletStore] ?? 0) +
    parameters.plateletStorePgPerMm3 * dose * (withPlasma ? 1 + parameters.plasmaFold : 1);
  const residualFraction =
    firstPeak === undefined || firstPeak === 0 ? undefined : residual / firstPeak;
  return { day, askedDose, dose, residual, residualFraction, peak: residual, peakDay: day };
}

function raisePeak(responses: SessionResponse[], phagocytes: number, day: number): void {
  const latest = responses.at(-1);
  if (latest === undefined || phagocytes <= latest.peak) return;
  responses[responses.length - 1] = { ...latest, peak: phagocytes, peakDay: day };
}

function sampleOf(day: number, state: Float64Array, isCollagenRising: boolean): HealingSample {
  return {
    day,
    phagocytes: state[at.phagocytes] ?? 0,
    damage: state[at.damage] ?? 0,
    calming: state[at.calming] ?? 0,
    macrophagesPerMm3:
      (state[at.inflammatoryMacrophages] ?? 0) + (state[at.repairMacrophages] ?? 0),
    growthFactorPgPerMm3: state[at.growthFactor] ?? 0,
    plateletStorePgPerMm3: state[at.plateletStore] ?? 0,
    plateletReleasedPgPerMm3: state[at.plateletReleased] ?? 0,
    fibroblastFraction: state[at.fibroblasts] ?? 0,
    newCollagen: state[at.newCollagen] ?? 0,
    matureCollagen: state[at.matureCollagen] ?? 0,
    isCollagenRising,
  };
}
