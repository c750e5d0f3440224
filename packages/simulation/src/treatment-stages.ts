import { type AbsorptionScenario, tabulateDelays } from "./absorption.ts";
import { weighTopical } from "./absorption-safety.ts";
import { type Coverage, measureCoverage } from "./coverage.ts";
import { attendedSessions, type FollicleTreatment, untreated } from "./follicle-treatment.ts";
import type { ForecastDesign } from "./forecast.ts";
import { type HealingCourse, microWoundDose, simulateHealing } from "./healing.ts";
import type { HealingValues } from "./healing-equations.ts";
import { centralValues, type Values } from "./parameter.ts";
import { absorptionParameters, exposureLimits } from "./parameters/absorption.ts";
import { follicleParametersFor, type NorwoodPreset } from "./parameters/follicles.ts";
import { healingParameters } from "./parameters/healing.ts";
import { penetrationParameters } from "./parameters/penetration.ts";
import { rollerParameters } from "./parameters/roller.ts";
import { type Penetration, type PenetrationValues, penetrate } from "./penetration.ts";
import { type Patch, type Punctures, rollOut } from "./punctures.ts";
import { createRandom, type Random } from "./random.ts";
import { densityPerRollCm2 } from "./roller.ts";
import { drawRolls } from "./strokes.ts";
import type { SimulatedSession, SimulatedTreatment } from "./treatment-schema.ts";

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

/** How fine the follicle stage is: the specification's 200 sets, or fewer for a first look. */
export interface Fineness {
  readonly points: number;
  readonly centralFollicles: number;
  readonly bandFollicles: number;
}

/** Every number that says where needles go in and how deep. */
export const insertionParameters = { ...rollerParameters, ...penetrationParameters };
export type InsertionValues = Values<typeof insertionParameters>;

const centralInsertion = centralValues(insertionParameters);

/** One plausible way a session may have gone: its numbers, and the luck of the hand. */
interface Rolling {
  readonly values: InsertionValues;
  readonly random: Random;
}

/** Stage A for the last session: the one whose skin and topical matter now. */
export function simulatePunctures(
  treatment: SimulatedTreatment,
  rolling: Rolling = { values: centralInsertion, random: createRandom(treatment.seed) },
): PunctureStage {
  const { session, punctures, patch, holeDiameterMm } = rollLastSession(treatment, rolling);
  const setting = { holeDiameterMm, parameters: rolling.values };
  return { session, punctures, coverage: measureCoverage(punctures, patch, setting) };
}

/** The holes of the last session alone, roll after roll: cheap, while judging how they lie is not. */
export function rollLastSession(
  treatment: SimulatedTreatment,
  { values, random }: Rolling = {
    values: centralInsertion,
    random: createRandom(treatment.seed),
  },
): {
  readonly session: SimulatedSession;
  readonly punctures: Punctures;
  readonly patch: Patch;
  readonly holeDiameterMm: number;
} {
  const session = lastSession(treatment);
  const { roller } = treatment;
  const patch = { widthMm: values.patchSideMm, heightMm: values.patchSideMm };
  const { depth, holeRadiusUm } = insertionOf(session, values);
  const plan = { pattern: session.pattern, rolls: session.rolls, hairDirectionRad: 0 };
  const rolls = drawRolls(plan, { roller, parameters: values }, random);
  const needleLengthMm = session.needleLengthUm / 1000;
  const depthMm = depth.centralMm;
  const punctures = rollOut({ roller, rolls, patch, needleLengthMm, depthMm, parameters: values });
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

/** One application after this session, with the holes closing early; nothing where no drug is put on. */
export function topicalScenario(
  treatment: SimulatedTreatment,
  session: SimulatedSession,
  insertion: InsertionValues = centralInsertion,
): AbsorptionScenario | undefined {
  const { topical, person } = treatment;
  if (topical === undefined) return undefined;

  const { depth, openRadiusUm } = insertionOf(session, insertion);
  return {
    product: topical.product,
    dose: { kind: "once", volumeMl: topical.doseMl },
    areaCm2: topical.areaCm2,
    contactH: topical.contactH,
    followedH: followedAfterApplicationH,
    delayMin: topical.delayMin,
    ageYears: person.ageYears,
    channels: {
      densityPerCm2: densityOf(treatment, session, insertion),
      depthUm: depth.centralMm * 1000,
      radiusUm: openRadiusUm,
    },
    closureSet: "central",
    sampleEveryMin,
  };
}

/** Stage D over all sessions, and for the weeks in which the last of them still shows. */
export function simulateSkin(
  treatment: SimulatedTreatment,
  values: InsertionValues & HealingValues = centralSkin,
  sampleH = 24,
): HealingCourse {
  const sessions = treatment.sessions.map((session) => ({
    day: session.day,
    dose: microWoundDose(
      densityOf(treatment, session, values),
      insertionOf(session, values).depth.centralMm,
      values,
    ),
    withPlasma: session.withPrp,
  }));
  const untilDay = lastSession(treatment).day + healingShownDays;
  return simulateHealing({ sessions, untilDay, sampleH }, values);
}

const centralSkin = { ...centralInsertion, ...centralValues(healingParameters) };

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

/** How deep the needles of a session go, and what they leave open. */
export function insertionOf(
  { needleLengthUm }: SimulatedSession,
  values: PenetrationValues = centralInsertion,
): Penetration {
  return penetrate(needleLengthUm / 1000, values);
}

/** Holes of a whole session on a square centimetre. An ink test has counted what the hand does; else it is in doubt. */
function densityOf(
  { roller }: SimulatedTreatment,
  { rolls }: SimulatedSession,
  { handFactor }: InsertionValues,
): number {
  return densityPerRollCm2(roller) * rolls * handFactor;
}

/** The session whose skin and topical matter now. */
export function lastSession({ sessions }: SimulatedTreatment): SimulatedSession {
  const last = sessions.at(-1);
  if (last === undefined) throw new RangeError("sessions must hold at least 1 session, got 0");
  return last;
}
