import {
  type AlignmentAccuracy,
  type AnagenReader,
  type Change,
  type CloseUpInput,
  type CoverageAccuracy,
  type CoverageReader,
  type CrownAligner,
  hairMoveNames,
  type LevelName,
  makeRepeatShot,
  makeScene,
  measureAlignment,
  measureAnagen as measureAnagenPairs,
  measureChange,
  measureCoverage as measureCoverages,
  measurePartWidth as measurePartWidths,
  measureStrangers,
  type PairAccuracy,
  type PartReader,
  type SceneOptions,
  skinTones,
  standardFrame,
} from "@stipple/synthetic-scalp";
import {
  alignPhotos,
  type CloseUpMeasurement,
  type Comparison,
  compareCloseUps,
  matchHairs,
  measureAnagen,
  measureCloseUp,
  measureCoverage,
  measurePartWidth,
  type PixelImage,
  type Polygon,
} from "@stipple/trichometry";

/** What two photos tell, beside what is true. */
export interface PairTables {
  readonly changes: readonly ChangeAccuracy[];
  readonly anagen: readonly (PairAccuracy & { readonly level: LevelName })[];
  readonly repeats: readonly RepeatAccuracy[];
  readonly alignments: readonly (AlignmentAccuracy & { readonly pair: string })[];
  readonly coverage: CoverageAccuracy;
  readonly partWidth: CoverageAccuracy;
}

export interface ChangeAccuracy extends PairAccuracy {
  readonly level: LevelName;
  readonly change: string;
  /** How often each answer was given. */
  readonly answers: Readonly<Partial<Record<Comparison["answer"], number>>>;
}

/** The same place photographed twice at once. */
interface RepeatAccuracy {
  readonly level: LevelName;
  readonly pairCount: number;
  /** Standard deviation of one measurement as a share of its mean: the difference of two over √2. */
  readonly densitySdFraction: number;
  readonly thicknessSdFraction: number;
}

const levelsOfPairs = ["L1", "L2"] as const;
const umPerPx = 5;
/** Days between the two shots: the specification's example. */
const daysApart = 3;

const changes: readonly { readonly name: string; readonly change: Change }[] = [
  { name: "nothing", change: changeOf(0, 0) },
  { name: "10 % new, 3 % gone", change: changeOf(0.1, 0.03) },
  { name: "25 % new, 3 % gone", change: changeOf(0.25, 0.03) },
  { name: "20 % gone", change: changeOf(0, 0.2) },
];

/** Every pair of photos that the page speaks of; `tell` hears what is being worked on. */
export function measurePairs(seeds: readonly number[], tell: (says: string) => void): PairTables {
  const rowsOf = <Row>(says: string, rowOf: (level: (typeof levelsOfPairs)[number]) => Row) =>
    levelsOfPairs.map((level) => {
      tell(`${level}, ${says}`);
      return rowOf(level);
    });
  const crowns = (says: string, row: () => AlignmentAccuracy) => {
    tell(`crowns, ${says}`);
    return { pair: says, ...row() };
  };
  return {
    changes: changes.flatMap(({ name, change }) =>
      rowsOf(name, (level) => ({ ...changeRow(level, change, seeds), change: name })),
    ),
    anagen: rowsOf("anagen", (level) => ({
      level,
      ...measureAnagenPairs(readAnagen, scenesOf(level, seeds), daysApart),
    })),
    repeats: rowsOf("repeated", (level) => repeatRow(level, seeds)),
    alignments: [
      ...hairMoveNames.map((move) =>
        crowns(`hair ${move}`, () => measureAlignment(align, seeds, move)),
      ),
      crowns("another person", () => measureStrangers(align, seeds)),
    ],
    coverage: measureCoverages(readCoverage, seeds),
    partWidth: measurePartWidths(readPartWidth, seeds),
  };
}

function changeOf(newFraction: number, goneFraction: number): Change {
  return { newFraction, goneFraction, thickerFraction: 0, thinnerFraction: 0 };
}

function scenesOf(level: LevelName, seeds: readonly number[]): SceneOptions[] {
  return seeds.map((seed, index) => ({
    ...standardFrame,
    seed,
    level,
    umPerPx,
    hairColour: "dark",
    tone: skinTones[index % skinTones.length] ?? "III",
  }));
}

function changeRow(level: LevelName, change: Change, seeds: readonly number[]) {
  const answers: Partial<Record<Comparison["answer"], number>> = {};
  const accuracy = measureChange(
    ({ first, second }) => {
      const [before, after] = [count(first), count(second)];
      if (!before || !after) return undefined;
      const { quantities, hairs } = compareCloseUps(
        { closeUp: before, region: wholeOf(first.image), shots: 1, image: first.image },
        { closeUp: after, region: wholeOf(second.image), shots: 1, image: second.image },
      );
      const answer = quantities["density-total"]?.answer ?? "not-comparable";
      answers[answer] = (answers[answer] ?? 0) + 1;
      return "netFraction" in hairs ? hairs.netFraction : undefined;
    },
    scenesOf(level, seeds),
    change,
  );
  return { level, ...accuracy, answers };
}

const readAnagen: AnagenReader = ({ first, second, daysApart: days }) => {
  const [before, after] = [count(first), count(second)];
  if (!before || !after) return undefined;
  const visits = {
    first: { hairs: before.hairs, umPerPx, region: wholeOf(first.image) },
    second: { hairs: after.hairs, umPerPx, region: wholeOf(second.image) },
  };
  const match = matchHairs(visits.first, visits.second);
  if (match.kind === "not-matched") return undefined;
  const share = measureAnagen({ ...visits, match, days });
  return share.kind === "measured" ? share.anagenFraction : undefined;
};

function repeatRow(level: LevelName, seeds: readonly number[]): RepeatAccuracy {
  const pairs = scenesOf(level, seeds).flatMap((options) => {
    const [one, other] = [makeScene(options), makeRepeatShot(options, 1)].map(({ image }) =>
      count({ image, umPerPx, hairColour: options.hairColour }),
    );
    return one && other ? [[one, other] as const] : [];
  });
  const spread = (numberOf: (closeUp: CloseUpMeasurement) => number | undefined) => {
    const squares = pairs.flatMap(([one, other]) => {
      const [a, b] = [numberOf(one), numberOf(other)];
      return a && b ? [((2 * (a - b)) / (a + b)) ** 2 / 2] : [];
    });
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  };
  return {
    level,
    pairCount: pairs.length,
    densitySdFraction: spread(({ density }) => density?.total),
    thicknessSdFraction: spread(({ thickness }) => thickness?.median),
  };
}

function count({ image, umPerPx: scale }: CloseUpInput): CloseUpMeasurement | undefined {
  const answer = measureCloseUp(image, { umPerPx: scale });
  return answer.kind === "measured" ? answer : undefined;
}

function wholeOf({ width, height }: PixelImage): Polygon {
  return corners.map(([x, y]) => ({ x: x * width, y: y * height }));
}

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

const align: CrownAligner = ({ first, second, scalpPolygonPx }) => {
  const found = alignPhotos({ first, second, region: pointsOf(scalpPolygonPx) });
  return found.kind === "aligned" ? found.homography : undefined;
};

const readCoverage: CoverageReader = ({ image, hairColour, scalpPolygonPx }) => {
  const region = pointsOf(scalpPolygonPx);
  const found = measureCoverage({ image, region, hairTone: hairColour });
  return found.kind === "measured" ? found.coverageFraction : undefined;
};

const readPartWidth: PartReader = ({ image, hairColour, scalpPolygonPx, partLinePx }) => {
  const region = pointsOf(scalpPolygonPx);
  const cover = measureCoverage({ image, region, hairTone: hairColour });
  if (cover.kind !== "measured") return undefined;
  const found = measurePartWidth({ hair: cover.hair.plane, line: pointsOf(partLinePx) });
  return found.kind === "measured" ? found.medianPx : undefined;
};

function pointsOf(places: readonly (readonly [number, number])[]): Polygon {
  return places.map(([x, y]) => ({ x, y }));
}
