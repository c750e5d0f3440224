import { memo, useMemo } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import { StillChart } from "../ui/StillChart.tsx";
import { Legend } from "../ui/simulator/Legend.tsx";
import { duration, percent } from "../ui/simulator/numbers.ts";
import type { ClosureAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { type DelayProps, delaySteps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { PanelState } from "./PanelState.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.closure;
const untilH = 8;
/** Between two places that can be read. */
const stepMin = 15;

/** Rival readings of how fast channels close, side by side, and where the drug falls on them. */
export function Closure({ treatment, delayMin, onPlay }: DelayProps) {
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

const ClosurePicture = memo(function ClosurePicture({
  curves,
  delayMin,
  label,
}: ClosurePictureProps) {
  const colours = useFigureColours();
  const figure = useMemo(
    () => ({
      kind: "closure" as const,
      input: {
        curves: curves.map(({ set, halfLifeMin }) => ({
          name: texts.sets[set],
          kind: set.startsWith("article") ? ("article" as const) : ("estimate" as const),
          halfLifeMin,
        })),
        delayMin,
        untilH,
        colours,
        words: { x: texts.x, y: texts.y, delay: texts.mark, description: "" },
      },
    }),
    [curves, delayMin, colours],
  );
  const say = (index: number) => {
    const open = curves.map(({ halfLifeMin }) => 2 ** (-(index * stepMin) / halfLifeMin));
    const [low, high] = [percent(Math.min(...open)), percent(Math.max(...open))];
    return texts.read(duration(index * stepMin), low, high);
  };
  const reading = {
    label: texts.reading,
    count: (untilH * 60) / stepMin + 1,
    first: 60 / stepMin,
    say,
  };
  return (
    <>
      <StillChart label={label} figure={figure} heightPx={320} reading={reading} />
      <Legend
        entries={[
          { name: texts.legendArticle, mark: "dashed", of: "article" },
          { name: texts.legendEstimate, mark: "solid" },
        ]}
      />
    </>
  );
});
