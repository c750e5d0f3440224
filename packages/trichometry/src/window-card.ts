import type { Point } from "./point.ts";

/** A rectangle on the card or its page, in millimetres. */
export interface RectangleMm {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

type FiducialId = CornerName | `check-${CornerName}`;

type CornerName = "upper-left" | "upper-right" | "lower-right" | "lower-left";

/** A black square with a code inside, by which a photo of the card tells where each part of it lies. */
export interface Fiducial {
  readonly id: FiducialId;
  /** Four rows of four cells, the uppermost row first; 1 is black. */
  readonly code: readonly [string, string, string, string];
  readonly centreMm: { readonly xMm: number; readonly yMm: number };
}

/**
 * The window card: a paper frame that is laid on the scalp, so that a close-up carries its own scale and tilt.
 *
 * Millimetres from the middle of the opening, x to the right, y down. The fiducials stand beside the opening and not
 * above it: a landscape photo of 4 : 3 that is as wide as the card's pattern then holds the whole opening at the
 * finest scale. The four codes, however turned, differ in at least 8 of 16 cells from each other, from themselves
 * turned, and in at least 6 from those of the print check: one wrong cell never makes another code.
 */
export const windowCard = {
  openingSideMm: 12,
  fiducialSideMm: 4,
  /** Cells along a fiducial's side: four of the code within a black rim of one. */
  fiducialCells: 6,
  fiducials: [
    {
      id: "upper-left",
      code: ["0000", "1011", "0010", "1111"],
      centreMm: { xMm: -8.7, yMm: -4 },
    },
    { id: "upper-right", code: ["0101", "1000", "1011", "0110"], centreMm: { xMm: 8.7, yMm: -4 } },
    { id: "lower-right", code: ["0100", "0110", "1100", "1110"], centreMm: { xMm: 8.7, yMm: 4 } },
    { id: "lower-left", code: ["1000", "0100", "0011", "1100"], centreMm: { xMm: -8.7, yMm: 4 } },
  ],
  /** Ticks along the upper and the lower side of the opening, one a millimetre, every fifth longer. */
  ticks: { spacingMm: 1, thicknessMm: 0.15, gapMm: 0.4, lengthMm: 0.7, longMm: 1.1 },
  /** Reflects 18 % of the light that the paper reflects. */
  greyPatch: { xMm: -10.2, yMm: -1.3, widthMm: 3, heightMm: 2.6 },
  whitePatch: { xMm: 7.2, yMm: -1.3, widthMm: 3, heightMm: 2.6 },
  greyReflectance: 0.18,
  /** Where the card is cut out of the page. */
  outline: { xMm: -20, yMm: -16, widthMm: 40, heightMm: 32 },
} as const satisfies {
  readonly openingSideMm: number;
  readonly fiducialSideMm: number;
  readonly fiducialCells: number;
  readonly fiducials: readonly Fiducial[];
  readonly ticks: Readonly<Record<string, number>>;
  readonly greyPatch: RectangleMm;
  readonly whitePatch: RectangleMm;
  readonly greyReflectance: number;
  readonly outline: RectangleMm;
};

/** The printed page, A6, and what lies on it; millimetres from its upper left corner. */
export const cardPage = {
  widthMm: 105,
  heightMm: 148,
  /** Where the middle of the opening stands on the page. */
  cardCentreMm: { xMm: 52.5, yMm: 34 },
  /** The size of a bank card, ISO/IEC 7810 ID-1. */
  bankCard: { widthMm: 85.6, heightMm: 53.98 },
  bankCardCornerMm: { xMm: 9.7, yMm: 84 },
  /** Around the frame, so that its size is read between them and not far outside the small card. */
  fiducials: [
    {
      id: "check-upper-left",
      code: ["0010", "1100", "1000", "0110"],
      centreMm: { xMm: 12, yMm: 79 },
    },
    {
      id: "check-upper-right",
      code: ["1001", "0010", "1010", "1110"],
      centreMm: { xMm: 93, yMm: 79 },
    },
    {
      id: "check-lower-right",
      code: ["0001", "1001", "1110", "1100"],
      centreMm: { xMm: 93, yMm: 143 },
    },
    {
      id: "check-lower-left",
      code: ["1101", "1100", "0000", "1110"],
      centreMm: { xMm: 12, yMm: 143 },
    },
  ],
} as const satisfies {
  readonly fiducials: readonly Fiducial[];
  readonly [part: string]: unknown;
};

/** The corners of a fiducial on the card, clockwise from its upper left, in millimetres as a point of the plane. */
export function fiducialCorners({ centreMm }: Fiducial): readonly [Point, Point, Point, Point] {
  const half = windowCard.fiducialSideMm / 2;
  const { xMm, yMm } = centreMm;
  return [
    { x: xMm - half, y: yMm - half },
    { x: xMm + half, y: yMm - half },
    { x: xMm + half, y: yMm + half },
    { x: xMm - half, y: yMm + half },
  ];
}

/** The corners of the opening, clockwise from its upper left, in millimetres as points of the plane. */
export function openingCorners(): readonly Point[] {
  const half = windowCard.openingSideMm / 2;
  return [
    { x: -half, y: -half },
    { x: half, y: -half },
    { x: half, y: half },
    { x: -half, y: half },
  ];
}

/** Rectangles to paint on white paper: first the black ones, then the white ones over them. */
export interface Pattern {
  readonly black: readonly RectangleMm[];
  readonly white: readonly RectangleMm[];
}

/** The fiducials and the ticks of the card. */
export function cardPattern(): Pattern {
  const squares = fiducialPattern(windowCard.fiducials);
  return { black: [...squares.black, ...tickInk()], white: squares.white };
}

/** Black squares with the white cells of their codes. */
export function fiducialPattern(fiducials: readonly Fiducial[]): Pattern {
  const { fiducialSideMm } = windowCard;
  const black = fiducials.map(({ centreMm }) => ({
    xMm: centreMm.xMm - fiducialSideMm / 2,
    yMm: centreMm.yMm - fiducialSideMm / 2,
    widthMm: fiducialSideMm,
    heightMm: fiducialSideMm,
  }));
  return { black, white: fiducials.flatMap(whiteCells) };
}

/** The white cells of a code, joined along each row. */
function whiteCells({ code, centreMm }: Fiducial): readonly RectangleMm[] {
  const { fiducialSideMm, fiducialCells } = windowCard;
  const cellMm = fiducialSideMm / fiducialCells;
  return code.flatMap((row, down) =>
    [...row.matchAll(/0+/g)].map((run) => ({
      xMm: centreMm.xMm - fiducialSideMm / 2 + (run.index + 1) * cellMm,
      yMm: centreMm.yMm - fiducialSideMm / 2 + (down + 1) * cellMm,
      widthMm: run[0].length * cellMm,
      heightMm: cellMm,
    })),
  );
}

function tickInk(): readonly RectangleMm[] {
  const { openingSideMm, ticks } = windowCard;
  const half = openingSideMm / 2;
  const count = openingSideMm / ticks.spacingMm + 1;
  return Array.from({ length: count }, (_, tick) => {
    const atMm = tick * ticks.spacingMm - half;
    const lengthMm = Math.round(atMm / ticks.spacingMm) % 5 === 0 ? ticks.longMm : ticks.lengthMm;
    const shared = { xMm: atMm - ticks.thicknessMm / 2, widthMm: ticks.thicknessMm };
    return [
      { ...shared, yMm: -half - ticks.gapMm - lengthMm, heightMm: lengthMm },
      { ...shared, yMm: half + ticks.gapMm, heightMm: lengthMm },
    ];
  }).flat();
}
