import { type ReactNode, useId } from "react";
import classes from "./ChoiceCards.module.css";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: string | undefined;
  readonly picture?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  /** Read aloud before the choices; the page's heading says it to the eye. */
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (value: Value) => void;
  /** Several may be chosen. */
  readonly isMultiple?: boolean;
}

/** Answers as cards: native radio buttons or check boxes, so that keys and screen readers work as they should. */
export function ChoiceCards<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
  isMultiple = false,
}: ChoiceCardsProps<Value>) {
  const name = useId();
  const hasPictures = choices.some(({ picture }) => picture !== undefined);

  return (
    <fieldset className={classes.cards} data-pictures={hasPictures || undefined}>
      <legend className={classes.legend}>{legend}</legend>
      {choices.map(({ value, label, note, picture }) => (
        <label key={value} className={classes.card}>
          {picture && (
            <span className={classes.picture} aria-hidden="true">
              {picture}
            </span>
          )}
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={name}
            checked={chosen.includes(value)}
            onChange={() => onChoose(value)}
          />
          <span className={classes.label}>{label}</span>
          {note && <span className={classes.note}>{note}</span>}
        </label>
      ))}
    </fieldset>
  );
}
