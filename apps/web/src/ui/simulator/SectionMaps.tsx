import type { SectionProgress } from "@stipple/protocol";
import { DataTable } from "../TwoViews.tsx";
import { sectionName } from "../texts.ts";
import { percent, twoFigures } from "./numbers.ts";
import { PunctureMap } from "./PunctureMap.tsx";
import type { PunctureAnswer, RolledAnswer, SectionsAnswer } from "./panels.ts";
import classes from "./Simulator.module.css";
import { simulatorTexts } from "./texts.ts";

const texts = simulatorTexts.sections;
/** How much of each section a map shows. */
export const shownMm = 10;

interface SectionsProps {
  readonly answer: SectionsAnswer;
  readonly planned: readonly SectionProgress[];
}

/** A small map for every section of the session; an empty frame where it was not rolled. */
export function SectionMaps({ answer, planned }: SectionsProps) {
  return (
    <ul className={classes.maps}>
      {planned.map(({ section: { id }, status }) => {
        const rolled = answer.rolled.find(({ sectionId }) => sectionId === id);
        return (
          <li key={id}>
            {rolled ? (
              <PunctureMap label={labelOf(rolled)} answer={rolled.punctures} shownMm={shownMm} />
            ) : (
              <span className={classes.empty}>{texts.notRolled}</span>
            )}
            <strong>{sectionName(id)}</strong>
            {rolled && <MapNumbers rolled={rolled} isStopped={status === "stopped"} />}
          </li>
        );
      })}
    </ul>
  );
}

interface MapNumbersProps {
  readonly rolled: RolledAnswer;
  readonly isStopped: boolean;
}

function MapNumbers({ rolled: { rolls, punctures }, isStopped }: MapNumbersProps) {
  return (
    <>
      {isStopped && (
        <span>
          {texts.stopped}, {texts.rolls(rolls)}
        </span>
      )}
      {numbersOf(punctures).map((says) => (
        <span key={says}>{says}</span>
      ))}
    </>
  );
}

function labelOf({ sectionId, rolls, punctures }: RolledAnswer): string {
  const numbers = numbersOf(punctures);
  return texts.label(
    sectionName(sectionId),
    texts.rolls(rolls),
    numbers.length > 0 ? numbers.join(", ") : texts.few,
  );
}

/** Holes on a square centimetre and the share of skin near to one; nothing where too few fell. */
function numbersOf({ coverage }: PunctureAnswer): readonly string[] {
  if (!coverage) return [];
  return [
    texts.holes(Math.round(coverage.densityPerCm2)),
    texts.near(percent(coverage.coveredFraction)),
  ];
}

/** The same numbers, and the largest gap, in a row for every section. */
export function SectionTable({ answer, planned }: SectionsProps) {
  const { head, unknown } = texts;
  return (
    <DataTable
      caption={texts.title}
      heads={[head.section, head.rolls, head.density, head.covered, head.gap]}
      rows={planned.map(({ section: { id } }) => {
        const rolled = answer.rolled.find(({ sectionId }) => sectionId === id);
        const coverage = rolled?.punctures.coverage;
        return {
          key: id,
          cells: [
            sectionName(id),
            rolled ? String(rolled.rolls) : texts.notRolled,
            coverage ? String(Math.round(coverage.densityPerCm2)) : unknown,
            coverage ? percent(coverage.coveredFraction) : unknown,
            coverage ? twoFigures(coverage.largestGapMm) : unknown,
          ],
        };
      })}
    />
  );
}
