import {
  type AbsorptionStage,
  type SimulatedTreatment,
  simulateTopical,
} from "@stipple/simulation";

const kept = new Map<string, AbsorptionStage | undefined>();
const mostKept = 8;

/** What passes the channels of the last session; three panels ask for the same, so the latest answers are kept. */
export function topicalOf(treatment: SimulatedTreatment): AbsorptionStage | undefined {
  const { topical, roller, person, sessions } = treatment;
  const last = sessions.at(-1);
  if (topical === undefined || last === undefined) return undefined;
  const { needleLengthUm, rolls } = last;
  const key = JSON.stringify([topical, roller, person.ageYears, needleLengthUm, rolls]);
  const known = kept.get(key);
  if (known) return known;

  const stage = simulateTopical(treatment, last);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, stage);
  return stage;
}
