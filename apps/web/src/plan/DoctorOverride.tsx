import { isoDate, type PlanChoices } from "@stipple/protocol";
import { useId, useState } from "react";
import { without } from "./choices.ts";
import classes from "./MakePlan.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.make;

interface DoctorOverrideProps {
  readonly choices: PlanChoices;
  readonly today: string;
  readonly onChange: (choices: PlanChoices) => void;
}

/** Who allowed needles above 1 mm, and why. Part of the choices once both are written. */
export function DoctorOverride({ choices, today, onChange }: DoctorOverrideProps) {
  const id = useId();
  const [by, setBy] = useState(choices.doctorOverride?.by ?? "");
  const [reason, setReason] = useState(choices.doctorOverride?.reason ?? "");

  const write = (next: { readonly by: string; readonly reason: string }) => {
    setBy(next.by);
    setReason(next.reason);
    const isWhole = next.by.trim() !== "" && next.reason.trim() !== "";
    const recordedOn = isoDate(today);
    onChange(
      isWhole
        ? { ...choices, doctorOverride: { ...next, recordedOn } }
        : without(choices, "doctorOverride"),
    );
  };

  return (
    <fieldset className={classes.sides}>
      <legend className={classes.label}>{texts.override}</legend>
      <p className={classes.note}>{texts.overrideNote}</p>
      <div className={classes.field}>
        <label htmlFor={`${id}-by`}>{texts.overrideBy}</label>
        <input
          id={`${id}-by`}
          className={classes.input}
          maxLength={200}
          value={by}
          onChange={({ target: { value } }) => write({ by: value, reason })}
        />
      </div>
      <div className={classes.field}>
        <label htmlFor={`${id}-reason`}>{texts.overrideReason}</label>
        <input
          id={`${id}-reason`}
          className={classes.input}
          maxLength={2000}
          value={reason}
          onChange={({ target: { value } }) => write({ by, reason: value })}
        />
      </div>
    </fieldset>
  );
}
