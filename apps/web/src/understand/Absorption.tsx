import { absorptionOverTime } from "@stipple/figures";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import type { AbsorptionAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { delaySteps, type PlayProps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { Legend } from "./Legend.tsx";
import { duration, twoFigures } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.absorption;
const tableHours = [1, 2, 4, 8, 12, 24, 48] as const;

/** How much of the drug reaches the blood at the chosen wait, beside skin that was not rolled. */
export function Absorption({ treatment, played: { delayMin }, onPlay }: PlayProps) {
  const simulated = useSimulated("absorption", { treatment });
  const { answer } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { earlyMg, lateMg, intactMg } = answer;
  const [early, late, intact] = [earlyMg, lateMg, intactMg].map((amounts) =>
    twoFigures(amounts.at(-1) ?? 0),
  );
  const meaning = texts.meaning(duration(delayMin), early ?? "", late ?? "", intact ?? "");
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      picture={<AbsorptionPicture answer={answer} label={texts.label(meaning)} />}
      table={<AbsorptionTable {...answer} />}
      controls={
        <>
          <Slider
            label={understandTexts.closure.delay}
            steps={delaySteps}
            value={delayMin}
            show={duration}
            onChange={(delay) => onPlay({ delayMin: delay })}
          />
          <Advice {...answer} />
        </>
      }
      grade={answer.grade}
      limits={texts.limits}
    />
  );
}

function Advice({ advice, reasons }: AbsorptionAnswer) {
  const Icon = advice === "no-objection" ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.advice} data-advice={advice}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <p>
        <strong>{texts.advice[advice]}</strong> {reasons.join(" ")}
      </p>
    </div>
  );
}

interface AbsorptionPictureProps {
  readonly answer: AbsorptionAnswer;
  readonly label: string;
}

function AbsorptionPicture({ answer, label }: AbsorptionPictureProps) {
  const colours = useFigureColours();
  const option = useMemo(() => {
    const { x, y, early, range, intact } = texts;
    const words = { x, y, early, range, intact, description: label };
    return absorptionOverTime({ ...answer, colours, words });
  }, [answer, colours, label]);
  return (
    <>
      <Chart label={label} option={option} heightPx={320} />
      <Legend
        entries={[
          { name: texts.early, mark: "solid" },
          { name: texts.range, mark: "band" },
          { name: texts.intact, mark: "dotted" },
        ]}
      />
    </>
  );
}

function AbsorptionTable({ timesH, earlyMg, lateMg, intactMg }: AbsorptionAnswer) {
  const { head } = texts;
  return (
    <DataTable
      caption={texts.title}
      heads={[head.time, head.early, head.late, head.intact]}
      rows={tableHours.map((hour) => {
        const at = timesH.findIndex((timeH) => timeH >= hour - 1e-6);
        return {
          key: String(hour),
          cells: [
            texts.hour(hour),
            ...[earlyMg, lateMg, intactMg].map((amounts) => twoFigures(amounts[at] ?? 0)),
          ],
        };
      })}
    />
  );
}
