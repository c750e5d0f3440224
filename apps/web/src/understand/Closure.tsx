import { channelClosure } from "@stipple/figures";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import type { ClosureAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { delaySteps, type PlayProps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { Legend } from "./Legend.tsx";
import { duration, percent } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.closure;
const untilH = 8;

/** Rival readings of how fast channels close, side by side, and where the drug falls on them. */
export function Closure({ treatment, played: { delayMin }, onPlay }: PlayProps) {
  const simulated = useSimulated("closure", { treatment });
  const { answer } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const meaning = meaningOf(answer, delayMin);
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      picture={<ClosurePicture {...answer} delayMin={delayMin} label={texts.label(meaning)} />}
      table={
        <DataTable
          caption={texts.title}
          heads={[texts.head.reading, texts.head.open, texts.head.half, texts.head.closed]}
          rows={answer.curves.map(({ set, halfLifeMin, closedAfterMin, openAtDelayFraction }) => ({
            key: set,
            cells: [
              texts.sets[set],
              percent(openAtDelayFraction),
              duration(halfLifeMin),
              duration(closedAfterMin),
            ],
          }))}
        />
      }
      controls={
        <Slider
          label={texts.delay}
          steps={delaySteps}
          value={delayMin}
          show={duration}
          onChange={(delay) => onPlay({ delayMin: delay })}
        />
      }
      grade={answer.grade}
      limits={texts.limits}
    />
  );
}

function meaningOf({ curves }: ClosureAnswer, delayMin: number): string {
  if (delayMin === 0) return texts.meaningNoWait;
  const open = curves.map(({ openAtDelayFraction }) => openAtDelayFraction);
  const [low, high] = [percent(Math.min(...open)), percent(Math.max(...open))];
  return texts.meaning(duration(delayMin), low, high);
}

interface ClosurePictureProps extends ClosureAnswer {
  readonly delayMin: number;
  readonly label: string;
}

function ClosurePicture({ curves, delayMin, label }: ClosurePictureProps) {
  const colours = useFigureColours();
  const option = useMemo(
    () =>
      channelClosure({
        curves: curves.map(({ set, halfLifeMin }) => ({
          name: texts.sets[set],
          kind: set.startsWith("article") ? "article" : "estimate",
          halfLifeMin,
        })),
        delayMin,
        untilH,
        colours,
        words: { x: texts.x, y: texts.y, delay: texts.mark, description: label },
      }),
    [curves, delayMin, colours, label],
  );
  return (
    <>
      <Chart label={label} option={option} heightPx={320} />
      <Legend
        entries={[
          { name: texts.legendArticle, mark: "dashed", isArticle: true },
          { name: texts.legendEstimate, mark: "solid" },
        ]}
      />
    </>
  );
}
