import type { Answers, YesNoUnknown } from "@stipple/protocol";
import { useState } from "react";
import { ChoiceCards } from "../../ui/ChoiceCards.tsx";
import { NeedleLengthField } from "../../ui/NeedleLengthField.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { assessTexts } from "../texts.ts";
import classes from "./Questions.module.css";
import { choicesOf, type DeviceKind, listOf, type QuestionProps } from "./question-props.ts";

const texts = assessTexts.questions.device;
const levels = (["no", "yes", "unknown"] as const).map((value) => ({
  value,
  label: assessTexts.yesNoUnknown[value],
}));

/** What is known of the device so far; it becomes an answer once it is whole. */
interface DeviceDraft {
  readonly kind?: DeviceKind | "none-yet" | undefined;
  readonly needleLengthUm?: number | undefined;
  readonly usedByAnotherPerson?: YesNoUnknown | undefined;
  readonly damaged?: YesNoUnknown | undefined;
}

export function DeviceQuestion({ answers, onChange }: QuestionProps) {
  const [draft, setDraft] = useState<DeviceDraft>(() => draftOf(answers.device));
  const hasDevice = draft.kind !== undefined && draft.kind !== "none-yet";

  const change = (changed: DeviceDraft) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    const device = deviceOf(next);
    const { device: _, ...others } = answers;
    onChange(device === undefined ? others : { ...others, device });
  };

  return (
    <div className={classes.stack}>
      <ChoiceCards
        legend={texts.title}
        choices={choicesOf(texts.choices)}
        chosen={listOf(draft.kind)}
        onChoose={(kind) => change({ kind })}
      />
      {hasDevice && (
        <>
          <NeedleLengthField
            label={texts.length}
            help={texts.lengthHelp}
            lengthUm={draft.needleLengthUm}
            onChange={(needleLengthUm) => change({ needleLengthUm })}
          />
          {(["usedByAnotherPerson", "damaged"] as const).map((key) => {
            const question = key === "damaged" ? texts.damaged : texts.otherPerson;
            return (
              <div key={key} className={classes.row}>
                <p aria-hidden="true">{question}</p>
                <Segments
                  legend={question}
                  choices={levels}
                  chosen={draft[key]}
                  onChoose={(answer) => change({ [key]: answer })}
                />
              </div>
            );
          })}
        </>
      )}
    </div>
  );
}

function draftOf(device: Answers["device"]): DeviceDraft {
  return device === "none-yet" ? { kind: device } : { ...device };
}

function deviceOf({ kind, needleLengthUm, usedByAnotherPerson, damaged }: DeviceDraft) {
  if (kind === undefined || kind === "none-yet") return kind;
  if (needleLengthUm === undefined || !usedByAnotherPerson || !damaged) return undefined;
  return { kind, needleLengthUm, usedByAnotherPerson, damaged };
}
