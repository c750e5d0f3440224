import { absorptionOverTime, hairForecast, healingPhases, punctureMap } from "@stipple/figures";
import {
  centralValues,
  penetrate,
  penetrationParameters,
  punctureField,
  rollerParameters,
  type SimulatedTreatment,
  type Simulation,
  stageGrades,
} from "@stipple/simulation";
import { drawSvg, paperColours } from "./figure-svg.ts";
import { Problem } from "./problem.ts";
import type { OneStage } from "./simulate-stage.ts";
import { absorptionCurves } from "./simulate-tables.ts";

const wide = { widthPx: 860, heightPx: 420 };
const colours = paperColours;

/** One stage as a picture of its own. */
export function stageSvg(
  simulation: Simulation,
  treatment: SimulatedTreatment,
  stage: OneStage,
): Promise<string> {
  switch (stage) {
    case "punctures":
      return punctureSvg(simulation);
    case "absorption":
      return absorptionSvg(simulation, treatment);
    case "healing":
      return healingSvg(simulation);
    case "follicles":
      return follicleSvg(simulation);
  }
}

/** Side of the square that is shown, around the middle of the patch. */
const shownMm = 10;
const mapPx = 560;

function punctureSvg({ punctures: { punctures, session, coverage } }: Simulation) {
  const { patchSideMm, coveredRadiusMm } = centralValues(rollerParameters);
  const { holeRadiusUm } = penetrate(
    session.needleLengthUm / 1000,
    centralValues(penetrationParameters),
  );
  const placesMm = new Float64Array(2 * punctures.count);
  for (let hole = 0; hole < punctures.count; hole++) {
    const at = hole * punctures.stride;
    placesMm[2 * hole] = punctures.values[at + punctureField.xMm] ?? 0;
    placesMm[2 * hole + 1] = punctures.values[at + punctureField.yMm] ?? 0;
  }
  const covered = coverage
    ? `${coverage.densityPerCm2.toFixed(0)} holes per cm²; ${(100 * coverage.coveredFraction).toFixed(0)} % of the skin within ${coveredRadiusMm} mm of one`
    : "too few holes to speak of";
  const figure = punctureMap({
    placesMm,
    sideMm: patchSideMm,
    shownMm,
    holeDiameterMm: (2 * holeRadiusUm) / 1000,
    coveredRadiusMm,
    sidePx: mapPx,
    colours,
    words: { x: "mm across", y: "mm along", description: `Map of holes: ${covered}.` },
  });
  const words = {
    title: `Where the needles hit: ${session.rolls} rolls of ${session.needleLengthUm / 1000} mm`,
    caption: `An estimate, evidence ${stageGrades.punctures}: ${covered}.`,
    legend: [],
  };
  return drawSvg(figure, words, { widthPx: mapPx + 96, heightPx: mapPx + 104 });
}

function absorptionSvg(simulation: Simulation, treatment: SimulatedTreatment) {
  const absorption = absorptionCurves(simulation, treatment);
  if (absorption === undefined) {
    throw new Problem("There is no absorption to draw.", {
      detail: "No drug is put on the scalp in this treatment.",
      action: "Add topical to it, or draw another stage.",
    });
  }
  const [early, late, intact] = absorption.curves.map(({ absorbedMg }) => [...absorbedMg]);
  const names = {
    early: "channels close early",
    range: "up to channels that close late",
    intact: "skin that was not rolled",
  };
  const figure = absorptionOverTime({
    timesH: absorption.timesH,
    earlyMg: early ?? [],
    lateMg: late ?? [],
    intactMg: intact ?? [],
    colours,
    words: {
      x: "hours since the drug was put on",
      y: "mg of minoxidil in the blood so far",
      description: "Drug that passed the skin, hour by hour.",
      ...names,
    },
  });
  const words = {
    title: `What passes into the blood, ${treatment.topical?.delayMin ?? 0} minutes after rolling`,
    caption: `An estimate, evidence ${stageGrades.absorption}, good to a factor of two or three.`,
    legend: [
      { name: names.early },
      { name: names.range, bandOpacity: 0.22 },
      { name: names.intact },
    ],
  };
  return drawSvg(figure, words, wide);
}

/** Days shown up to the end of the run, so that single sessions can be told apart. */
const shownDays = 56;

function healingSvg({ healing }: Simulation) {
  const untilDay = healing.samples.at(-1)?.day ?? 0;
  const fromDay = Math.max(0, untilDay - shownDays);
  const shown = healing.samples.flatMap((sample, at) => (sample.day >= fromDay ? [at] : []));
  const peak = healing.responses[0]?.peak || 1;
  const phases = ["inflammation", "proliferation", "remodelling"] as const;
  const figure = healingPhases({
    days: shown.map((at) => (healing.samples[at]?.day ?? 0) - fromDay),
    inflammationFraction: shown.map((at) => (healing.samples[at]?.phagocytes ?? 0) / peak),
    rows: phases.map((name) => ({
      name,
      isOn: shown.map((at) => healing.phases[at]?.includes(name) ?? false),
    })),
    sessionDays: healing.responses.flatMap(({ day }) => (day >= fromDay ? [day - fromDay] : [])),
    colours,
    words: {
      inflammation: "inflammation, % of the first peak",
      session: "session",
      today: "",
      description: "Inflammation and the phases of healing, day by day.",
    },
    showDay: (day) => `day ${Math.round(day + fromDay)}`,
  });
  const words = {
    title: "What the skin does around the last sessions",
    caption: `An estimate, evidence ${stageGrades.healing}. Triangles: sessions. Phases overlap.`,
    legend: [],
  };
  return drawSvg(figure, words, { widthPx: 860, heightPx: 330 });
}

function follicleSvg({ follicles }: Simulation) {
  const { groupChange, personChange, compared, grade } = follicles;
  const [start = 0] = compared.visiblePerCm2;
  const names = {
    line: "treated, mean of many people",
    group: "80 % of what the mean may be",
    person: "80 % of what one person may count",
    untreated: "nothing done",
  };
  const figure = hairForecast({
    group: {
      low: groupChange.low80,
      median: groupChange.median,
      high: groupChange.high80,
      name: names.group,
      line: names.line,
    },
    person: { low: personChange.low80, high: personChange.high80, name: names.person },
    untreated: {
      name: names.untreated,
      values: compared.visiblePerCm2.map((density) => density - start),
    },
    colours,
    words: {
      x: "weeks",
      y: "change in hairs/cm²",
      description: "Change in hair density week by week, with bands.",
    },
  });
  const words = {
    title: "What hair density may do",
    caption: `An estimate by a model, evidence ${grade}, not a prediction for you.`,
    legend: [
      { name: names.line },
      { name: names.group, bandOpacity: 0.43 },
      { name: names.person, bandOpacity: 0.13 },
      { name: names.untreated },
    ],
  };
  return drawSvg(figure, words, wide);
}
