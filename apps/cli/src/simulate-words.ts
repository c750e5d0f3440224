import { type Simulation, stageGrades } from "@stipple/simulation";
import { bullet, entry, section } from "./layout.ts";
import type { StageName } from "./simulate-stage.ts";

/** The wanted stages as plain text, each with its grade of evidence. */
export function stageLines(simulation: Simulation, stage: StageName): string[] {
  const wanted = (name: StageName) => stage === "all" || stage === name;
  return [
    ...(wanted("punctures") ? punctureLines(simulation) : []),
    ...(wanted("absorption") ? absorptionLines(simulation) : []),
    ...(wanted("healing") ? healingLines(simulation) : []),
    ...(wanted("follicles") ? follicleLines(simulation) : []),
  ];
}

function punctureLines({ punctures, coverageDoubt, insertion }: Simulation): string[] {
  const { coverage } = punctures;
  const { lowMm, centralMm, highMm } = insertion.depth;
  const spread = coverage
    ? [
        entry("Holes", `${coverage.densityPerCm2.toFixed(0)} per cm²`),
        entry(
          "Near a hole",
          `${percent(coverage.coveredFraction)} of the skin; holes at random would reach ${percent(coverage.randomCoveredFraction)}`,
        ),
        entry(
          "Hit twice",
          `${percent(coverage.doubleHitFraction)} of the holes; at random ${percent(coverage.randomDoubleHitFraction)}`,
        ),
        entry("Largest gap", `${coverage.largestGapMm.toFixed(2)} mm`),
        ...doubtLines(
          coverageDoubt,
          ({ densityPerCm2, coveredFraction, largestGapMm }) =>
            `${densityPerCm2.low80.toFixed(0)} and ${densityPerCm2.high80.toFixed(0)} per cm², ${percent(coveredFraction.low80)} to ${percent(coveredFraction.high80)} near a hole, gap ${largestGapMm.low80.toFixed(2)} to ${largestGapMm.high80.toFixed(2)} mm`,
        ),
      ]
    : [entry("Holes", "too few to speak of")];
  return section(`Holes of the last session (evidence ${stageGrades.punctures})`, [
    ...spread,
    entry(
      "Depth",
      `${centralMm.toFixed(2)} mm, 95 % between ${lowMm.toFixed(2)} and ${highMm.toFixed(2)} mm (evidence ${stageGrades.insertion})`,
    ),
    bullet(insertion.bulge.says),
  ]);
}

function absorptionLines({ absorption, absorptionDoubt }: Simulation): string[] {
  const heading = `What passes into the blood (evidence ${stageGrades.absorption})`;
  if (absorption === undefined) return section(heading, [bullet("No drug is put on the scalp.")]);
  const { gain, exposure, advice, warnings, delays } = absorption;
  return section(heading, [
    bullet("Twice, because nobody knows how fast the holes close: the gain, then the risk."),
    entry(
      "Closing early",
      `${gain.absorbedMg.toFixed(2)} mg, unrolled skin ${gain.intactMg.toFixed(2)} mg`,
    ),
    entry(
      "Closing late",
      `${exposure.absorbedMg.toFixed(2)} mg, peak ${exposure.peakPlasmaNgPerMl.toFixed(1)} ng/mL`,
    ),
    // The first of the two once more, with every uncertain number of it drawn.
    ...doubtLines(
      absorptionDoubt,
      ({ absorbedMg, gainRatio, peakPlasmaNgPerMl }) =>
        `${absorbedMg.low80.toFixed(2)} and ${absorbedMg.high80.toFixed(2)} mg, ${gainRatio.low80.toFixed(2)} to ${gainRatio.high80.toFixed(2)} times unrolled skin, peak ${peakPlasmaNgPerMl.low80.toFixed(1)} to ${peakPlasmaNgPerMl.high80.toFixed(1)} ng/mL`,
    ),
    entry("Advice", advice.replaceAll("-", " ")),
    ...warnings.map(({ id, reason }) => bullet(`${reason} [${id}]`)),
    ...delays.map(({ delayMin, absorbedMg }) =>
      entry(`after ${delayMin} min`, `${absorbedMg.toFixed(2)} mg`),
    ),
  ]);
}

/** What the stage's numbers lie between when every uncertain one is drawn, and on which of them they hang. */
function doubtLines<D extends { readonly contributors: readonly { readonly name: string }[] }>(
  doubt: D | undefined,
  between: (doubt: D) => string,
): string[] {
  if (doubt === undefined) return [];
  return [
    entry("80 % between", between(doubt)),
    entry("Hangs most on", doubt.contributors.map(({ name }) => name).join(", ")),
  ];
}

function healingLines({ healing, healingDoubt }: Simulation): string[] {
  const last = healing.responses.at(-1);
  if (last === undefined) return [];
  return section(`Skin after the last session (evidence ${stageGrades.healing})`, [
    entry("Inflammation", `peaks ${(last.peakDay - last.day).toFixed(1)} days after it`),
    entry(
      "Left before it",
      last.residualFraction === undefined
        ? "nothing: it is the first session"
        : `${percent(last.residualFraction)} of the first peak`,
    ),
    ...doubtLines(
      healingDoubt,
      ({ inflammationPeakDays, inflammationEndDays, newTissueEndDays }) =>
        `a peak after ${days(inflammationPeakDays)} days that is over after ${days(inflammationEndDays)}; new tissue is made until ${days(newTissueEndDays)} days after it`,
    ),
    ...healing.limited.map(({ day }) =>
      bullet(`Day ${day}: a stronger injury than the model can follow; it counted its limit.`),
    ),
  ]);
}

function follicleLines({ follicles }: Simulation): string[] {
  const weeks = [12, 24, 48].filter((week) => week < follicles.difference.median.length);
  return section(`Hair density, treated less untreated (evidence ${follicles.grade})`, [
    ...weeks.map((week) =>
      entry(
        `Week ${week}`,
        `${signed(follicles.difference.median[week])} per cm² for a group (80 %: ${signed(follicles.difference.low80[week])} to ${signed(follicles.difference.high80[week])}); you alone may count ${signed(follicles.personChange.low80[week])} to ${signed(follicles.personChange.high80[week])} against your start`,
      ),
    ),
    entry("Hangs most on", follicles.contributors.map(({ name }) => name).join(", ")),
  ]);
}

const days = ({ low80, high80 }: { readonly low80: number; readonly high80: number }) =>
  `${low80.toFixed(1)} to ${high80.toFixed(1)}`;
const percent = (fraction: number) => `${(100 * fraction).toFixed(1)} %`;

function signed(value = Number.NaN): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(0)}`;
}
