import type { CloseUpInput } from "./accuracy-closeup.ts";
import { invert, mapPoint } from "./homography.ts";
import type { Point } from "./placement.ts";
import { makeScene, type SceneOptions, type SyntheticScene } from "./scene.ts";
import { makeSecondShot } from "./second-shot.ts";
import { type Change, makeSecondVisit } from "./second-visit.ts";
import { mean } from "./summarise-scores.ts";

/** Says which share of the hairs is in anagen, from two shots; undefined if it cannot. */
export type AnagenReader = (pair: {
  readonly first: CloseUpInput;
  readonly second: CloseUpInput;
  readonly daysApart: number;
}) => number | undefined;

/** Says by which share the number of hairs changed between two visits; undefined if it cannot. */
export type ChangeReader = (pair: {
  readonly first: CloseUpInput;
  readonly second: CloseUpInput;
}) => number | undefined;

export interface PairAccuracy {
  readonly pairCount: number;
  readonly refusedCount: number;
  /** Mean over pairs of how far the share is off, without and with its sign. */
  readonly meanAbsoluteError: number | undefined;
  readonly bias: number | undefined;
}

/** Hairs whose root is nearer to the edge of the frame are not part of the truth. */
const guardUm = 700;

export function measureAnagen(
  reader: AnagenReader,
  scenes: readonly SceneOptions[],
  daysApart: number,
): PairAccuracy {
  return summarisePairs(
    scenes.map((options) => {
      const first = makeScene(options);
      const second = makeSecondShot(options, daysApart);
      const found = reader({
        first: inputOf(first, options),
        second: inputOf(second, options),
        daysApart,
      });
      return { found, truth: trueAnagenFraction(first) };
    }),
  );
}

export function measureChange(
  reader: ChangeReader,
  scenes: readonly SceneOptions[],
  change: Change,
): PairAccuracy {
  return summarisePairs(
    scenes.map((options) => {
      const first = makeScene(options);
      const visit = makeSecondVisit(options, change);
      const found = reader({ first: inputOf(first, options), second: inputOf(visit, options) });
      return { found, truth: trueChangeFraction(first, visit) };
    }),
  );
}

/** Share of the hairs rooted well inside the frame that are in anagen. */
export function trueAnagenFraction(scene: SyntheticScene): number {
  const inside = scene.hairs.filter(({ root }) => isGuarded(scene, root));
  return inside.filter(({ phase }) => phase === "anagen").length / inside.length;
}

/** New hairs less lost hairs over the hairs there were, all rooted well inside the first frame. */
export function trueChangeFraction(
  first: SyntheticScene,
  visit: ReturnType<typeof makeSecondVisit>,
): number {
  const toFirst = invert(visit.fromFirstPx);
  const before = first.hairs.filter(({ root }) => isGuarded(first, root));
  const gone = before.filter(({ id }) => visit.fates.get(id) === "gone").length;
  const fresh = visit.hairs.filter(
    ({ id, root }) => visit.fates.get(id) === "new" && isGuarded(first, mapPoint(toFirst, root)),
  ).length;
  return (fresh - gone) / before.length;
}

function isGuarded({ image, umPerPx }: SyntheticScene, [x, y]: Point): boolean {
  const guardPx = guardUm / umPerPx;
  return x >= guardPx && y >= guardPx && x < image.width - guardPx && y < image.height - guardPx;
}

/** The photo as a person has it: with the scale that was set, not the one that a small move made of it. */
function inputOf({ image }: SyntheticScene, { umPerPx, hairColour }: SceneOptions): CloseUpInput {
  return { image, umPerPx, hairColour };
}

function summarisePairs(
  pairs: readonly { readonly found: number | undefined; readonly truth: number }[],
): PairAccuracy {
  const errors = pairs.flatMap(({ found, truth }) => (found === undefined ? [] : [found - truth]));
  return {
    pairCount: pairs.length,
    refusedCount: pairs.length - errors.length,
    meanAbsoluteError: mean(errors.map(Math.abs)),
    bias: mean(errors),
  };
}
