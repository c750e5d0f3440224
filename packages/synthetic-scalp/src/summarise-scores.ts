import type { HairClass } from "./hair.ts";
import type { SceneScore } from "./score-scene.ts";

/** Mean absolute error and mean error; undefined where nothing was measured. */
interface ErrorSummary {
  readonly meanAbsolute: number;
  readonly bias: number;
  readonly count: number;
}

/** How well a set of scenes was counted. Fractions are 0–1; undefined where there was nothing to count. */
export interface ScoreSummary {
  readonly sceneCount: number;
  readonly trueCount: number;
  /** Mean over scenes of the count's error as a share of the true count, without and with its sign. */
  readonly countErrorFraction: number | undefined;
  readonly countBiasFraction: number | undefined;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  readonly recallByClass: Readonly<Record<HairClass, number | undefined>>;
  readonly widthErrorUm: Readonly<Record<HairClass, ErrorSummary | undefined>>;
  readonly sameClassFraction: number | undefined;
  /** Mean over scenes of how far the share of vellus hairs is off. */
  readonly vellusFractionError: number | undefined;
  readonly rightEndFraction: number | undefined;
}

export function summariseScores(scores: readonly SceneScore[]): ScoreSummary {
  const total = (of: (score: SceneScore) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0);
  const counted = scores.filter(({ trueCount }) => trueCount > 0);
  const errors = counted.map(({ foundCount, trueCount }) => (foundCount - trueCount) / trueCount);
  const precision = ratio(
    total(({ rightCount }) => rightCount),
    total(({ foundCount }) => foundCount),
  );
  const recall = ratio(
    total(({ hitCount }) => hitCount),
    total(({ trueCount }) => trueCount),
  );
  return {
    sceneCount: scores.length,
    trueCount: total(({ trueCount }) => trueCount),
    countErrorFraction: mean(errors.map(Math.abs)),
    countBiasFraction: mean(errors),
    precision,
    recall,
    f1: precision && recall ? (2 * precision * recall) / (precision + recall) : undefined,
    recallByClass: byClass((hairClass) =>
      ratio(
        total(({ hitByClass }) => hitByClass[hairClass]),
        total(({ trueByClass }) => trueByClass[hairClass]),
      ),
    ),
    widthErrorUm: byClass((hairClass) =>
      summariseErrors(scores.flatMap(({ widthErrorsUm }) => widthErrorsUm[hairClass])),
    ),
    sameClassFraction: ratio(
      total(({ sameClassCount }) => sameClassCount),
      total(({ hitCount }) => hitCount),
    ),
    vellusFractionError: mean(
      counted.map(({ foundVellusFraction, trueVellusFraction }) =>
        Math.abs(foundVellusFraction - trueVellusFraction),
      ),
    ),
    rightEndFraction: ratio(
      total(({ rightEndCount }) => rightEndCount),
      total(({ endCount }) => endCount),
    ),
  };
}

function summariseErrors(errors: readonly number[]): ErrorSummary | undefined {
  const meanAbsolute = mean(errors.map(Math.abs));
  const bias = mean(errors);
  if (meanAbsolute === undefined || bias === undefined) return undefined;
  return { meanAbsolute, bias, count: errors.length };
}

export function mean(values: readonly number[]): number | undefined {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function byClass<T>(of: (hairClass: HairClass) => T): Readonly<Record<HairClass, T>> {
  return {
    vellus: of("vellus"),
    intermediate: of("intermediate"),
    terminal: of("terminal"),
  };
}
