import { symptomsOverTime } from "@stipple/figures";
import { gradedSymptoms } from "@stipple/protocol";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import type { CheckInRow, History, SessionRow } from "../ui/contract.ts";
import { type DateStyle, formatDay, formatMoment } from "../ui/dates.ts";
import { useFigureColours } from "../ui/figure-colours.ts";
import { DataTable, TwoViews } from "../ui/TwoViews.tsx";
import { historyTexts } from "./texts.ts";

const texts = historyTexts.symptoms;
/** Pain at which the guide ends a section; drawn, not decided, here. */
const stopPain = 4;

interface FeelingsProps extends Pick<History, "sessions" | "checkIns"> {
  readonly style: DateStyle;
}

const painPoints = (sessions: readonly SessionRow[]) =>
  sessions.flatMap(({ startedAt, date, worstPain }) =>
    worstPain === undefined ? [] : [{ at: startedAt, date, worstPain }],
  );

/** Pain during sessions and symptoms after them, on one time axis. */
export function Feelings({ sessions, checkIns, style }: FeelingsProps) {
  const colours = useFigureColours();
  const { locale } = style;
  const description = texts.description(sessions.length, checkIns.length);
  const option = useMemo(
    () =>
      symptomsOverTime({
        pain: painPoints(sessions),
        symptoms: checkIns.map(({ checkIn, triage }) => ({
          at: checkIn.at,
          graded: checkIn.graded,
          hasRedFlag: triage.holdsPlan,
        })),
        stopPain,
        colours,
        words: {
          pain: texts.pain,
          stopLine: texts.stopLine,
          symptom: texts.names,
          grades: texts.grades,
          description,
        },
        showDate: (at) =>
          formatDay(at.slice(0, 10), { locale }, { day: "numeric", month: "short" }),
      }),
    [sessions, checkIns, colours, locale, description],
  );

  return (
    <TwoViews
      title={texts.title}
      picture={
        <>
          <p>{texts.hint}</p>
          <Chart label={description} option={option} heightPx={390} />
        </>
      }
      table={<CheckInTable checkIns={checkIns} style={style} />}
    />
  );
}

interface CheckInTableProps {
  readonly checkIns: readonly CheckInRow[];
  readonly style: DateStyle;
}

function CheckInTable({ checkIns, style }: CheckInTableProps) {
  const { table, urgencies } = historyTexts;
  return (
    <DataTable
      caption={texts.title}
      heads={[table.date, ...gradedSymptoms.map((symptom) => texts.names[symptom]), table.urgency]}
      rows={checkIns.map(({ checkIn, triage }) => ({
        key: checkIn.id,
        cells: [
          formatMoment(checkIn.at, style),
          ...gradedSymptoms.map((symptom) => {
            const grade = checkIn.graded[symptom];
            return grade === undefined ? table.none : (texts.grades[grade] ?? table.none);
          }),
          urgencies[triage.urgency],
        ],
      }))}
    />
  );
}
