import type { AssessedStage } from "@stipple/api";
import type { SelfRating } from "@stipple/protocol";
import { dayOf, daysFromTo } from "../../ui/dates.ts";
import { stageName } from "../../ui/texts.ts";

/** A stage on the day it was chosen. */
export interface StageOn {
  readonly id: string;
  readonly on: string;
  readonly name: string;
}

/** Where the stage changed, oldest first: answering again with the same stage says nothing new. */
export function stageChanges(
  assessments: readonly AssessedStage[],
  timeZone: string | undefined,
): readonly StageOn[] {
  const stages = assessments.toReversed().flatMap(({ id, createdAt, pattern }) => {
    if (pattern === undefined || pattern.stage === "unknown") return [];
    return [{ id, on: dayOf(createdAt, timeZone), name: stageName(pattern) }];
  });
  return stages.filter(({ name }, at) => name !== stages[at - 1]?.name);
}

/** Both on one axis of weeks, from the first of them on. */
export function onWeeks(ratings: readonly SelfRating[], stages: readonly StageOn[]) {
  const [first = ""] = [...ratings, ...stages].map(({ on }): string => on).toSorted();
  const weekOf = (on: string) => daysFromTo(first, on) / 7;
  return {
    ratings: ratings.map(({ on, rating }) => ({ week: weekOf(on), rating })),
    stages: stages.map(({ on, name }) => ({ week: weekOf(on), name })),
  };
}
