import { type Choice, ChoiceCards } from "../../ui/ChoiceCards.tsx";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import { choicesOf, listOf, type QuestionProps } from "./question-props.ts";

const texts = assessTexts.questions.phototype;

/** Middle tones of the six Fitzpatrick types; a help for the eye, not a measurement. */
const tones: Readonly<Record<string, string>> = {
  I: "#f6dfd0",
  II: "#ecc9ad",
  III: "#d6a67f",
  IV: "#b07a51",
  V: "#7d4f31",
  VI: "#44291b",
};

type Phototype = keyof typeof texts.choices;

const choices: readonly Choice<Phototype>[] = choicesOf(texts.choices).map((choice) => {
  const tone = tones[choice.value];
  return tone === undefined
    ? choice
    : { ...choice, picture: <span className={classes.swatch} style={{ background: tone }} /> };
});

export function PhototypeQuestion({ answers, onChange }: QuestionProps) {
  return (
    <ChoiceCards
      legend={texts.title}
      choices={choices}
      chosen={listOf(answers.phototype)}
      onChoose={(phototype) => onChange({ ...answers, phototype })}
    />
  );
}
