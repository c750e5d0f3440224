import {
  absorptionParameters,
  centralValues,
  closureHalfLifeMin,
  minutesUntilOpenFraction,
  openFraction,
  penetrate,
  penetrationParameters,
  punctureField,
  rollerParameters,
  type SimulatedSession,
  type SimulatedTreatment,
  simulateAbsorption,
  simulatePunctures,
  simulateSkin,
  stageGrades,
  topicalScenario,
} from "@stipple/simulation";
import type { AbsorptionAnswer, ClosureAnswer, HealingAnswer, PunctureAnswer } from "./panels.ts";
import { topicalOf } from "./topical-stage.ts";

const shownSets = ["article-early", "article-late", "central", "slow", "slow-upper"] as const;
const closedFraction = 0.05;

export function answerPunctures(treatment: SimulatedTreatment): PunctureAnswer {
  const { session, punctures, coverage } = simulatePunctures(treatment);
  const { depth, holeRadiusUm, bulge } = insertionOf(session);
  const { patchSideMm, coveredRadiusMm } = centralValues(rollerParameters);
  const placesMm = new Float32Array(2 * punctures.count);
  for (let hole = 0; hole < punctures.count; hole++) {
    const from = hole * punctures.stride;
    placesMm[2 * hole] = punctures.values[from + punctureField.xMm] ?? 0;
    placesMm[2 * hole + 1] = punctures.values[from + punctureField.yMm] ?? 0;
  }
  return {
    grade: stageGrades.punctures,
    sideMm: patchSideMm,
    placesMm,
    holeDiameterMm: (2 * holeRadiusUm) / 1000,
    coveredRadiusMm,
    coverage,
    depthMm: [depth.lowMm, depth.centralMm, depth.highMm],
    bulgeSays: bulge.says,
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
  const scenario = topicalScenario(treatment, lastSession(treatment));
  const stage = topicalOf(treatment);
  if (scenario === undefined || stage === undefined) {
    throw new RangeError("topical must be given to follow a drug");
  }

  const values = centralValues(absorptionParameters);
  const whole = { ...scenario, channels: { ...scenario.channels, densityPerCm2: 0 } };
  const early = simulateAbsorption(scenario, values);
  const late = simulateAbsorption({ ...scenario, closureSet: "slow-upper" }, values);
  const intact = simulateAbsorption(whole, values);
  return {
    grade: stageGrades.absorption,
    timesH: Array.from(early.timesH),
    earlyMg: Array.from(early.absorbedMg),
    lateMg: Array.from(late.absorbedMg),
    intactMg: Array.from(intact.absorbedMg),
    latePeakNgPerMl: late.peakPlasmaNgPerMl,
    advice: stage.advice,
    reasons: stage.warnings.map(({ reason }) => reason),
  };
}

export function answerHealing(treatment: SimulatedTreatment): HealingAnswer {
  const { grade, samples, phases, responses, limited } = simulateSkin(treatment);
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
