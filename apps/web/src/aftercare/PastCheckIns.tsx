import { gradedSymptoms } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import type { CheckInRow } from "../ui/contract.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { checkInsQuery } from "../ui/queries.ts";
import classes from "./Aftercare.module.css";
import { aftercareTexts } from "./texts.ts";

const shownCount = 8;

/** The last answers in a line each, newest first. Draws nothing before the first. */
export function PastCheckIns({ style }: { readonly style: DateStyle }) {
  const { data } = useQuery(checkInsQuery);
  const newest = (data?.checkIns ?? [])
    .toSorted((a, b) => b.checkIn.at.localeCompare(a.checkIn.at))
    .slice(0, shownCount);
  if (newest.length === 0) return null;

  return (
    <Panel title={aftercareTexts.past.title}>
      <ul className={classes.past}>
        {newest.map((row) => (
          <li key={row.checkIn.id}>
            <time dateTime={row.checkIn.at}>{formatMoment(row.checkIn.at, style)}</time>
            <strong>{aftercareTexts.urgencies[row.triage.urgency]}</strong>
            <span>{summaryOf(row)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** "Redness mild, itch moderate; pus" */
function summaryOf({ checkIn: { graded, signs } }: CheckInRow): string {
  const symptoms = gradedSymptoms
    .filter((symptom) => (graded[symptom] ?? 0) > 0)
    .map((symptom) => {
      const word = aftercareTexts.form.grades[graded[symptom] ?? 0] ?? "";
      return `${aftercareTexts.symptoms[symptom]} ${word.toLowerCase()}`;
    });
  const seen = signs.map((sign) => aftercareTexts.signs[sign]);
  return [...symptoms, ...seen].join(", ") || aftercareTexts.past.calm;
}
