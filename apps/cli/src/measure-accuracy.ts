import {
  type AccuracyCell,
  benchmarkSeeds,
  type CellAccuracy,
  levelCells,
  measureCell,
  refusalCells,
  toneCells,
} from "@stipple/synthetic-scalp";
import { type ExitCode, print, printJson, readWords } from "./command.ts";
import { countWithStipple } from "./measure-accuracy-count.ts";
import { accuracyDocument, accuracyTables } from "./measure-accuracy-document.ts";
import { measurePairs, type PairTables } from "./measure-accuracy-pairs.ts";
import { Problem } from "./problem.ts";

/** Every table that the accuracy page shows. */
export interface AccuracyTables {
  readonly scenesPerRow: number;
  readonly levels: readonly CellAccuracy[];
  readonly refusals: readonly CellAccuracy[];
  readonly tones: readonly CellAccuracy[];
  readonly pairs: PairTables;
}

const usualScenes = 20;

export const accuracyHelp = `Counts drawn close-ups of which everything is known and says how far the count
is off: by difficulty, size of a pixel, skin tone and hair colour. Then pairs of
photos: change between visits, growing hairs, repeats, heads laid over each other.

  --scenes N   scenes a row, 1 to ${benchmarkSeeds.length} (default: ${usualScenes}; a row of 20 takes minutes)
  --markdown   print the page docs/measurement-accuracy.md
  --json       print the numbers as values`;

/** The words after \`stipple measure accuracy\`. */
export function measureAccuracy(words: readonly string[]): ExitCode {
  const { text, isSet } = readWords(
    words,
    { scenes: { type: "string" }, markdown: { type: "boolean" } },
    { name: "options only", atMost: 0, atLeast: 0 },
  );
  const scenesPerRow = readScenes(text("scenes") ?? String(usualScenes));
  const tables: AccuracyTables = {
    scenesPerRow,
    levels: measureRows(levelCells, scenesPerRow),
    refusals: measureRows(refusalCells, scenesPerRow),
    tones: measureRows(toneCells, scenesPerRow),
    pairs: measurePairs(benchmarkSeeds.slice(0, scenesPerRow), tell),
  };
  if (isSet("json")) printJson(tables);
  else if (isSet("markdown")) process.stdout.write(accuracyDocument(tables));
  else print(accuracyTables(tables));
  return 0;
}

/** Tells on standard error how far it is: a full run takes long. */
function tell(says: string): void {
  process.stderr.write(`${says}\n`);
}

function measureRows(cells: readonly AccuracyCell[], scenes: number): CellAccuracy[] {
  return cells.map((cell) => {
    const { level, umPerPx, hairColour, tones } = cell;
    tell(`${level}, ${umPerPx} µm/px, ${hairColour} hair, ${tones.join(" ")}`);
    return measureCell(countWithStipple, cell, benchmarkSeeds.slice(0, scenes));
  });
}

function readScenes(text: string): number {
  const scenes = Number(text);
  if (Number.isInteger(scenes) && scenes >= 1 && scenes <= benchmarkSeeds.length) return scenes;
  throw new Problem("--scenes makes no sense.", {
    detail: `It is "${text}", and can be a whole number of 1 to ${benchmarkSeeds.length}.`,
    action: "Give a number between these.",
  });
}
