import type { TrialMark } from "@stipple/figures";
import type { SimulatedTreatment } from "@stipple/simulation";
import { lazy, memo, Suspense, startTransition, useEffect, useMemo, useState } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import { StillChart } from "../ui/StillChart.tsx";
import { Legend } from "../ui/simulator/Legend.tsx";
import type { ForecastAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { unbroken } from "../ui/unbroken.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { DependsOn } from "./Known.tsx";
import { signed } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { Refined } from "./Refined.tsx";
import { understandTexts } from "./texts.ts";
import type { TrialsBeside } from "./trials-beside.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.forecast;
/** Where most trials count. */
export const readWeek = 24;
/** Weeks that trials report, and the last. */
export const tableWeeks = [0, 12, 24, 36, 48, 52] as const;

/** Treated against untreated over a year: what a group may see, and what one person may count. */
export function HairForecast({ treatment }: { readonly treatment: SimulatedTreatment }) {
  const simulated = useSimulated("forecast", { treatment });
  const { answer, doneFraction } = simulated;
  const trials = useTrialsBeside(treatment);
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
          <ForecastPicture
            answer={answer}
            trials={trials}
            label={texts.label(`${meaning} ${alone}`)}
          />
        </Refined>
      }
      table={
        <>
          <ForecastTable {...answer} />
          {trials && <TrialsTable {...trials} />}
        </>
      }
      controls={
        <>
          <p className={classes.alone}>{unbroken(alone)}</p>
          {trials && <p>{unbroken(saysOfTrials(trials))}</p>}
        </>
      }
      grade={answer.grade}
      limits={texts.limits}
      more={
        <>
          <DependsOn dependsOn={answer.dependsOn} />
          <Suspense>{trials && <TrialSources {...trials} />}</Suspense>
        </>
      }
    />
  );
}

const TrialSources = lazy(async () => ({
  default: (await import("./TrialSources.tsx")).TrialSources,
}));

/** The trials are only fetched once there is a forecast to lay them beside. */
function useTrialsBeside(treatment: SimulatedTreatment): TrialsBeside | undefined {
  const [beside, setBeside] = useState<TrialsBeside>();
  useEffect(() => {
    let isGone = false;
    import("./trials-beside.ts").then(
      ({ trialsBeside }) => isGone || startTransition(() => setBeside(trialsBeside(treatment))),
      () => isGone || setBeside(undefined),
    );
    return () => {
      isGone = true;
    };
  }, [treatment]);
  return beside;
}

/** What trials are laid beside the band, or why none is. */
function saysOfTrials(trials: TrialsBeside): string {
  if (trials.kind === "none") return texts.trials.none[trials.because];
  return texts.trials.says(trials.points.some(({ isDerived }) => isDerived));
}

interface ForecastPictureProps {
  readonly answer: ForecastAnswer;
  readonly trials: TrialsBeside | undefined;
  readonly label: string;
}

const ForecastPicture = memo(function ForecastPicture({
  answer,
  trials,
  label,
}: ForecastPictureProps) {
  const colours = useFigureColours();
  const figure = useMemo(() => {
    const marks: readonly TrialMark[] =
      trials?.kind !== "trials"
        ? []
        : trials.points.map(({ name, week, changePerCm2, rangePerCm2 }) => ({
            name,
            week,
            change: changePerCm2,
            range: rangePerCm2,
          }));
    const input = {
      group: { ...answer.group, name: texts.group, line: texts.middle },
      person: { ...answer.person, name: texts.person },
      untreated: { name: texts.untreated, values: answer.comparedChange },
      trials: marks,
      colours,
      words: { x: texts.x, y: texts.y, description: "" },
    };
    return { kind: "forecast" as const, input };
  }, [answer, trials, colours]);
  const { group, person, comparedChange } = answer;
  const say = (week: number) => {
    const at = (values: readonly number[]) => signed(values[week] ?? 0);
    const many = understandTexts.between(at(group.low), at(group.high));
    const alone = understandTexts.between(at(person.low), at(person.high));
    return texts.read(week, { middle: at(group.median), many, alone, without: at(comparedChange) });
  };
  const reading = { label: texts.reading, count: group.median.length, first: readWeek, say };
  return (
    <>
      <StillChart label={label} figure={figure} heightPx={340} reading={reading} />
      <Legend
        entries={[
          { name: texts.middle, mark: "solid" },
          { name: texts.group, mark: "band" },
          { name: texts.person, mark: "pale" },
          { name: texts.untreated, mark: "dotted" },
          ...(trials?.kind === "trials"
            ? [{ name: texts.trials.legend, mark: "trial" as const }]
            : []),
        ]}
      />
    </>
  );
});

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
            understandTexts.between(at(group.low), at(group.high)),
            understandTexts.between(at(person.low), at(person.high)),
            at(comparedChange),
          ],
        };
      })}
    />
  );
}

function TrialsTable(trials: TrialsBeside) {
  if (trials.kind === "none") return null;
  const { title, head, converted, asGiven } = texts.trials;
  return (
    <DataTable
      caption={title}
      heads={[head.trial, head.week, head.change, head.unit]}
      rows={trials.points.map(({ name, week, changePerCm2, rangePerCm2, isDerived }) => ({
        key: `${name} ${week}`,
        cells: [
          name,
          String(week),
          rangePerCm2
            ? understandTexts.between(signed(rangePerCm2[0]), signed(rangePerCm2[1]))
            : signed(changePerCm2),
          isDerived ? converted : asGiven,
        ],
      }))}
    />
  );
}
