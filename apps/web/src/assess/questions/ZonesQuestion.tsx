import { ZonePicker } from "../../ui/ZonePicker.tsx";
import { assessTexts } from "../texts.ts";
import type { QuestionProps } from "./question-props.ts";

export function ZonesQuestion({ answers, onChange }: QuestionProps) {
  return (
    <ZonePicker
      label={assessTexts.questions.thinZones.title}
      chosen={answers.thinZones ?? []}
      onChange={(thinZones) => onChange({ ...answers, thinZones })}
    />
  );
}
