import { hairForecast } from "@stipple/figures";
import type { SimulatedTreatment } from "@stipple/simulation";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import type { ForecastAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { FigurePanel } from "./FigurePanel.tsx";
import { Legend } from "./Legend.tsx";
import { signed } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Refined } from "./Refined.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.forecast;
/** Weeks that trials report, and the last. */
export const tableWeeks = [0, 12, 24, 36, 48, 52] as const;

/** Treated against untreated over a year: what a group may see, and what one person may count. */
export function HairForecast({ treatment }: { readonly treatment: SimulatedTreatment }) {
  const simulated = useSimulated("forecast", { treatment });
  const { answer, doneFraction } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { group, person, comparedChange } = answer;
  const last = (values: readonly number[]) => signed(values.at(-1) ?? 0);
  const meaning = texts.meaning(
    comparedChange.length - 1,
    last(group.median),
    last(group.low),
    last(group.high),
    last(comparedChange),
  );
  const alone = texts.alone(last(person.low), last(person.high));
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      picture={
        <Refined doneFraction={answer.isCoarse ? doneFraction : undefined}>
          <ForecastPicture answer={answer} label={texts.label(`${meaning} ${alone}`)} />
        </Refined>
      }
      table={<ForecastTable {...answer} />}
      controls={<p className={classes.alone}>{alone}</p>}
      grade={answer.grade}
      limits={texts.limits}
      more={<DependsOn {...answer} />}
    />
  );
}

function DependsOn({ dependsOn }: ForecastAnswer) {
  if (dependsOn.length === 0) return null;
  return (
    <>
      <p>{texts.dependsTitle}:</p>
      <ul>
        {dependsOn.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

interface ForecastPictureProps {
  readonly answer: ForecastAnswer;
  readonly label: string;
}

function ForecastPicture({ answer, label }: ForecastPictureProps) {
  const colours = useFigureColours();
  const option = useMemo(
    () =>
      hairForecast({
        group: { ...answer.group, name: texts.group, line: texts.middle },
        person: { ...answer.person, name: texts.person },
        untreated: { name: texts.untreated, values: answer.comparedChange },
        colours,
        words: { x: texts.x, y: texts.y, description: label },
      }),
    [answer, colours, label],
  );
  return (
    <>
      <Chart label={label} option={option} heightPx={340} />
      <Legend
        entries={[
          { name: texts.middle, mark: "solid" },
          { name: texts.group, mark: "band" },
          { name: texts.person, mark: "pale" },
          { name: texts.untreated, mark: "dotted" },
        ]}
      />
    </>
  );
}

function ForecastTable({ group, person, comparedChange }: ForecastAnswer) {
  const { head } = texts;
  return (
    <DataTable
      caption={texts.title}
      heads={[head.week, head.middle, head.group, head.person, head.untreated]}
      rows={tableWeeks.map((week) => {
        const at = (values: readonly number[]) => signed(values[week] ?? 0);
        return {
          key: String(week),
          cells: [
            String(week),
            at(group.median),
            texts.between(at(group.low), at(group.high)),
            texts.between(at(person.low), at(person.high)),
            at(comparedChange),
          ],
        };
      })}
    />
  );
}
