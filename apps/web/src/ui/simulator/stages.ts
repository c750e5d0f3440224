import {
  type AbsorptionScenario,
  absorptionParameters,
  centralValues,
  closureHalfLifeMin,
  type HealingCourse,
  minutesUntilOpenFraction,
  openFraction,
  penetrate,
  penetrationParameters,
  punctureField,
  rollerParameters,
  rollLastSession,
  type SimulatedSession,
  type SimulatedTreatment,
  simulateAbsorption,
  simulatePunctures,
  simulateSkin,
  stageGrades,
  topicalScenario,
} from "@stipple/simulation";
import type {
  AbsorptionAnswer,
  BesideAnswer,
  ClosureAnswer,
  HealingAnswer,
  InsertionAnswer,
  PunctureAnswer,
  SessionNumbers,
} from "./panels.ts";
import { topicalOf } from "./topical-stage.ts";

const shownSets = ["article-early", "article-late", "central", "slow", "slow-upper"] as const;
const closedFraction = 0.05;

export function answerPunctures(treatment: SimulatedTreatment): PunctureAnswer {
  const { punctures, coverage } = simulatePunctures(treatment);
  return { ...drawnPunctures(treatment, punctures), coverage };
}

/** The holes without how they lie: what a map needs, in a tenth of the time. */
export function previewPunctures(treatment: SimulatedTreatment): Omit<PunctureAnswer, "coverage"> {
  return drawnPunctures(treatment, rollLastSession(treatment).punctures);
}

function drawnPunctures(
  treatment: SimulatedTreatment,
  punctures: ReturnType<typeof rollLastSession>["punctures"],
): Omit<PunctureAnswer, "coverage"> {
  const session = lastSession(treatment);
  const { depth, holeRadiusUm } = insertionOf(session);
  const { patchSideMm, coveredRadiusMm } = centralValues(rollerParameters);
  const placesMm = new Float32Array(2 * punctures.count);
  const holesAfterRoll = new Uint32Array(session.rolls);
  for (let hole = 0; hole < punctures.count; hole++) {
    const from = hole * punctures.stride;
    placesMm[2 * hole] = punctures.values[from + punctureField.xMm] ?? 0;
    placesMm[2 * hole + 1] = punctures.values[from + punctureField.yMm] ?? 0;
    holesAfterRoll[punctures.values[from + punctureField.roll] ?? 0] = hole + 1;
  }
  return {
    grade: stageGrades.punctures,
    sideMm: patchSideMm,
    placesMm,
    holesAfterRoll,
    holeDiameterMm: (2 * holeRadiusUm) / 1000,
    coveredRadiusMm,
    depthMm: [depth.lowMm, depth.centralMm, depth.highMm],
  };
}

/** How deep the needles of the last session go, and what lies there. */
export function answerInsertion(treatment: SimulatedTreatment): InsertionAnswer {
  const session = lastSession(treatment);
  const { depth, holeRadiusUm, openRadiusUm, layers, bulge } = insertionOf(session);
  const skin = centralValues(penetrationParameters);
  const epidermisMm = skin.stratumCorneumUm / 1000;
  const dermisMm = epidermisMm + skin.viableEpidermisUm / 1000;
  const tops = {
    "stratum-corneum": 0,
    "viable-epidermis": epidermisMm,
    "papillary-dermis": dermisMm,
    "reticular-dermis": dermisMm + skin.papillaryDermisUm / 1000,
    "below-dermis": dermisMm + skin.dermisMm,
  } as const;
  return {
    grade: stageGrades.insertion,
    needleLengthMm: session.needleLengthUm / 1000,
    depthMm: [depth.lowMm, depth.centralMm, depth.highMm],
    holeRadiusUm,
    openRadiusUm,
    layers: layers.map(({ layer, reached }) => ({ layer, reached, topMm: tops[layer] })),
    bulge: { ...bulge, topMm: skin.bulgeTopMm, bottomMm: skin.bulgeBottomMm },
    bulb: { topMm: skin.bulbTopMm, bottomMm: skin.bulbBottomMm },
  };
}

export function answerClosure({ person, topical }: SimulatedTreatment): ClosureAnswer {
  const values = centralValues(absorptionParameters);
  const delayMin = topical?.delayMin ?? 0;
  return {
    grade: stageGrades.absorption,
    curves: shownSets.map((set) => {
      const halfLifeMin = closureHalfLifeMin(set, person.ageYears, values);
      return {
        set,
        halfLifeMin,
        closedAfterMin: minutesUntilOpenFraction(closedFraction, halfLifeMin),
        openAtDelayFraction: openFraction(delayMin, halfLifeMin),
      };
    }),
  };
}

/** The same application three times: channels that close early, that close late, and none. */
export function answerAbsorption(treatment: SimulatedTreatment): AbsorptionAnswer {
  const stage = topicalOf(treatment);
  if (stage === undefined) throw new RangeError("topical must be given to follow a drug");
  return {
    ...previewAbsorption(treatment),
    advice: stage.advice,
    reasons: stage.warnings.map(({ reason }) => reason),
  };
}

/** The curves alone, without what they mean for the wait. */
export function previewAbsorption(
  treatment: SimulatedTreatment,
): Omit<AbsorptionAnswer, "advice" | "reasons"> {
  const scenario = topicalScenario(treatment, lastSession(treatment));
  if (scenario === undefined) throw new RangeError("topical must be given to follow a drug");

  const values = centralValues(absorptionParameters);
  const early = simulateAbsorption(scenario, values);
  const late = simulateAbsorption({ ...scenario, closureSet: "slow-upper" }, values);
  return {
    grade: stageGrades.absorption,
    timesH: Array.from(early.timesH),
    earlyMg: Array.from(early.absorbedMg),
    lateMg: Array.from(late.absorbedMg),
    intactMg: intactMg(scenario),
    latePeakNgPerMl: late.peakPlasmaNgPerMl,
  };
}

let lastIntact: { readonly key: string; readonly mg: readonly number[] } | undefined;

/** Skin that was not rolled does not ask how long the wait was, so it is worked out once for a product and a dose. */
function intactMg(scenario: AbsorptionScenario): readonly number[] {
  const channels = { ...scenario.channels, densityPerCm2: 0 };
  const whole = { ...scenario, channels, delayMin: 0 };
  const { product, dose, areaCm2, contactH, ageYears } = scenario;
  const key = JSON.stringify([product, dose, areaCm2, contactH, ageYears]);
  if (lastIntact?.key !== key) {
    const { absorbedMg } = simulateAbsorption(whole, centralValues(absorptionParameters));
    lastIntact = { key, mg: Array.from(absorbedMg) };
  }
  return lastIntact.mg;
}

/** The last sessions of two treatments in the same few numbers. */
export function answerBeside(
  treatment: SimulatedTreatment,
  comparedWith: SimulatedTreatment,
): BesideAnswer {
  return { treated: numbersOf(treatment), compared: numbersOf(comparedWith) };
}

function numbersOf(treatment: SimulatedTreatment): SessionNumbers {
  const isUsed = treatment.topical !== undefined && treatment.medicines.minoxidil !== "none";
  const curves = isUsed ? previewAbsorption(treatment) : undefined;
  return {
    coverage: simulatePunctures(treatment).coverage,
    drugMg: curves && [curves.earlyMg.at(-1) ?? 0, curves.lateMg.at(-1) ?? 0],
  };
}

export function answerHealing(treatment: SimulatedTreatment): HealingAnswer {
  return healingOf(simulateSkin(treatment));
}

/** What a figure draws of a course of healing. */
export function healingOf({
  grade,
  samples,
  phases,
  responses,
  limited,
}: HealingCourse): HealingAnswer {
  const firstPeak = responses[0]?.peak ?? 0;
  return {
    grade,
    days: samples.map(({ day }) => day),
    inflammationFraction: samples.map(({ phagocytes }) =>
      firstPeak > 0 ? Math.min(1, phagocytes / firstPeak) : 0,
    ),
    phases,
    sessions: responses.map(({ day, peakDay, residualFraction }) => ({
      day,
      peakDay,
      residualFraction,
    })),
    limitedCount: limited.length,
  };
}

function insertionOf({ needleLengthUm }: SimulatedSession) {
  return penetrate(needleLengthUm / 1000, centralValues(penetrationParameters));
}

function lastSession({ sessions }: SimulatedTreatment): SimulatedSession {
  const last = sessions.at(-1);
  if (last === undefined) throw new RangeError("sessions must hold at least 1 session, got 0");
  return last;
}
