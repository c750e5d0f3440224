import { groupUnits } from "./follicular-units.ts";
import type { MeasuredHair } from "./measured-hair.ts";

/** A hair that corrections can name. */
export interface NamedHair extends MeasuredHair {
  readonly id: string;
}

/** One correction by a person. They are only ever appended; taking one back is a correction too. */
export type HairEdit =
  | { readonly id: string; readonly kind: "hair-added"; readonly hair: NamedHair }
  | { readonly id: string; readonly kind: "hair-removed"; readonly hairId: string }
  | {
      readonly id: string;
      readonly kind: "hair-split";
      readonly hairId: string;
      readonly into: readonly NamedHair[];
    }
  | {
      readonly id: string;
      readonly kind: "hairs-joined";
      readonly hairIds: readonly string[];
      readonly into: NamedHair;
    }
  | { readonly id: string; readonly kind: "undone"; readonly editId: string };

/**
 * The hairs after all corrections, in the order in which they came. A correction of a hair that is no longer there does
 * nothing, so that the list may be taken back at any place.
 *
 * @param umPerPx regroups the follicular units; without a scale every new hair is a unit of its own
 */
export function applyEdits(
  found: readonly NamedHair[],
  edits: readonly HairEdit[],
  umPerPx: number | undefined,
): readonly NamedHair[] {
  const hairs = standingEdits(edits).reduce(applyEdit, found);
  return hairs === found ? found : regroup(hairs, umPerPx);
}

/** What of a correction says whether it stands. */
type EditStep =
  | { readonly id: string; readonly kind: Exclude<HairEdit["kind"], "undone"> }
  | { readonly id: string; readonly kind: "undone"; readonly editId: string };

/** What can be taken back and what can be brought back next, as the corrections to take back. */
export function nextSteps(edits: readonly EditStep[]): {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
} {
  const done: string[] = [];
  const takenBack: { readonly original: string; readonly by: string }[] = [];
  for (const edit of edits) {
    if (edit.kind !== "undone") {
      done.push(edit.id);
      takenBack.length = 0;
      continue;
    }
    const again = takenBack.findIndex(({ by }) => by === edit.editId);
    if (again >= 0) {
      for (const { original } of takenBack.splice(again, 1)) done.push(original);
    } else if (done.includes(edit.editId)) {
      done.splice(done.indexOf(edit.editId), 1);
      takenBack.push({ original: edit.editId, by: edit.id });
    }
  }
  return { undo: done.at(-1), redo: takenBack.at(-1)?.by };
}

type Standing = Exclude<HairEdit, { kind: "undone" }>;

/** Corrections that nobody took back, the newest word first: taking back a taking back brings the first one back. */
function standingEdits(edits: readonly HairEdit[]): readonly Standing[] {
  const undone = new Set<string>();
  const standing: Standing[] = [];
  for (const edit of edits.toReversed()) {
    if (undone.has(edit.id)) continue;
    if (edit.kind === "undone") undone.add(edit.editId);
    else standing.push(edit);
  }
  return standing.toReversed();
}

function applyEdit(hairs: readonly NamedHair[], edit: Standing): readonly NamedHair[] {
  switch (edit.kind) {
    case "hair-added":
      return [...hairs, edit.hair];
    case "hair-removed":
      return hairs.filter(({ id }) => id !== edit.hairId);
    case "hair-split":
      return hairs.flatMap((hair) => (hair.id === edit.hairId ? edit.into : [hair]));
    case "hairs-joined": {
      const joined = new Set(edit.hairIds);
      const rest = hairs.filter(({ id }) => !joined.has(id));
      return hairs.length - rest.length === joined.size ? [...rest, edit.into] : hairs;
    }
  }
}

function regroup(hairs: readonly NamedHair[], umPerPx: number | undefined): readonly NamedHair[] {
  if (umPerPx !== undefined) {
    const units = groupUnits(
      hairs.map(({ root }) => root),
      umPerPx,
    );
    return hairs.map((hair, i) => ({ ...hair, unit: units[i] ?? i }));
  }
  let next = 1 + Math.max(-1, ...hairs.flatMap(({ unit }) => (unit === newUnit ? [] : unit)));
  return hairs.map((hair) => (hair.unit === newUnit ? { ...hair, unit: next++ } : hair));
}

/** Unit of a hair a person drew, until the roots are grouped anew. */
export const newUnit = 100_000;
