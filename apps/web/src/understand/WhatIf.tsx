import { hairForecast } from "@stipple/figures";
import type { SimulatedTreatment } from "@stipple/simulation";
import { useMemo, useState } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import { Segments } from "../ui/Segments.tsx";
import type { WeeklyBand } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { type Change, changeOf } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { tableWeeks } from "./HairForecast.tsx";
import { Legend } from "./Legend.tsx";
import { signed } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Refined } from "./Refined.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.whatIf;

/** One change beside the treatment above, on the same follicles with the same luck. */
export function WhatIf({ treatment }: { readonly treatment: SimulatedTreatment }) {
  const [change, setChange] = useState<Change>("half");
  const changed = useMemo(() => changeOf(treatment, change), [treatment, change]);
  const simulated = useSimulated("what-if", { treatment: changed, comparedWith: treatment });
  const { answer, doneFraction } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { difference } = answer;
  const last = (values: readonly number[]) => signed(values.at(-1) ?? 0);
  const meaning = texts.meaning(
    texts.choices[change],
    difference.median.length - 1,
    last(difference.median),
    last(difference.low),
    last(difference.high),
  );
  const choices: readonly Change[] = [
    "half",
    "monthly",
    treatment.medicines.minoxidil === "none" ? "with" : "without",
  ];
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      picture={
        <Refined doneFraction={answer.isCoarse ? doneFraction : undefined}>
          <DifferencePicture difference={difference} label={texts.label(meaning)} />
        </Refined>
      }
      table={<DifferenceTable {...difference} />}
      controls={
        <div className={classes.control}>
          <span aria-hidden>{texts.change}</span>
          <Segments
            legend={texts.change}
            choices={choices.map((value) => ({ value, label: texts.choices[value] }))}
            chosen={change}
            onChoose={setChange}
          />
        </div>
      }
      grade={answer.grade}
      limits={texts.limits}
    />
  );
}

interface DifferencePictureProps {
  readonly difference: WeeklyBand;
  readonly label: string;
}

function DifferencePicture({ difference, label }: DifferencePictureProps) {
  const colours = useFigureColours();
  const option = useMemo(
    () =>
      hairForecast({
        group: { ...difference, name: texts.band, line: texts.middle },
        colours,
        words: { x: understandTexts.forecast.x, y: texts.y, description: label },
      }),
    [difference, colours, label],
  );
  return (
    <>
      <Chart label={label} option={option} heightPx={300} />
      <Legend
        entries={[
          { name: texts.middle, mark: "solid" },
          { name: texts.band, mark: "band" },
        ]}
      />
    </>
  );
}

function DifferenceTable({ low, median, high }: WeeklyBand) {
  const { head } = texts;
  return (
    <DataTable
      caption={texts.title}
      heads={[head.week, head.middle, head.group]}
      rows={tableWeeks.map((week) => ({
        key: String(week),
        cells: [
          String(week),
          signed(median[week] ?? 0),
          understandTexts.forecast.between(signed(low[week] ?? 0), signed(high[week] ?? 0)),
        ],
      }))}
    />
  );
}
