import type {
  AbsorptionDoubt,
  AbsorptionStage,
  ClosureSet,
  CoverageDoubt,
  Grade,
  HealingDoubt,
  HealingPhase,
  OutOfScope,
  Penetration,
  Readiness,
  ReportedSign,
  RolledSection,
  SimulatedTreatment,
} from "@stipple/simulation";

/** Where in the skin the needles of one session hit, on a square patch of it. */
export interface PunctureAnswer {
  readonly grade: Grade;
  readonly sideMm: number;
  /** x and y of every hole, in turn, roll after roll. */
  readonly placesMm: Float32Array;
  /** How many holes there are after each roll. */
  readonly holesAfterRoll: Uint32Array;
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
}

/** A needle in the skin, and what lies there. */
export interface InsertionAnswer {
  readonly grade: Grade;
  readonly needleLengthMm: number;
  readonly depthMm: readonly [low: number, central: number, high: number];
  readonly holeRadiusUm: number;
  readonly openRadiusUm: number;
  /** From the surface down. */
  readonly layers: readonly {
    readonly layer: Penetration["layers"][number]["layer"];
    readonly topMm: number;
    readonly reached: Penetration["layers"][number]["reached"];
  }[];
  readonly bulge: Penetration["bulge"] & MmBand;
  readonly bulb: MmBand;
}

interface MmBand {
  readonly topMm: number;
  readonly bottomMm: number;
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
  /** Middle of the same many people under what it is compared with. */
  readonly comparedMedian: readonly number[];
  /** Treatment minus what it is compared with. */
  readonly difference: WeeklyBand;
  readonly dependsOn: readonly string[];
}

export interface WeeklyBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** One session in numbers, to lay beside another. */
export interface SessionNumbers {
  /** Absent where too few holes fell to judge them. */
  readonly coverage: PunctureAnswer["coverage"];
  /** Taken up by the blood in two days if the channels close early and if they close late; absent without a drug. */
  readonly drugMg: readonly [early: number, late: number] | undefined;
}

export interface BesideAnswer {
  readonly treated: SessionNumbers;
  readonly compared: SessionNumbers;
}

/** The same drug after both of a plan's choices. */
export interface TopicalChoiceAnswer {
  readonly window: AbsorptionAnswer;
  readonly wait: AbsorptionAnswer;
}

/** Every section of a session that was rolled, as it was recorded. */
export interface SectionsAnswer {
  readonly grade: Grade;
  readonly rolled: readonly RolledAnswer[];
}

export interface RolledAnswer {
  readonly sectionId: string;
  readonly rolls: number;
  readonly punctures: PunctureAnswer;
}

/** What the skin is doing, and whether it has calmed down on the day that was asked for. */
export interface ScalpAnswer {
  readonly healing: HealingAnswer;
  /** Absent where no session has been done. */
  readonly readiness: Readiness | undefined;
}

/** The day that a question about the scalp is asked on, and what the person says of it. */
export interface ScalpToday {
  /** Days since the first session of the treatment. */
  readonly day: number;
  readonly reported: readonly ReportedSign[] | "not asked";
}

/** How far a step's numbers are known. */
export interface DoubtAnswer<Doubt> {
  /** Absent where the step has no numbers. */
  readonly doubt: Doubt | undefined;
  /** What they hang on most, in words. */
  readonly dependsOn: readonly string[];
}

/** What each panel of the page gets back. */
export interface Answers {
  readonly scope: "inside";
  readonly punctures: PunctureAnswer;
  readonly insertion: InsertionAnswer;
  readonly closure: ClosureAnswer;
  readonly absorption: AbsorptionAnswer;
  readonly healing: HealingAnswer;
  readonly beside: BesideAnswer;
  readonly "coverage-doubt": DoubtAnswer<CoverageDoubt>;
  readonly "absorption-doubt": DoubtAnswer<AbsorptionDoubt>;
  readonly "healing-doubt": DoubtAnswer<HealingDoubt>;
  readonly forecast: ForecastAnswer;
  readonly "what-if": ForecastAnswer;
  readonly "topical-choice": TopicalChoiceAnswer;
  readonly sections: SectionsAnswer;
  readonly scalp: ScalpAnswer;
}
export type Panel = keyof Answers;

/** Panels whose answers take seconds, and are worked out in steps. */
export type LongPanel = DoubtPanel | "forecast" | "what-if";
export type DoubtPanel = "coverage-doubt" | "absorption-doubt" | "healing-doubt";

/** A question to the worker. `id` comes back with every reply, so that replies to older questions are dropped. */
export interface Question {
  readonly id: number;
  readonly panel: Panel;
  readonly treatment: SimulatedTreatment;
  /** For the forecasts and two sessions beside each other: what the treatment is compared with; nothing done where it is left out. */
  readonly comparedWith?: SimulatedTreatment | undefined;
  /** For the sections of the last session: how each was rolled. */
  readonly sections?: readonly RolledSection[] | undefined;
  /** For the scalp: today, where sessions were done. */
  readonly scalp?: ScalpToday | undefined;
}

export type Reply = {
  readonly id: number;
  readonly panel: Panel;
} /** The part of the answer that can be had at once; the rest still belongs to the question before. */ & (
  | { readonly kind: "preview"; readonly preview: Partial<Answers[Panel]> }
  | { readonly kind: "answer"; readonly answer: Answers[Panel] }
  | { readonly kind: "progress"; readonly doneFraction: number }
  | { readonly kind: "refused"; readonly refusal: OutOfScope }
  | { readonly kind: "failed"; readonly message: string }
);
