import { type AbsorptionScenario, tabulateDelays } from "./absorption.ts";
import { type AbsorptionDoubt, doubtAbsorption } from "./absorption-doubt.ts";
import { weighTopical } from "./absorption-safety.ts";
import { type Coverage, measureCoverage } from "./coverage.ts";
import { attendedSessions, type FollicleTreatment, untreated } from "./follicle-treatment.ts";
import { type Forecast, type ForecastDesign, forecastDensity } from "./forecast.ts";
import { type HealingCourse, microWoundDose, simulateHealing } from "./healing.ts";
import type { Grade } from "./parameter.ts";
import { centralValues } from "./parameter.ts";
import { absorptionParameters, exposureLimits } from "./parameters/absorption.ts";
import { follicleParametersFor, type NorwoodPreset } from "./parameters/follicles.ts";
import { healingParameters } from "./parameters/healing.ts";
import { penetrationParameters } from "./parameters/penetration.ts";
import { rollerParameters } from "./parameters/roller.ts";
import { type Penetration, type PenetrationValues, penetrate } from "./penetration.ts";
import { type Patch, type Punctures, rollOut } from "./punctures.ts";
import { createRandom } from "./random.ts";
import { densityPerRollCm2 } from "./roller.ts";
import { drawRolls } from "./strokes.ts";
import { type OutOfScope, outOfScope } from "./treatment.ts";
import type { SimulatedSession, SimulatedTreatment } from "./treatment-schema.ts";

/** How sure each stage is: A strong … D speculative (the specification's table). */
export const stageGrades = {
  punctures: "B",
  insertion: "C",
  absorption: "C",
  healing: "C",
  follicles: "D",
} as const satisfies Record<string, Grade>;

/** Where the needles of one session hit, and how evenly. */
export interface PunctureStage {
  readonly session: SimulatedSession;
  readonly punctures: Punctures;
  /** Absent where so few holes fell that nothing can be said about their spacing. */
  readonly coverage: Coverage | undefined;
}

/** What passes the channels of the last session, on both sides of the safety rule. */
export type AbsorptionStage = ReturnType<typeof weighTopical> & {
  readonly delays: ReturnType<typeof tabulateDelays>;
};

/** The whole chain, every stage kept; the long ones are worked out when they are first read. An estimate, not a prediction for one person. */
export interface Simulation {
  readonly kind: "simulation";
  readonly punctures: PunctureStage;
  readonly insertion: Penetration;
  readonly absorption: AbsorptionStage | undefined;
  /** How far the amounts are known; absent where no drug is put on. */
  readonly absorptionDoubt: AbsorptionDoubt | undefined;
  readonly healing: HealingCourse;
  readonly follicles: Forecast;
}

/** How fine the follicle stage is: the specification's 200 sets, or fewer for a first look. */
export interface Fineness {
  readonly points: number;
  readonly centralFollicles: number;
  readonly bandFollicles: number;
}

/** From needle to forecast: punctures → insertion → channels and absorption → healing → follicles. */
export function simulate(
  treatment: SimulatedTreatment,
  fineness: Fineness,
): Simulation | OutOfScope {
  const refusal = outOfScope(treatment);
  if (refusal) return refusal;

  const punctures = simulatePunctures(treatment);
  const { session } = punctures;
  const absorption = simulateTopical(treatment, session);
  const absorptionDoubt = once(() => doubtTopical(treatment, session, fineness.points));
  const healing = once(() => simulateSkin(treatment));
  const follicles = once(() => forecastDensity(hairDesign(treatment, absorption, fineness)));
  return {
    kind: "simulation",
    punctures,
    insertion: insertionOf(session),
    absorption,
    get absorptionDoubt() {
      return absorptionDoubt();
    },
    get healing() {
      return healing();
    },
    get follicles() {
      return follicles();
    },
  };
}

/** Work that is done when its answer is first asked for, and never twice. */
function once<Answer>(work: () => Answer): () => Answer {
  let kept: { readonly answer: Answer } | undefined;
  return () => {
    kept ??= { answer: work() };
    return kept.answer;
  };
}

/** Stage A for the last session: the one whose skin and topical matter now. */
export function simulatePunctures(treatment: SimulatedTreatment): PunctureStage {
  const { session, punctures, patch, holeDiameterMm } = rollLastSession(treatment);
  const setting = { holeDiameterMm, parameters: centralValues(rollerParameters) };
  return { session, punctures, coverage: measureCoverage(punctures, patch, setting) };
}

/** The holes of the last session alone, roll after roll: cheap, while judging how they lie is not. */
export function rollLastSession(treatment: SimulatedTreatment): {
  readonly session: SimulatedSession;
  readonly punctures: Punctures;
  readonly patch: Patch;
  readonly holeDiameterMm: number;
} {
  const session = lastSession(treatment);
  const parameters = centralValues(rollerParameters);
  const { roller, seed } = treatment;
  const patch = { widthMm: parameters.patchSideMm, heightMm: parameters.patchSideMm };
  const { depth, holeRadiusUm } = insertionOf(session);
  const plan = { pattern: session.pattern, rolls: session.rolls, hairDirectionRad: 0 };
  const rolls = drawRolls(plan, { roller, parameters }, createRandom(seed));
  const needleLengthMm = session.needleLengthUm / 1000;
  const depthMm = depth.centralMm;
  const punctures = rollOut({ roller, rolls, patch, needleLengthMm, depthMm, parameters });
  return { session, punctures, patch, holeDiameterMm: (2 * holeRadiusUm) / 1000 };
}

/** Stage C: the drug put on after the last session, or nothing where none is. */
export function simulateTopical(
  treatment: SimulatedTreatment,
  session: SimulatedSession,
): AbsorptionStage | undefined {
  const scenario = topicalScenario(treatment, session);
  const { topical } = treatment;
  if (topical === undefined || scenario === undefined) return undefined;

  const values = centralValues(absorptionParameters);
  const context = {
    needleLengthUm: session.needleLengthUm,
    areaCm2: topical.areaCm2,
    delayMin: topical.delayMin,
    isCovered: topical.isOccluded,
    hasBrokenOrInflamedSkin: topical.hasBrokenOrInflamedSkin,
    hasHeartDisease: topical.hasHeartFlag,
    takesOralMinoxidil: topical.takesOralMinoxidil,
  };
  const limits = centralValues(exposureLimits);
  return {
    ...weighTopical(scenario, context, { values, limits }),
    delays: tabulateDelays(scenario, values),
  };
}

/** The band of stage C: the same application for so many sets of plausible parameters. */
function doubtTopical(
  treatment: SimulatedTreatment,
  session: SimulatedSession,
  points: number,
): AbsorptionDoubt | undefined {
  const central = topicalScenario(treatment, session);
  if (central === undefined) return undefined;
  return doubtAbsorption((insertion) => topicalScenario(treatment, session, insertion) ?? central, {
    points,
    seed: treatment.seed,
  });
}

/** One application after this session, with the holes closing early; nothing where no drug is put on. */
export function topicalScenario(
  treatment: SimulatedTreatment,
  session: SimulatedSession,
  insertion: PenetrationValues = centralValues(penetrationParameters),
): AbsorptionScenario | undefined {
  const { topical, person } = treatment;
  if (topical === undefined) return undefined;

  const { depth, openRadiusUm } = penetrate(session.needleLengthUm / 1000, insertion);
  return {
    product: topical.product,
    dose: { kind: "once", volumeMl: topical.doseMl },
    areaCm2: topical.areaCm2,
    contactH: topical.contactH,
    followedH: followedAfterApplicationH,
    delayMin: topical.delayMin,
    ageYears: person.ageYears,
    channels: {
      densityPerCm2: densityOf(treatment, session),
      depthUm: depth.centralMm * 1000,
      radiusUm: openRadiusUm,
    },
    closureSet: "central",
    sampleEveryMin,
  };
}

/** Stage D over all sessions, and for the weeks in which the last of them still shows. */
export function simulateSkin(treatment: SimulatedTreatment): HealingCourse {
  const parameters = centralValues(healingParameters);
  const sessions = treatment.sessions.map((session) => ({
    day: session.day,
    dose: microWoundDose(
      densityOf(treatment, session),
      insertionOf(session).depth.centralMm,
      parameters,
    ),
    withPlasma: session.withPrp,
  }));
  const untilDay = lastSession(treatment).day + healingShownDays;
  return simulateHealing({ sessions, untilDay, sampleH: 24 }, parameters);
}

/** Stage E: the treatment beside none, on the same follicles with the same luck. */
export function hairDesign(
  treatment: SimulatedTreatment,
  absorption: AbsorptionStage | undefined,
  fineness: Fineness,
): ForecastDesign {
  return {
    parameters: follicleParametersFor(presetOf(treatment.person.pattern.stage)),
    treatment: follicleTreatmentOf(treatment, weeklyDoseRatio(treatment, absorption)),
    comparator: untreated,
    weeks: treatment.weeks,
    seed: treatment.seed,
    ...fineness,
  };
}

/** The calibration run followed one application for two days (validation case C-PU-01). */
const followedAfterApplicationH = 48;
const sampleEveryMin = 15;
/** New collagen peaks about three weeks after a session; five show the peak passing. */
const healingShownDays = 35;
const daysPerWeek = 7;
/** The label: 1 mL twice a day. */
const dosesPerWeek = 14;

/**
 * Drug that enters in a week with sessions over the same without them, if the holes close early.
 *
 *     ratio = 1 + sessions a week · (rolled − intact) / (14 · intact)        two doses a day
 */
function weeklyDoseRatio(
  treatment: SimulatedTreatment,
  absorption: AbsorptionStage | undefined,
): number {
  if (absorption === undefined) return 1;
  const { absorbedMg, intactMg } = absorption.gain;
  const courseWeeks = Math.max(1, (lastSession(treatment).day + daysPerWeek) / daysPerWeek);
  const perWeek = treatment.sessions.length / courseWeeks;
  return 1 + (perWeek * (absorbedMg - intactMg)) / (dosesPerWeek * intactMg);
}

function follicleTreatmentOf(
  { medicines, sessions }: SimulatedTreatment,
  doseRatio: number,
): FollicleTreatment {
  const { minoxidil, finasteride, adherenceFraction } = medicines;
  const course = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction };
  return {
    minoxidil:
      minoxidil === "none" ? [] : [{ ...course, strength: minoxidil, weeklyDoseRatio: doseRatio }],
    finasteride: finasteride ? [course] : [],
    needling: attendedSessions(
      sessions.map(({ day, needleLengthUm, treatedFraction = 1 }) => ({
        day,
        needleLengthUm,
        treatedFraction,
      })),
      adherenceFraction,
    ),
  };
}

/** The preset nearest to a stage: variants and A types count as their number, I as 2, VI and VII as 5. */
function presetOf(stage: string): NorwoodPreset {
  const number = /^(VII|VI|V|IV|III|II|I)/.exec(stage)?.[0];
  if (number === "I" || number === "II") return "2";
  if (number === "III") return "3";
  return number === "IV" ? "4" : "5";
}

function insertionOf({ needleLengthUm }: SimulatedSession): Penetration {
  return penetrate(needleLengthUm / 1000, centralValues(penetrationParameters));
}

function densityOf({ roller }: SimulatedTreatment, { rolls }: SimulatedSession): number {
  return densityPerRollCm2(roller) * rolls;
}

function lastSession({ sessions }: SimulatedTreatment): SimulatedSession {
  const last = sessions.at(-1);
  if (last === undefined) throw new RangeError("sessions must hold at least 1 session, got 0");
  return last;
}
