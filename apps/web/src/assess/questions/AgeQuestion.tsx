import { useId, useState } from "react";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import type { QuestionProps } from "./question-props.ts";

const texts = assessTexts.questions.ageYears;

export function AgeQuestion({ answers, onChange }: QuestionProps) {
  const id = useId();
  const [typed, setTyped] = useState(answers.ageYears?.toString() ?? "");
  const isUnreadable = typed.trim() !== "" && readAge(typed) === undefined;

  return (
    <div className={classes.field}>
      <label htmlFor={id}>{texts.label}</label>
      <input
        id={id}
        className={classes.input}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        aria-invalid={isUnreadable}
        aria-describedby={`${id}-hint`}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const ageYears = readAge(value);
          const { ageYears: _, ...others } = answers;
          onChange(ageYears === undefined ? others : { ...others, ageYears });
        }}
      />
      <p id={`${id}-hint`} className={classes.mind} role="status">
        {isUnreadable ? texts.unreadable : ""}
      </p>
    </div>
  );
}

function readAge(text: string): number | undefined {
  const age = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return age !== undefined && age <= 120 ? age : undefined;
}
