/** What is compared. */
export type Quantity =
  | "density-total"
  | "density-terminal"
  | "median-thickness"
  | "cumulative-thickness"
  | "vellus-share"
  | "coverage"
  | "part-width";

/** How a quantity was measured, the surest first. */
export type MeasurementMode = "matched" | "three-shots" | "single-shot";

/** One quantity at one visit. */
export interface Measurement {
  readonly quantity: Quantity;
  readonly value: number;
  readonly mode: MeasurementMode;
  /** Names the way of measuring: values of different methods do not stand on one axis. */
  readonly method: string;
  /** Whether the photos of this visit passed the quality gate, and what failed if not. */
  readonly gate: { readonly isPassed: boolean; readonly reasons: readonly string[] };
  /** Standard error of this very measurement, where it is known; in the unit of the value. */
  readonly standardError?: number | undefined;
}

/** A change hair by hair, where the two visits were matched. */
export interface MatchedChange {
  /** Change over the first value. */
  readonly netFraction: number;
  readonly interval90: readonly [number, number];
}

/** A sentence for the person, and the ids of the sources in the evidence package that it stands on. */
export interface Reason {
  readonly text: string;
  readonly sources: readonly string[];
}

export interface Comparison {
  readonly answer: "better" | "worse" | "no-detectable-change" | "not-comparable";
  /** Second value less the first; undefined where they cannot be compared. */
  readonly change?: number;
  readonly changeFraction?: number;
  /** The smallest change that the mode tells from chance, in the unit of the value. */
  readonly detectableChange?: number;
  readonly mode?: MeasurementMode;
  readonly reasons: readonly Reason[];
}

/**
 * Standard error of measurement of one visit, as a share of the value (of 1 for shares), by mode.
 *
 * Matched: 1 % (hair-to-hair pairs are off by 0.4–0.6 % in the one trial with plucked hairs as truth, Bokhari 2022;
 * taken with a reserve of two). Three averaged shots: 4 %, the repeatability that the specification asks for. A single
 * shot: 4 % · √3. Coverage: 2 points of 100 for one photo; a part's width: 4 %.
 */
const errorFraction: Readonly<Record<Quantity, Readonly<Record<MeasurementMode, number>>>> = {
  "density-total": { matched: 0.01, "three-shots": 0.04, "single-shot": 0.07 },
  "density-terminal": { matched: 0.015, "three-shots": 0.05, "single-shot": 0.085 },
  "median-thickness": { matched: 0.015, "three-shots": 0.025, "single-shot": 0.04 },
  "cumulative-thickness": { matched: 0.02, "three-shots": 0.05, "single-shot": 0.085 },
  "vellus-share": { matched: 0.015, "three-shots": 0.025, "single-shot": 0.04 },
  coverage: { matched: 0.012, "three-shots": 0.015, "single-shot": 0.02 },
  "part-width": { matched: 0.025, "three-shots": 0.03, "single-shot": 0.04 },
};

/** Quantities that are shares of 1 themselves: their error is in points, not a part of the value. */
const shares: ReadonlySet<Quantity> = new Set(["vellus-share", "coverage"]);

/** Quantities of which less is better. */
const lessIsBetter: ReadonlySet<Quantity> = new Set(["vellus-share", "part-width"]);

const modesBySureness: readonly MeasurementMode[] = ["matched", "three-shots", "single-shot"];

const deviations95 = 1.96;

/**
 * The smallest change between two visits that is told from chance: 1.96 · √2 · SEM, the SEM of the mode or of these
 * very measurements, whichever is larger.
 */
export function detectableChange(first: Measurement, second: Measurement): number {
  const mode = lessSure(first.mode, second.mode);
  const scale = shares.has(first.quantity) ? 1 : Math.abs(first.value);
  const ofMode = errorFraction[first.quantity][mode] * scale;
  const ofBoth = Math.sqrt(
    ((first.standardError ?? 0) ** 2 + (second.standardError ?? 0) ** 2) / 2,
  );
  return deviations95 * Math.SQRT2 * Math.max(ofMode, ofBoth);
}

/**
 * Whether anything detectable has changed between two visits, in one of four answers.
 *
 * "Better" and "worse" are said only where both visits passed the gate and the change exceeds what the mode tells from
 * chance (the claims rule of the trichometry specification, section 8).
 *
 * @param matched the change hair by hair, if the two photos were matched; it is then the change that is judged
 */
export function compareMeasurements(
  first: Measurement,
  second: Measurement,
  matched?: MatchedChange,
): Comparison {
  const hindrance = findHindrance(first, second);
  if (hindrance) return { answer: "not-comparable", reasons: hindrance };

  const pair = matched
    ? ([asMatched(first, first.value, matched), asMatched(second, first.value, matched)] as const)
    : ([first, second] as const);
  const change = matched ? matched.netFraction * first.value : second.value - first.value;
  const detectable = detectableChange(...pair);
  const mode = lessSure(pair[0].mode, pair[1].mode);
  const shown = {
    change,
    detectableChange: detectable,
    mode,
    ...(first.value === 0 ? {} : { changeFraction: change / first.value }),
  };
  if (!(Math.abs(change) > detectable)) {
    return { answer: "no-detectable-change", ...shown, reasons: [withinNoise(mode)] };
  }
  const isBetter = change > 0 !== lessIsBetter.has(first.quantity);
  const isOrdinary =
    first.quantity === "density-total" && Math.abs(change) < ordinaryDensityChangePerCm2;
  return {
    answer: isBetter ? "better" : "worse",
    ...shown,
    reasons: [beyondNoise(mode), ...(isOrdinary ? [ordinaryChange] : [])],
  };
}

/** 1.96 standard deviations (20 to 22 per cm²) of the change of one spot in men on vehicle over 16 to 48 weeks. */
const ordinaryDensityChangePerCm2 = 40;

function findHindrance(first: Measurement, second: Measurement): readonly Reason[] | undefined {
  if (first.quantity !== second.quantity || first.method !== second.method) return [otherMethod];
  if (!Number.isFinite(first.value) || !Number.isFinite(second.value)) return [noValue];
  const failed = [...gateReasons("first", first.gate), ...gateReasons("second", second.gate)];
  return failed.length > 0 ? failed : undefined;
}

function gateReasons(visit: "first" | "second", gate: Measurement["gate"]): readonly Reason[] {
  if (gate.isPassed) return [];
  const why =
    gate.reasons.length > 0 ? gate.reasons.join(" ") : "It did not pass the quality check.";
  return [{ text: `The ${visit} visit's photo cannot be used for this. ${why}`, sources: [] }];
}

/** The same measurement with the error that the matching of its hairs states: a share of the first value. */
function asMatched(
  measurement: Measurement,
  firstValue: number,
  { interval90 }: MatchedChange,
): Measurement {
  const [low, high] = interval90;
  const changeError = ((high - low) / 2 / deviations90) * Math.abs(firstValue);
  return { ...measurement, mode: "matched", standardError: changeError / Math.SQRT2 };
}

/** Deviations that 90 % of a normal distribution lie within. */
const deviations90 = 1.645;

function lessSure(first: MeasurementMode, second: MeasurementMode): MeasurementMode {
  return modesBySureness.indexOf(first) > modesBySureness.indexOf(second) ? first : second;
}

const modeWords: Readonly<Record<MeasurementMode, string>> = {
  matched: "Each hair was found again at the second visit, which tells the smallest changes.",
  "three-shots": "Three photos were averaged at each visit.",
  "single-shot":
    "Only one photo was taken at a visit. Three photos, or the same spot matched hair by hair, tell smaller changes.",
};

function withinNoise(mode: MeasurementMode): Reason {
  return {
    text: `The change is no larger than what this way of measuring gives by chance. ${modeWords[mode]} It does not mean that nothing happens: hair changes slowly.`,
    sources: ["trichoscan-minoxidil"],
  };
}

function beyondNoise(mode: MeasurementMode): Reason {
  return {
    text: `The change is larger than what this way of measuring gives by chance in 95 of 100 pairs of visits. ${modeWords[mode]}`,
    sources: ["trichoscan-minoxidil"],
  };
}

const ordinaryChange: Reason = {
  text: `One spot also changes without treatment: in trials, men without an active medicine changed by up to ${ordinaryDensityChangePerCm2} hairs per cm². Compare a second spot and the photos before you credit a treatment.`,
  sources: ["minoxidil-trials-table"],
};

const otherMethod: Reason = {
  text: "The two values were measured in different ways, and such values do not stand on one axis.",
  sources: [],
};

const noValue: Reason = {
  text: "One of the visits has no value to compare.",
  sources: [],
};
