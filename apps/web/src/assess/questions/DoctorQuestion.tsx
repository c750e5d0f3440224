import type { Assessment } from "@stipple/protocol";
import { ChoiceCards } from "../../ui/ChoiceCards.tsx";
import { doctorFindings } from "../screens.ts";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import { choicesOf, listOf, type QuestionProps } from "./question-props.ts";

const texts = assessTexts.questions.doctorAgreed;

/** Asked only where a doctor's word changes what is open. */
export function DoctorQuestion({
  answers,
  assessment,
  onChange,
}: QuestionProps & { readonly assessment: Assessment }) {
  return (
    <div className={classes.stack}>
      <ul className={classes.told}>
        {doctorFindings(assessment).map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <ChoiceCards
        legend={texts.title}
        choices={choicesOf(texts.choices)}
        chosen={listOf(answers.doctorAgreed)}
        onChoose={(doctorAgreed) => onChange({ ...answers, doctorAgreed })}
      />
    </div>
  );
}
