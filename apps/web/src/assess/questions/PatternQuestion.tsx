import { norwoodStages, sinclairGrades } from "@stipple/protocol";
import { useState } from "react";
import { type Choice, ChoiceCards } from "../../ui/ChoiceCards.tsx";
import { NorwoodStage } from "../../ui/drawings/NorwoodStage.tsx";
import { SinclairGrade } from "../../ui/drawings/SinclairGrade.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { stageName } from "../../ui/texts.ts";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import { listOf, type QuestionProps } from "./question-props.ts";

const texts = assessTexts.questions.pattern;
const unknown = {
  value: "unknown",
  label: assessTexts.dontKnow,
  note: texts.unknownNote,
} as const;

const stageChoices: readonly Choice<(typeof norwoodStages)[number] | "unknown">[] = [
  ...norwoodStages.map((stage) => ({
    value: stage,
    label: stageName({ scale: "norwood-hamilton", stage }),
    note: texts.stageNotes[stage],
    picture: <NorwoodStage stage={stage} title={texts.stageNotes[stage]} />,
  })),
  unknown,
];

const gradeChoices: readonly Choice<(typeof sinclairGrades)[number] | "unknown">[] = [
  ...sinclairGrades.map((grade) => ({
    value: grade,
    label: stageName({ scale: "sinclair", stage: grade }),
    note: texts.gradeNotes[grade],
    picture: <SinclairGrade grade={grade} title={texts.gradeNotes[grade]} />,
  })),
  unknown,
];

/** Stages from pictures: hairline and crown, or the parting. */
export function PatternQuestion({ answers, onChange }: QuestionProps) {
  const { pattern } = answers;
  const [scale, setScale] = useState(pattern?.scale ?? "norwood-hamilton");

  return (
    <div className={classes.stack}>
      <Segments
        legend={texts.scale}
        choices={[
          { value: "norwood-hamilton", label: texts.scales["norwood-hamilton"] },
          { value: "sinclair", label: texts.scales.sinclair },
        ]}
        chosen={scale}
        onChoose={setScale}
      />
      {scale === "norwood-hamilton" ? (
        <ChoiceCards
          legend={texts.title}
          choices={stageChoices}
          chosen={listOf(pattern?.scale === scale ? pattern.stage : undefined)}
          onChoose={(stage) => onChange({ ...answers, pattern: { scale, stage } })}
        />
      ) : (
        <ChoiceCards
          legend={texts.title}
          choices={gradeChoices}
          chosen={listOf(pattern?.scale === scale ? pattern.stage : undefined)}
          onChoose={(stage) => onChange({ ...answers, pattern: { scale, stage } })}
        />
      )}
    </div>
  );
}
