import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import { StillChart } from "../ui/StillChart.tsx";
import { Legend } from "../ui/simulator/Legend.tsx";
import { duration, twoFigures } from "../ui/simulator/numbers.ts";
import type { AbsorptionAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { unbroken } from "../ui/unbroken.ts";
import { type DelayProps, delaySteps } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { DependsOn, Known } from "./Known.tsx";
import { range, tenths } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.absorption;
const tableHours = [1, 2, 4, 8, 12, 24, 48] as const;

/** How much of the drug reaches the blood at the chosen wait, beside skin that was not rolled. */
export function Absorption({ treatment, delayMin, onPlay }: DelayProps) {
  const simulated = useSimulated("absorption", { treatment });
  const { answer } = simulated;
  const known = useSimulated("absorption-doubt", { treatment });
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { earlyMg, lateMg, intactMg } = answer;
  const [early, late, intact] = [earlyMg, lateMg, intactMg].map((amounts) =>
    twoFigures(amounts.at(-1) ?? 0),
  );
  const meaning = unbroken(
    texts.meaning(duration(delayMin), early ?? "", late ?? "", intact ?? ""),
  );
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      above={
        <Known
          known={known}
          says={({ absorbedMg, gainRatio }) =>
            texts.known(range(absorbedMg, twoFigures), range(gainRatio, tenths))
          }
        />
      }
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
      more={<DependsOn {...known.answer} />}
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

const AbsorptionPicture = memo(function AbsorptionPicture({
  answer,
  label,
}: AbsorptionPictureProps) {
  const colours = useFigureColours();
  const figure = useMemo(() => {
    const { timesH, earlyMg, lateMg, intactMg } = answer;
    const { x, y, early, range, intact } = texts;
    const words = { x, y, early, range, intact, description: "" };
    const input = { timesH, earlyMg, lateMg, intactMg, colours, words };
    return { kind: "absorption" as const, input };
  }, [answer, colours]);
  const lastH = answer.timesH.at(-1) ?? 0;
  const say = (hour: number) => {
    const at = answer.timesH.findIndex((timeH) => timeH >= hour - 1e-6);
    const [early, late, intact] = [answer.earlyMg, answer.lateMg, answer.intactMg].map((mg) =>
      twoFigures(mg[at] ?? 0),
    );
    return unbroken(texts.read(String(hour), early ?? "", late ?? "", intact ?? ""));
  };
  const reading = { label: texts.reading, count: Math.floor(lastH) + 1, first: 24, say };
  return (
    <>
      <StillChart label={label} figure={figure} heightPx={320} reading={reading} />
      <Legend
        entries={[
          { name: texts.early, mark: "solid" },
          { name: texts.range, mark: "band" },
          { name: texts.intact, mark: "dotted" },
        ]}
      />
    </>
  );
});

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
