import { isoDate } from "@stipple/protocol";
import { useId } from "react";
import { todayHere } from "../../ui/dates.ts";
import { askedDates } from "../screens.ts";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import type { QuestionProps } from "./question-props.ts";

/** The days that end a wait; only those that matter after the answers before. */
export function DatesQuestion({ answers, onChange }: QuestionProps) {
  const id = useId();
  const today = todayHere();
  const { dates = {} } = answers;

  return (
    <div className={classes.stack}>
      {askedDates(answers).map((key) => {
        const { [key]: day, ...others } = dates;
        return (
          <div key={key} className={classes.field}>
            <label htmlFor={`${id}-${key}`}>{assessTexts.dates[key]}</label>
            <input
              id={`${id}-${key}`}
              type="date"
              className={classes.input}
              max={today}
              value={day ?? ""}
              onChange={({ target: { value } }) => {
                const isDay = value.length === today.length;
                onChange({
                  ...answers,
                  dates: isDay ? { ...others, [key]: isoDate(value) } : others,
                });
              }}
            />
            {day !== undefined && day > today && (
              <p className={classes.mind}>{assessTexts.questions.dates.unreal}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}
