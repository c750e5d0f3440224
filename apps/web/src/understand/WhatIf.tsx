import { NativeSelect } from "@mantine/core";
import type { SimulatedTreatment } from "@stipple/simulation";
import { memo, useMemo, useState } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import { StillChart } from "../ui/StillChart.tsx";
import { Legend } from "../ui/simulator/Legend.tsx";
import type { WeeklyBand } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { unbroken } from "../ui/unbroken.ts";
import { type Changeable, changeables, changeOf, changes, currentOf } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { readWeek, tableWeeks } from "./HairForecast.tsx";
import { signed } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Refined } from "./Refined.tsx";
import { Scenarios } from "./Scenarios.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.whatIf;

interface Choice {
  readonly thing: Changeable;
  readonly value: string;
}

/** One change beside the treatment above, on the same follicles with the same luck. */
export function WhatIf({ treatment }: { readonly treatment: SimulatedTreatment }) {
  const [chosen, setChosen] = useState<Choice>({ thing: "adherence", value: "0.5" });
  const choice = possible(chosen, treatment);
  const { thing, value } = choice;
  const changed = useMemo(() => changeOf(treatment, thing, value), [treatment, thing, value]);
  const simulated = useSimulated("what-if", { treatment: changed, comparedWith: treatment });
  const beside = useSimulated("beside", { treatment: changed, comparedWith: treatment });
  const { answer, doneFraction } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const { difference } = answer;
  const last = (values: readonly number[]) => signed(values.at(-1) ?? 0);
  const meaning = unbroken(
    texts.meaning(
      texts.ifYou[thing](texts.values[thing](value)),
      difference.median.length - 1,
      last(difference.median),
      last(difference.low),
      last(difference.high),
    ),
  );
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      above={
        <>
          <Choose treatment={treatment} choice={choice} onChoose={setChosen} />
          <Scenarios hair={answer} beside={beside.answer} isStale={beside.isStale} />
        </>
      }
      picture={
        <Refined doneFraction={answer.isCoarse ? doneFraction : undefined}>
          <DifferencePicture difference={difference} label={texts.label(meaning)} />
        </Refined>
      }
      table={<DifferenceTable {...difference} />}
      grade={answer.grade}
      limits={texts.limits}
    />
  );
}

/** The choice as it stands, unless the treatment has that value already: then the first other one. */
function possible({ thing, value }: Choice, treatment: SimulatedTreatment): Choice {
  const current = currentOf(treatment, thing);
  if (value !== current) return { thing, value };
  return { thing, value: changes[thing].find((other) => other !== current) ?? value };
}

interface ChooseProps {
  readonly treatment: SimulatedTreatment;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One thing, and its other value. */
function Choose({ treatment, choice: { thing, value }, onChoose }: ChooseProps) {
  const current = currentOf(treatment, thing);
  const others = changes[thing].filter((other) => other !== current);
  return (
    <div className={classes.choose}>
      <NativeSelect
        label={texts.thing}
        data={changeables.map((one) => ({ value: one, label: texts.things[one] }))}
        value={thing}
        onChange={({ currentTarget }) => {
          const next = changeables.find((one) => one === currentTarget.value) ?? thing;
          const other = changes[next].find((one) => one !== currentOf(treatment, next)) ?? "";
          onChoose({ thing: next, value: other });
        }}
      />
      <NativeSelect
        label={texts.to(texts.values[thing](current))}
        data={others.map((other) => ({ value: other, label: texts.values[thing](other) }))}
        value={value}
        onChange={({ currentTarget }) => onChoose({ thing, value: currentTarget.value })}
      />
    </div>
  );
}

interface DifferencePictureProps {
  readonly difference: WeeklyBand;
  readonly label: string;
}

const DifferencePicture = memo(function DifferencePicture({
  difference,
  label,
}: DifferencePictureProps) {
  const colours = useFigureColours();
  const figure = useMemo(() => {
    const input = {
      group: { ...difference, name: texts.band, line: texts.middle },
      colours,
      words: { x: understandTexts.forecast.x, y: texts.y, description: "" },
    };
    return { kind: "forecast" as const, input };
  }, [difference, colours]);
  const say = (week: number) => {
    const [middle, low, high] = [difference.median, difference.low, difference.high].map((values) =>
      signed(values[week] ?? 0),
    );
    return texts.read(week, middle ?? "", low ?? "", high ?? "");
  };
  const reading = {
    label: understandTexts.forecast.reading,
    count: difference.median.length,
    first: readWeek,
    say,
  };
  return (
    <>
      <StillChart label={label} figure={figure} heightPx={300} reading={reading} />
      <Legend
        entries={[
          { name: texts.middle, mark: "solid" },
          { name: texts.band, mark: "band" },
        ]}
      />
    </>
  );
});

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
          understandTexts.between(signed(low[week] ?? 0), signed(high[week] ?? 0)),
        ],
      }))}
    />
  );
}
