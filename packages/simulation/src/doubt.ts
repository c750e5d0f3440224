import { type Contribution, largestContributors, latinHypercube } from "./latin-hypercube.ts";
import type { ParameterSet, Values } from "./parameter.ts";
import { createRandom } from "./random.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** How far an answer is known, with every uncertain parameter drawn from what is plausible. */
export interface Doubt {
  /** Sets of parameters that had an answer. */
  readonly points: number;
  /** Up to three parameters that the leading number depends on most, strongest first; none that chance would explain. */
  readonly contributors: readonly Contribution[];
}

interface DoubtDesign<P extends ParameterSet, Answer, Spreads> {
  readonly parameters: P;
  /** Sets to draw; the specification asks for 200. */
  readonly points: number;
  readonly seed: number;
  /** The sets are drawn from this stream of the seed. */
  readonly stream: number;
  /** The answer for one set of parameters; nothing where the set has none. */
  readonly answerOf: (values: Values<P>, point: number) => Answer | undefined;
  /** The number whose contributors are named. */
  readonly leading: (answer: Answer) => number;
  /** Names the numbers whose spread is told. */
  readonly spreadsOf: (over: (numberOf: (answer: Answer) => number) => Spread) => Spreads;
}

const contributorCount = 3;
/** Two standard errors: the rank correlation of n unrelated pairs spreads by about 1/√(n − 1) (Kendall). */
const chanceCorrelation = (points: number) => 2 / Math.sqrt(points - 1);

/**
 * The same question for many sets of plausible parameters, one set a step; each step tells the share that is done.
 *
 * @returns undefined where fewer than half of the sets have an answer
 */
export function* doubtInSteps<P extends ParameterSet, Answer, Spreads extends object>({
  parameters,
  points,
  seed,
  stream,
  answerOf,
  leading,
  spreadsOf,
}: DoubtDesign<P, Answer, Spreads>): Generator<number, (Doubt & Spreads) | undefined> {
  const drawn = latinHypercube(parameters, points, createRandom(seed, stream));
  const sets: Values<P>[] = [];
  const answers: Answer[] = [];
  for (const [point, set] of drawn.entries()) {
    const answer = answerOf(set, point);
    if (answer !== undefined) {
      sets.push(set);
      answers.push(answer);
    }
    yield (point + 1) / points;
  }
  if (2 * answers.length < points) return undefined;

  const contributors = largestContributors(sets, answers.map(leading), contributorCount);
  return {
    points: answers.length,
    ...spreadsOf((numberOf) => spreadOf(answers.map(numberOf))),
    contributors: contributors.filter(
      ({ rankCorrelation }) => Math.abs(rankCorrelation) > chanceCorrelation(answers.length),
    ),
  };
}

/** Goes through all steps at once. */
export function inOneGo<Answer>(steps: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
