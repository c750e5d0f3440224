import {
  absorptionParameters,
  centralValues,
  type Forecast,
  type HealingCourse,
  type PunctureStage,
  punctureField,
  type SimulatedTreatment,
  type Simulation,
  simulateAbsorption,
  topicalScenario,
} from "@stipple/simulation";
import { csvOf } from "./csv.ts";
import type { OneStage } from "./simulate-stage.ts";

/** One stage as a tidy table: a row for each hole, moment or week, the units in the names. */
export function stageCsv(
  simulation: Simulation,
  treatment: SimulatedTreatment,
  stage: OneStage,
): string {
  switch (stage) {
    case "punctures":
      return punctureCsv(simulation.punctures);
    case "absorption":
      return absorptionCsv(absorptionCurves(simulation, treatment));
    case "healing":
      return healingCsv(simulation.healing);
    case "follicles":
      return follicleCsv(simulation.follicles);
  }
}

const degrees = 180 / Math.PI;

function punctureCsv({ punctures: { values, stride, count } }: PunctureStage): string {
  const names = [
    ...["hole", "x_mm", "y_mm", "direction_deg", "roll", "ring"],
    ...["entry_angle_deg", "slit_mm", "depth_mm"],
  ];
  const rows = Array.from({ length: count }, (_, hole) => {
    const at = (field: keyof typeof punctureField) =>
      values[hole * stride + punctureField[field]] ?? Number.NaN;
    return [
      hole + 1,
      at("xMm"),
      at("yMm"),
      at("directionRad") * degrees,
      at("roll") + 1,
      at("ring") + 1,
      at("entryAngleRad") * degrees,
      at("slitMm"),
      at("depthMm"),
    ];
  });
  return csvOf(names, rows);
}

/** The drug in the blood over time, with channels that close early, that close late, and without any. */
export interface AbsorptionCurves {
  readonly timesH: readonly number[];
  readonly curves: readonly {
    readonly channels: "close-early" | "close-late" | "none";
    readonly absorbedMg: Float64Array;
    readonly plasmaNgPerMl: Float64Array;
  }[];
}

/** The same application three times; nothing where no drug is put on. */
export function absorptionCurves(
  { punctures }: Simulation,
  treatment: SimulatedTreatment,
): AbsorptionCurves | undefined {
  const scenario = topicalScenario(treatment, punctures.session);
  if (scenario === undefined) return undefined;

  const values = centralValues(absorptionParameters);
  const lateSet = treatment.topical?.isOccluded ? "occluded" : "slow-upper";
  const whole = { ...scenario.channels, densityPerCm2: 0 };
  const early = simulateAbsorption(scenario, values);
  const late = simulateAbsorption({ ...scenario, closureSet: lateSet }, values);
  const intact = simulateAbsorption({ ...scenario, channels: whole }, values);
  return {
    timesH: [...early.timesH],
    curves: [
      { channels: "close-early", ...early },
      { channels: "close-late", ...late },
      { channels: "none", ...intact },
    ],
  };
}

function absorptionCsv(absorption: AbsorptionCurves | undefined): string {
  const names = ["channels", "time_h", "absorbed_mg", "plasma_ng_per_ml"];
  const rows = (absorption?.curves ?? []).flatMap(({ channels, absorbedMg, plasmaNgPerMl }) =>
    (absorption?.timesH ?? []).map((timeH, at) => [
      channels,
      timeH,
      absorbedMg[at],
      plasmaNgPerMl[at],
    ]),
  );
  return csvOf(names, rows);
}

function healingCsv({ samples, phases }: HealingCourse): string {
  const names = [
    ...["day", "phagocytes_arbitrary_units", "damage_arbitrary_units"],
    ...["macrophages_per_mm3", "growth_factor_pg_per_mm3", "active_fibroblast_fraction"],
    ...["new_collagen_arbitrary_units", "mature_collagen_arbitrary_units"],
    ...["inflammation", "proliferation", "remodelling"],
  ];
  const rows = samples.map((sample, at) => {
    const isOn = (phase: "inflammation" | "proliferation" | "remodelling") =>
      phases[at]?.includes(phase) ? "yes" : "no";
    return [
      sample.day,
      sample.phagocytes,
      sample.damage,
      sample.macrophagesPerMm3,
      sample.growthFactorPgPerMm3,
      sample.fibroblastFraction,
      sample.newCollagen,
      sample.matureCollagen,
      isOn("inflammation"),
      isOn("proliferation"),
      isOn("remodelling"),
    ];
  });
  return csvOf(names, rows);
}

const bandNames = ["median", "low80", "high80", "low95", "high95"] as const;

function follicleCsv({ treated, compared, difference, groupChange, personChange }: Forecast) {
  const bands = {
    treated_less_untreated: difference,
    group_change: groupChange,
    person_change: personChange,
  };
  const names = [
    "week",
    "treated_hairs_per_cm2",
    "untreated_hairs_per_cm2",
    ...Object.keys(bands).flatMap((band) =>
      bandNames.map((edge) => `${band}_${edge}_hairs_per_cm2`),
    ),
  ];
  const rows = treated.visiblePerCm2.map((density, week) => [
    week,
    density,
    compared.visiblePerCm2[week],
    ...Object.values(bands).flatMap((band) => bandNames.map((edge) => band[edge][week])),
  ]);
  return csvOf(names, rows);
}
