import { useState } from "react";
import { Segments } from "../ui/Segments.tsx";
import type { PunctureAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { needleLengthsUm, type PlayProps, rollSteps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { percent, twoFigures } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { PunctureMap } from "./PunctureMap.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.punctures;
const shownMm = { far: 30, near: 10 } as const;

/** Where the needles of a session hit, and what share of the skin is near to a hole. */
export function Punctures({ treatment, played, onPlay }: PlayProps) {
  const [zoom, setZoom] = useState<"far" | "near">("near");
  const simulated = useSimulated("punctures", { treatment });
  const { answer } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { coverage } = answer;
  const meaning = coverage
    ? texts.meaning(percent(coverage.coveredFraction), percent(coverage.randomCoveredFraction))
    : texts.tooFew;
  const side = shownMm[zoom];
  const density = String(Math.round(coverage?.densityPerCm2 ?? 0));
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      picture={
        <figure className={classes.figure}>
          <PunctureMap label={texts.label(density, side, meaning)} answer={answer} shownMm={side} />
          <figcaption>{texts.caption(side)}</figcaption>
        </figure>
      }
      table={<PunctureTable {...answer} />}
      controls={
        <>
          <PunctureControls played={played} onPlay={onPlay} />
          <div className={classes.control}>
            <span aria-hidden>{texts.zoom}</span>
            <Segments
              legend={texts.zoom}
              choices={(["near", "far"] as const).map((value) => ({
                value,
                label: texts.zooms[value],
              }))}
              chosen={zoom}
              onChoose={setZoom}
            />
          </div>
        </>
      }
      grade={answer.grade}
      limits={texts.limits}
      more={<p>{answer.bulgeSays}</p>}
    />
  );
}

function PunctureControls({ played, onPlay }: Omit<PlayProps, "treatment">) {
  const lengths = [...new Set([...needleLengthsUm, played.needleLengthUm])].toSorted(
    (a, b) => a - b,
  );
  return (
    <>
      <div className={classes.control}>
        <span aria-hidden>{texts.needle}</span>
        <Segments
          legend={texts.needle}
          choices={lengths.map((lengthUm) => ({
            value: String(lengthUm),
            label: String(lengthUm / 1000),
          }))}
          chosen={String(played.needleLengthUm)}
          onChoose={(value) => onPlay({ needleLengthUm: Number(value) })}
        />
      </div>
      <Slider
        label={texts.rolls}
        steps={rollSteps}
        value={played.rolls}
        show={texts.rollsValue}
        onChange={(rolls) => onPlay({ rolls })}
      />
      <div className={classes.control}>
        <span aria-hidden>{texts.pattern}</span>
        <Segments
          legend={texts.pattern}
          choices={(["star", "fan", "one-direction"] as const).map((value) => ({
            value,
            label: understandTexts.patterns[value],
          }))}
          chosen={played.pattern}
          onChoose={(pattern) => onPlay({ pattern })}
        />
      </div>
    </>
  );
}

function PunctureTable({ coverage, depthMm }: PunctureAnswer) {
  const { head, rows } = texts;
  const [low, , high] = depthMm;
  const none = "–";
  const depth = {
    key: "depth",
    cells: [rows.depth, texts.depth(twoFigures(low), twoFigures(high)), none],
  };
  const spread = coverage && [
    { key: "density", cells: [rows.density, String(Math.round(coverage.densityPerCm2)), none] },
    {
      key: "covered",
      cells: [
        rows.covered,
        percent(coverage.coveredFraction),
        percent(coverage.randomCoveredFraction),
      ],
    },
    { key: "double", cells: [rows.double, percent(coverage.doubleHitFraction), none] },
    { key: "near", cells: [rows.neighbour, twoFigures(coverage.nearestNeighbourMm), none] },
    { key: "gap", cells: [rows.gap, twoFigures(coverage.largestGapMm), none] },
  ];
  return (
    <DataTable
      caption={texts.title}
      heads={[head.measure, head.value, head.random]}
      rows={[...(spread ?? []), depth]}
    />
  );
}
