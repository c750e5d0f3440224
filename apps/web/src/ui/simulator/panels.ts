import type {
  AbsorptionStage,
  ClosureSet,
  Grade,
  HealingPhase,
  OutOfScope,
  SimulatedTreatment,
} from "@stipple/simulation";

/** Where in the skin the needles of one session hit, on a square patch of it. */
export interface PunctureAnswer {
  readonly grade: Grade;
  readonly sideMm: number;
  /** x and y of every hole, in turn. */
  readonly placesMm: Float32Array;
  readonly holeDiameterMm: number;
  readonly coveredRadiusMm: number;
  /** Absent where too few holes fell to judge them. */
  readonly coverage:
    | {
        readonly densityPerCm2: number;
        readonly coveredFraction: number;
        readonly randomCoveredFraction: number;
        readonly doubleHitFraction: number;
        readonly nearestNeighbourMm: number;
        readonly largestGapMm: number;
      }
    | undefined;
  readonly depthMm: readonly [low: number, central: number, high: number];
  readonly bulgeSays: string;
}

export interface ClosureAnswer {
  readonly grade: Grade;
  readonly curves: readonly {
    readonly set: ClosureSet;
    readonly halfLifeMin: number;
    /** When 5 % is left. */
    readonly closedAfterMin: number;
    readonly openAtDelayFraction: number;
  }[];
}

export interface AbsorptionAnswer {
  readonly grade: Grade;
  readonly timesH: readonly number[];
  readonly earlyMg: readonly number[];
  readonly lateMg: readonly number[];
  readonly intactMg: readonly number[];
  readonly latePeakNgPerMl: number;
  readonly advice: AbsorptionStage["advice"];
  readonly reasons: readonly string[];
}

export interface HealingAnswer {
  readonly grade: Grade;
  readonly days: readonly number[];
  readonly inflammationFraction: readonly number[];
  readonly phases: readonly (readonly HealingPhase[])[];
  readonly sessions: readonly {
    readonly day: number;
    readonly peakDay: number;
    readonly residualFraction: number | undefined;
  }[];
  /** Sessions whose injury is more than the model was made for. */
  readonly limitedCount: number;
}

/** Change in hairs/cm² from the start, a number for every week from 0. */
export interface ForecastAnswer {
  readonly grade: Grade;
  /** Few parameter sets, for a first look; the fine answer follows. */
  readonly isCoarse: boolean;
  readonly startPerCm2: number;
  readonly group: WeeklyBand;
  readonly person: WeeklyBand;
  readonly comparedChange: readonly number[];
  /** Treatment minus what it is compared with. */
  readonly difference: WeeklyBand;
  readonly dependsOn: readonly string[];
}

export interface WeeklyBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** What each panel of the page gets back. */
export interface Answers {
  readonly scope: "inside";
  readonly punctures: PunctureAnswer;
  readonly closure: ClosureAnswer;
  readonly absorption: AbsorptionAnswer;
  readonly healing: HealingAnswer;
  readonly forecast: ForecastAnswer;
  readonly "what-if": ForecastAnswer;
}
export type Panel = keyof Answers;

/** A question to the worker. `id` comes back with every reply, so that replies to older questions are dropped. */
export interface Question {
  readonly id: number;
  readonly panel: Panel;
  readonly treatment: SimulatedTreatment;
  /** For the forecasts: what the treatment is compared with; nothing done where it is left out. */
  readonly comparedWith?: SimulatedTreatment | undefined;
}

export type Reply = { readonly id: number; readonly panel: Panel } & (
  | { readonly kind: "answer"; readonly answer: Answers[Panel] }
  | { readonly kind: "progress"; readonly doneFraction: number }
  | { readonly kind: "refused"; readonly refusal: OutOfScope }
  | { readonly kind: "failed"; readonly message: string }
);
