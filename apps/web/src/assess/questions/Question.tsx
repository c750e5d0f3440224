import type { Assessment } from "@stipple/protocol";
import { ChoiceCards } from "../../ui/ChoiceCards.tsx";
import { conditionGroups, type ScreenId } from "../screens.ts";
import { assessTexts } from "../texts.ts";
import { AgeQuestion } from "./AgeQuestion.tsx";
import { DatesQuestion } from "./DatesQuestion.tsx";
import { DeviceQuestion } from "./DeviceQuestion.tsx";
import { DoctorQuestion } from "./DoctorQuestion.tsx";
import { ListQuestion } from "./ListQuestion.tsx";
import { PatternQuestion } from "./PatternQuestion.tsx";
import { PhototypeQuestion } from "./PhototypeQuestion.tsx";
import { choicesOf, listOf, type QuestionProps } from "./question-props.ts";
import { SignsQuestion, YesNoList } from "./YesNoList.tsx";
import { ZonesQuestion } from "./ZonesQuestion.tsx";

const texts = assessTexts.questions;

/** The question of a screen. */
export function Question({
  screen,
  assessment,
  ...props
}: QuestionProps & { readonly screen: ScreenId; readonly assessment: Assessment }) {
  const { answers, onChange } = props;
  switch (screen) {
    case "setting":
    case "pregnancy":
    case "hairLength":
      return <OneOfQuestion {...props} screen={screen} />;
    case "allergies":
    case "therapies":
      return <SomeOfQuestion {...props} screen={screen} />;
    case "scalp":
    case "history":
    case "health":
    case "treatments":
      return (
        <YesNoList
          names={conditionGroups[screen]}
          labels={assessTexts.conditions}
          given={answers.conditions ?? {}}
          onChange={(conditions) => onChange({ ...answers, conditions })}
        />
      );
    case "ageYears":
      return <AgeQuestion {...props} />;
    case "pattern":
      return <PatternQuestion {...props} />;
    case "thinZones":
      return <ZonesQuestion {...props} />;
    case "signs":
      return <SignsQuestion {...props} />;
    case "dates":
      return <DatesQuestion {...props} />;
    case "phototype":
      return <PhototypeQuestion {...props} />;
    case "device":
      return <DeviceQuestion {...props} />;
    case "doctorAgreed":
      return <DoctorQuestion {...props} assessment={assessment} />;
  }
}

function OneOfQuestion({
  screen,
  answers,
  onChange,
}: QuestionProps & { readonly screen: "setting" | "pregnancy" | "hairLength" }) {
  const { title, choices } = texts[screen];
  return (
    <ChoiceCards<string>
      legend={title}
      choices={choicesOf<string>(choices)}
      chosen={listOf(answers[screen])}
      onChoose={(value) => onChange({ ...answers, [screen]: value })}
    />
  );
}

function SomeOfQuestion({
  screen,
  answers,
  onChange,
}: QuestionProps & { readonly screen: "allergies" | "therapies" }) {
  const { title, choices } = texts[screen];
  return (
    <ListQuestion<string>
      legend={title}
      choices={choicesOf<string>(choices)}
      chosen={answers[screen] ?? []}
      onChange={(chosen) => onChange({ ...answers, [screen]: chosen })}
    />
  );
}
