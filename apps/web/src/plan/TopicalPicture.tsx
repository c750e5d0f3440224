import { topicalChoice } from "@stipple/figures";
import { type Answers, type Plan, showMm } from "@stipple/protocol";
import { type SimulatedTreatment, type Start, startingTreatment } from "@stipple/simulation";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { answersQuery } from "../ui/queries.ts";
import { Legend } from "../ui/simulator/Legend.tsx";
import { ModelNote } from "../ui/simulator/ModelNote.tsx";
import { duration, twoFigures } from "../ui/simulator/numbers.ts";
import type { TopicalChoiceAnswer } from "../ui/simulator/panels.ts";
import { SimulationState, Working } from "../ui/simulator/SimulationState.tsx";
import { useSimulated, useSimulatorWhileOpen } from "../ui/simulator/use-simulated.ts";
import { DataTable, TwoViews } from "../ui/TwoViews.tsx";
import { unbroken } from "../ui/unbroken.ts";
import classes from "./TopicalPicture.module.css";
import { planTexts } from "./texts.ts";
import { topicalPictureTexts as texts } from "./topical-picture-texts.ts";

const title = planTexts.topicalPicture;
const tableHours = [1, 4, 8, 12, 24, 48] as const;

/** What the article's window and the wait let into the blood, on this plan. */
export function TopicalPicture({ plan }: { readonly plan: Plan }) {
  useSimulatorWhileOpen();
  const { data, error, refetch } = useQuery(answersQuery);
  const answers = data?.answers;
  const both = useMemo(() => answers && bothChoices(answers, plan), [answers, plan]);

  if (both) return <BothChoices {...both} />;
  return (
    <Panel title={title}>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : <Working />}
    </Panel>
  );
}

interface Both {
  readonly window: SimulatedTreatment;
  readonly wait: SimulatedTreatment;
  readonly assumed: Start["assumed"];
}

function bothChoices(answers: Answers, plan: Plan): Both {
  const start = (value: "article-window" | "wait-24h") =>
    startingTreatment(answers, { ...plan, topicalTiming: { ...plan.topicalTiming, value } });
  const { treatment: window, assumed } = start("article-window");
  return { window, wait: start("wait-24h").treatment, assumed };
}

function BothChoices({ window, wait, assumed }: Both) {
  const simulated = useSimulated("topical-choice", { treatment: window, comparedWith: wait });
  const { answer } = simulated;
  if (!answer) {
    return (
      <Panel title={title}>
        <SimulationState simulated={simulated} />
      </Panel>
    );
  }
  const delays = { window: delayOf(window), wait: delayOf(wait) };
  const meaning = meaningOf(answer, showMm(window.sessions.at(-1)?.needleLengthUm ?? 0), delays);
  const note = (
    <ModelNote
      grade={answer.window.grade}
      limits={[
        texts.limits,
        ...(assumed.includes("no-minoxidil") ? [texts.noMinoxidil] : []),
        texts.dose,
      ]}
    />
  );
  return (
    <TwoViews
      title={title}
      lead={
        <>
          <p className={classes.meaning} aria-busy={simulated.isStale}>
            {unbroken(meaning)}
          </p>
          <WindowAdvice {...answer.window} />
        </>
      }
      picture={
        <>
          <ChoicePicture answer={answer} label={texts.label(meaning)} delays={delays} />
          {note}
        </>
      }
      table={
        <>
          <ChoiceTable {...answer} />
          {note}
        </>
      }
    />
  );
}

interface Delays {
  readonly window: string;
  readonly wait: string;
}

function delayOf({ topical }: SimulatedTreatment): string {
  return duration(topical?.delayMin ?? 0);
}

function meaningOf({ window, wait }: TopicalChoiceAnswer, mm: string, delays: Delays): string {
  const last = (amounts: readonly number[]) => twoFigures(amounts.at(-1) ?? 0);
  return texts.meaning({
    mm,
    ...delays,
    windowMg: texts.between(last(window.earlyMg), last(window.lateMg)),
    waitMg: texts.between(last(wait.earlyMg), last(wait.lateMg)),
    intactMg: last(wait.intactMg),
  });
}

/** Only what speaks against the window: a model that finds nothing is no reason to take it. */
function WindowAdvice({ advice, reasons }: TopicalChoiceAnswer["window"]) {
  if (advice === "no-objection") return null;
  return (
    <p className={classes.advice}>
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
      <span>
        <strong>{texts.windowAdvice[advice]}</strong> {reasons.join(" ")}
      </span>
    </p>
  );
}

interface ChoicePictureProps {
  readonly answer: TopicalChoiceAnswer;
  readonly label: string;
  readonly delays: Delays;
}

function ChoicePicture({ answer, label, delays }: ChoicePictureProps) {
  const colours = useFigureColours();
  const names = { window: texts.window(delays.window), wait: texts.wait(delays.wait) };
  const option = useMemo(() => {
    const { window, wait } = answer;
    const { timesH, intactMg } = wait;
    const words = {
      x: texts.x,
      y: texts.y,
      window: texts.window(delays.window),
      wait: texts.wait(delays.wait),
      intact: texts.intact,
      description: label,
    };
    return topicalChoice({ timesH, window, wait, intactMg, colours, words });
  }, [answer, colours, label, delays.window, delays.wait]);
  return (
    <>
      <Chart label={label} option={option} heightPx={300} />
      <Legend
        entries={[
          { name: names.window, mark: "dashed", of: "article" },
          { name: names.wait, mark: "solid" },
          { name: texts.intact, mark: "dotted", of: "intact-skin" },
        ]}
      />
      <p className={classes.bands}>{texts.bands}</p>
    </>
  );
}

function ChoiceTable({ window, wait }: TopicalChoiceAnswer) {
  const { head } = texts;
  const columns = [window.earlyMg, window.lateMg, wait.earlyMg, wait.lateMg, wait.intactMg];
  return (
    <DataTable
      caption={title}
      heads={[
        head.time,
        head.windowEarly,
        head.windowLate,
        head.waitEarly,
        head.waitLate,
        head.intact,
      ]}
      rows={tableHours.map((hour) => {
        const at = wait.timesH.findIndex((timeH) => timeH >= hour - 1e-6);
        return {
          key: String(hour),
          cells: [texts.hour(hour), ...columns.map((amounts) => twoFigures(amounts[at] ?? 0))],
        };
      })}
    />
  );
}
