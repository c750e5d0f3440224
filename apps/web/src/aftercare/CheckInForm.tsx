import { Button, Textarea } from "@mantine/core";
import { type CheckIn, type GradedSymptom, gradedSymptoms, type Sign } from "@stipple/protocol";
import { IconLeaf } from "@tabler/icons-react";
import { useState } from "react";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import classes from "./CheckInForm.module.css";
import { SignList } from "./SignList.tsx";
import { aftercareTexts } from "./texts.ts";

const texts = aftercareTexts.form;

interface CheckInFormProps {
  readonly slot: CheckIn["slot"];
  readonly sessionId: string | undefined;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly onSave: (answers: Omit<CheckIn, "id" | "at">) => void;
}

/** Six symptoms in four words each, then the signs. What was typed stays when saving fails. */
export function CheckInForm({ slot, sessionId, isSaving, problem, onSave }: CheckInFormProps) {
  const [graded, setGraded] = useState<Partial<Record<GradedSymptom, number>>>({});
  const [signs, setSigns] = useState<readonly Sign[]>([]);
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const isComplete = gradedSymptoms.every((symptom) => graded[symptom] !== undefined);

  function save(): void {
    setMissing(!isComplete);
    if (!isComplete) return;
    onSave({
      slot,
      graded,
      signs: [...signs],
      ...(sessionId !== undefined && { sessionId }),
      ...(note.trim() !== "" && { note: note.trim() }),
    });
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Panel title={slot === "any" ? texts.anyTitle : texts.title(aftercareTexts.slots[slot])}>
        <Button
          variant="light"
          leftSection={<IconLeaf size={20} stroke={1.75} aria-hidden />}
          onClick={() => {
            setMissing(false);
            setGraded(Object.fromEntries(gradedSymptoms.map((symptom) => [symptom, 0])));
          }}
        >
          {texts.allNone}
        </Button>
        {gradedSymptoms.map((symptom) => (
          <Grade
            key={symptom}
            symptom={symptom}
            grade={graded[symptom]}
            isMissing={isMissing && graded[symptom] === undefined}
            onChoose={(grade) => setGraded({ ...graded, [symptom]: grade })}
          />
        ))}
      </Panel>
      <Panel title={texts.signsTitle}>
        <p className={classes.hint}>{texts.signsHint}</p>
        <SignList chosen={signs} onChange={setSigns} foldsSlow />
      </Panel>
      <Textarea
        label={texts.note}
        autosize={false}
        rows={3}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isMissing && !isComplete && (
        <p className={classes.missing} role="alert">
          {texts.missing}
        </p>
      )}
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button type="submit" size="lg" loading={isSaving}>
        {texts.save}
      </Button>
    </form>
  );
}

interface GradeProps {
  readonly symptom: GradedSymptom;
  readonly grade: number | undefined;
  readonly isMissing: boolean;
  readonly onChoose: (grade: number) => void;
}

/** One symptom: four words with dots that grow with the grade. */
function Grade({ symptom, grade, isMissing, onChoose }: GradeProps) {
  return (
    <fieldset className={classes.grade} data-missing={isMissing || undefined}>
      <legend>{aftercareTexts.symptoms[symptom]}</legend>
      {texts.grades.map((word, index) => (
        <label key={word} data-chosen={grade === index || undefined}>
          <input
            type="radio"
            name={symptom}
            value={index}
            checked={grade === index}
            onChange={() => onChoose(index)}
          />
          <i data-grade={index} aria-hidden />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
