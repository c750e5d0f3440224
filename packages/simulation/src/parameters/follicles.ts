import type { Parameter, ParameterSet, Values } from "../parameter.ts";

/** A number of the hair cycle that this project chose so that the untreated model meets the trials' baselines. */
function cycle(value: number, range: readonly [number, number], unit: string, note: string) {
  return {
    value,
    unit,
    range,
    distribution: "log-normal",
    basis: "chosen",
    sources: ["halloy-2000", "courtois-1994", "van-neste-2000"],
    note,
  } as const satisfies Parameter;
}

/** The spread of a duration around its mean; chosen, and not varied in bands. */
function spread(value: number, note: string) {
  return {
    value,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["bernard-2012"],
    note,
  } as const satisfies Parameter;
}

/** The strength of a treatment, fitted to the trials named. */
function effect(value: number, unit: string, sources: Parameter["sources"], note: string) {
  return {
    value,
    unit,
    distribution: "fixed",
    basis: "chosen",
    sources,
    note,
  } as const satisfies Parameter;
}

/** A plausible multiple of a treatment's strength: 1 in the middle, wide where trials disagree. */
function effectFactor(
  range: readonly [number, number],
  sources: Parameter["sources"],
  note: string,
) {
  return {
    value: 1,
    unit: "1",
    range,
    distribution: "log-normal",
    basis: "chosen",
    sources,
    note,
  } as const satisfies Parameter;
}

/**
 * Every number of the follicle stage. "Long" follicles cycle long and carry terminal hairs, "short" ones have shrunk.
 * The durations are one of many sets that meet the same baselines.
 */
export const follicleParameters = {
  follicleDensityPerCm2: {
    ...cycle(
      240,
      [150, 320],
      "1/cm²",
      "F: follicles, with hair or empty; 876 hairs in a 5.1 cm² circle.",
    ),
    sources: ["kaufman-1998"],
  },
  longCyclingShare: cycle(
    0.28,
    [0.18, 0.4],
    "1",
    "Share of long-cycling follicles; the range is that of the neighbouring grades. Over all grades 0.1 to 0.9.",
  ),
  anagenLongDays: {
    ...cycle(
      900,
      [600, 1500],
      "d",
      "Mean growth of long-cycling follicles; scalp growth of 2 to 5 years is typical, remembered.",
    ),
    sources: ["halloy-2000"],
  },
  anagenShortDays: cycle(120, [80, 200], "d", "Mean growth of follicles that have shrunk."),
  telogenLongDays: {
    ...cycle(
      100,
      [60, 160],
      "d",
      "Mean rest of long-cycling follicles, catagen included; the hair still stands.",
    ),
    sources: ["bionumbers-telogen"],
  },
  telogenShortDays: {
    ...cycle(130, [60, 160], "d", "Mean rest of follicles that have shrunk."),
    sources: ["bionumbers-telogen"],
  },
  latencyLongDays: {
    ...cycle(60, [30, 200], "d", "Mean time a long-cycling follicle stays empty (kenogen)."),
    sources: ["kenogen-aga"],
  },
  latencyShortDays: {
    ...cycle(90, [30, 200], "d", "Mean time a follicle that has shrunk stays empty (kenogen)."),
    sources: ["kenogen-aga"],
  },
  anagenCv: spread(
    0.9,
    "Standard deviation of growth over its mean; wide, because human follicles do not keep step.",
  ),
  telogenCv: spread(0.3, "Standard deviation of rest over its mean."),
  latencyCv: spread(0.8, "Standard deviation of the empty time over its mean."),
  emergenceDays: cycle(30, [20, 45], "d", "t_em: growth before a new hair shows at the skin."),
  progressionPerYear: {
    ...cycle(
      0.16,
      [0.05, 0.3],
      "1/y",
      "gamma: how much longer shrunk follicles stay empty per untreated year; about −4 hairs/cm² in one year.",
    ),
    sources: ["kaufman-1998"],
  },
  shrinkingPerCycle: {
    ...cycle(
      0.03,
      [0.01, 0.1],
      "1",
      "p_ns: chance that a long-cycling follicle shrinks at the start of a cycle.",
    ),
    sources: ["courtois-1994"],
  },

  minoxidil5LatencyRate: effect(
    1.6,
    "1",
    ["minoxidil-trials-table"],
    "Minoxidil 5 % twice daily: empty follicles restart this much sooner. Fitted with the next to a net +14.7 hairs/cm² at week 48; gives 16.3.",
  ),
  minoxidil5Anagen: effect(
    1.15,
    "1",
    ["minoxidil-trials-table"],
    "Minoxidil 5 % twice daily: growth lasts this much longer.",
  ),
  minoxidil2LatencyRate: effect(
    1.33,
    "1",
    ["minoxidil-trials-table"],
    "Minoxidil 2 % twice daily: empty follicles restart this much sooner. Fitted with the next to a net +8.8 hairs/cm² at week 48; gives 10.2.",
  ),
  minoxidil2Anagen: effect(
    1.08,
    "1",
    ["minoxidil-trials-table"],
    "Minoxidil 2 % twice daily: growth lasts this much longer.",
  ),
  minoxidilFactor: effectFactor(
    [0.4, 1.6],
    ["minoxidil-trials-table"],
    "Multiplies what minoxidil adds.",
  ),
  absorptionExponent: effect(
    0.56,
    "1",
    ["minoxidil-trials-table"],
    "Minoxidil's effect follows the weekly dose to this power, the slope between the 2 % and 5 % arms.",
  ),
  absorptionCap: effect(
    1.5,
    "1",
    ["minoxidil-trials-table"],
    "Most that extra absorption may multiply minoxidil's effect by.",
  ),

  finasterideAnagenShort: effect(
    1.6,
    "1",
    ["kaufman-1998", "van-neste-2000"],
    "Finasteride 1 mg: growth of shrunk follicles lasts this much longer. Fitted with the next to +21 and +27 hairs/cm² at weeks 52 and 104.",
  ),
  finasterideRecovery: effect(
    0.12,
    "1",
    ["kaufman-1998", "van-neste-2000"],
    "Finasteride 1 mg: chance that a shrunk follicle becomes long-cycling at the start of a cycle. Progression and shrinking stop.",
  ),
  finasterideFactor: effectFactor(
    [0.6, 1.4],
    ["kaufman-1998", "van-neste-2000"],
    "Multiplies what finasteride adds.",
  ),

  needlingWake: effect(
    0.07,
    "1",
    ["gupta-2023-network", "dhurat-2013"],
    "q: chance that one session with needles of 0.5 mm or longer wakes an empty follicle. Fitted to +13 hairs/cm² over minoxidil at 24 weeks; the same at every length, because pooled trials find no effect of depth.",
  ),
  needlingFactor: effectFactor(
    [0.15, 7],
    ["ahmed-2025", "dhurat-2013"],
    "Multiplies that chance. Trials disagree more than tenfold.",
  ),
  shortNeedlingWake: {
    value: 0.02,
    unit: "1",
    range: [0, 0.07],
    distribution: "normal",
    basis: "uncertain",
    sources: ["english-2022"],
    note: "The same chance for needles below 0.5 mm. No trial has tested them: a guess, which may be nothing.",
  },
  telogenWakeShare: effect(
    1 / 3,
    "1",
    ["gupta-2023-network"],
    "A session wakes a resting follicle at this share of the chance of an empty one; its old hair falls.",
  ),
  studiedNeedleUm: effect(500, "µm", ["english-2022"], "Shortest needle that trials have tested."),

  personSdPerCm2: {
    value: 22,
    unit: "1/cm²",
    range: [20, 25],
    distribution: "normal",
    basis: "looked-up",
    sources: ["minoxidil-trials-table"],
    note: "Standard deviation of one person's change at 48 weeks, the two counts included.",
  },
  countingSdPerCm2: {
    value: 7,
    unit: "1/cm²",
    distribution: "fixed",
    basis: "chosen",
    sources: ["halloy-2000"],
    note: "Standard deviation of one count in 1 cm²: binomial, √(240 · 0.72 · 0.28).",
  },
} as const satisfies ParameterSet;

/** Follicle parameters of any person: the same names, other numbers. */
export type FollicleParameters = Readonly<Record<keyof typeof follicleParameters, Parameter>>;
export type FollicleValues = Values<FollicleParameters>;

/** A guess at what a Norwood–Hamilton grade means for the crown. */
function guess(value: number, range: readonly [number, number], unit: string): Parameter {
  return {
    value,
    unit,
    range,
    distribution: "log-normal",
    basis: "uncertain",
    sources: ["courtois-1994"],
    note: "A guess for this grade: no source gives it. Only the baseline of trials, close to grade 4, was fitted.",
  };
}

export type NorwoodPreset = "2" | "3" | "4" | "5";

/** Guesses for Norwood–Hamilton grades 2 to 5: they change the share of long-cycling follicles, density, progression. */
export const norwoodPresets: Readonly<
  Record<
    NorwoodPreset,
    Pick<FollicleParameters, "longCyclingShare" | "follicleDensityPerCm2" | "progressionPerYear">
  >
> = {
  "2": {
    longCyclingShare: guess(0.55, [0.4, 0.7], "1"),
    follicleDensityPerCm2: guess(260, [180, 340], "1/cm²"),
    progressionPerYear: guess(0.08, [0.025, 0.2], "1/y"),
  },
  "3": {
    longCyclingShare: guess(0.4, [0.28, 0.55], "1"),
    follicleDensityPerCm2: guess(250, [165, 330], "1/cm²"),
    progressionPerYear: guess(0.12, [0.04, 0.25], "1/y"),
  },
  "4": {
    longCyclingShare: guess(0.28, [0.18, 0.4], "1"),
    follicleDensityPerCm2: guess(240, [150, 320], "1/cm²"),
    progressionPerYear: guess(0.16, [0.05, 0.3], "1/y"),
  },
  "5": {
    longCyclingShare: guess(0.18, [0.1, 0.28], "1"),
    follicleDensityPerCm2: guess(230, [145, 310], "1/cm²"),
    progressionPerYear: guess(0.18, [0.06, 0.34], "1/y"),
  },
};

/** The follicle parameters with the guesses for one grade in place. */
export function follicleParametersFor(preset: NorwoodPreset): FollicleParameters {
  return { ...follicleParameters, ...norwoodPresets[preset] };
}
