import type { CoverageDoubt, SimulatedTreatment, Spread } from "@stipple/simulation";
import { memo, useCallback, useMemo, useState } from "react";
import { Segments } from "../ui/Segments.tsx";
import { percent, twoFigures } from "../ui/simulator/numbers.ts";
import type { PunctureAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { type Played, rollSteps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { HoleMap } from "./HoleMap.tsx";
import { createHoleMask } from "./hole-mask.ts";
import { DependsOn, Known } from "./Known.tsx";
import { startView, zoom, zoomStep } from "./map-view.ts";
import { NeedleLength } from "./NeedleLength.tsx";
import { range, whole } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { RollPlayer } from "./RollPlayer.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.punctures;

interface PuncturesProps extends Rolled {
  readonly treatment: SimulatedTreatment;
}

interface Rolled extends Pick<Played, "needleLengthUm" | "rolls" | "pattern"> {
  readonly onPlay: (change: Partial<Played>) => void;
}

/** Where the needles of a session hit, and what share of the skin is near to a hole. */
export function Punctures({ treatment, ...rolled }: PuncturesProps) {
  const simulated = useSimulated("punctures", { treatment });
  const { answer } = simulated;
  const known = useSimulated("coverage-doubt", { treatment });
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { coverage } = answer;
  const meaning = coverage
    ? texts.meaning(percent(coverage.coveredFraction), percent(coverage.randomCoveredFraction))
    : texts.tooFew;
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      above={
        coverage && (
          <Known
            known={known}
            says={({ coveredFraction, densityPerCm2 }) =>
              texts.known(range(coveredFraction, percent), range(densityPerCm2, whole))
            }
          />
        )
      }
      picture={<PuncturePicture answer={answer} meaning={meaning} />}
      table={<PunctureTable {...answer} doubt={known.isStale ? undefined : known.answer?.doubt} />}
      controls={<PunctureControls {...rolled} />}
      grade={answer.grade}
      limits={texts.limits}
      more={<DependsOn {...known.answer} />}
    />
  );
}

interface PuncturePictureProps {
  readonly answer: PunctureAnswer;
  readonly meaning: string;
}

const PuncturePicture = memo(function PuncturePicture({ answer, meaning }: PuncturePictureProps) {
  const { sideMm, holesAfterRoll } = answer;
  const [view, setView] = useState(() => startView(sideMm));
  const [stopped, setStopped] = useState<number>();
  const mask = useMemo(() => createHoleMask(answer), [answer]);
  const rolls = holesAfterRoll.length;
  const rolled = Math.min(stopped ?? rolls, rolls);
  const holes = rolled === 0 ? 0 : (holesAfterRoll[rolled - 1] ?? 0);
  const onRolled = useCallback((to: number) => setStopped(to), []);

  const isWhole = rolled === rolls;
  const densityPerCm2 = String(
    Math.round((isWhole && answer.coverage?.densityPerCm2) || (100 * holes) / sideMm ** 2),
  );
  const shown = twoFigures(view.shownMm);
  return (
    <figure className={classes.figure}>
      <HoleMap
        label={texts.label(densityPerCm2, shown, meaning)}
        answer={answer}
        mask={mask}
        holes={holes}
        view={view}
        onView={setView}
      />
      <RollPlayer
        rolled={rolled}
        rolls={rolls}
        says={
          isWhole
            ? texts.allRolls(rolls, densityPerCm2)
            : texts.afterRoll(rolled, rolls, densityPerCm2, nearShare(mask, holes))
        }
        onRolled={onRolled}
        onZoom={(direction) =>
          setView((before) =>
            zoom(before, sideMm, {
              factor: direction === "closer" ? zoomStep : 1 / zoomStep,
              at: before.centreMm,
            }),
          )
        }
      />
      <figcaption>{texts.caption(shown)}</figcaption>
    </figure>
  );
});

function nearShare(mask: ReturnType<typeof createHoleMask>, holes: number): string {
  mask.cover(holes);
  return percent(mask.coveredFraction());
}

function PunctureControls({ needleLengthUm, rolls, pattern, onPlay }: Rolled) {
  return (
    <>
      <Slider
        label={texts.rolls}
        steps={rollSteps}
        value={rolls}
        show={texts.rollsValue}
        onChange={(more) => onPlay({ rolls: more })}
      />
      <NeedleLength needleLengthUm={needleLengthUm} onPlay={onPlay} />
      <div className={classes.control}>
        <span aria-hidden>{texts.pattern}</span>
        <Segments
          legend={texts.pattern}
          choices={(["star", "fan", "one-direction"] as const).map((value) => ({
            value,
            label: understandTexts.patterns[value],
          }))}
          chosen={pattern}
          onChoose={(other) => onPlay({ pattern: other })}
        />
      </div>
    </>
  );
}

interface PunctureTableProps extends PunctureAnswer {
  readonly doubt: CoverageDoubt | undefined;
}

function PunctureTable({ coverage, holesAfterRoll, doubt }: PunctureTableProps) {
  const { head, rows } = texts;
  const none = "–";
  const band = (spread: Spread | undefined, show: (value: number) => string) => {
    if (spread === undefined) return none;
    const { low, high } = range(spread, show);
    return understandTexts.between(low, high);
  };
  const spread = coverage && [
    {
      key: "density",
      cells: [rows.density, whole(coverage.densityPerCm2), band(doubt?.densityPerCm2, whole), none],
    },
    {
      key: "covered",
      cells: [
        rows.covered,
        percent(coverage.coveredFraction),
        band(doubt?.coveredFraction, percent),
        percent(coverage.randomCoveredFraction),
      ],
    },
    {
      key: "double",
      cells: [
        rows.double,
        percent(coverage.doubleHitFraction),
        band(doubt?.doubleHitFraction, percent),
        none,
      ],
    },
    {
      key: "near",
      cells: [rows.neighbour, twoFigures(coverage.nearestNeighbourMm), none, none],
    },
    {
      key: "gap",
      cells: [
        rows.gap,
        twoFigures(coverage.largestGapMm),
        band(doubt?.largestGapMm, twoFigures),
        none,
      ],
    },
  ];
  return (
    <DataTable
      caption={texts.title}
      heads={[head.measure, head.value, head.band, head.random]}
      rows={[
        { key: "rolls", cells: [rows.rolls, String(holesAfterRoll.length), none, none] },
        ...(spread ?? []),
      ]}
    />
  );
}
