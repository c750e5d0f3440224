import { useId } from "react";
import classes from "./Segments.module.css";

interface SegmentsProps<Value extends string> {
  /** Read aloud before the choices. */
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** Two to four short answers side by side. */
export function Segments<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
}: SegmentsProps<Value>) {
  const name = useId();

  return (
    <fieldset className={classes.segments}>
      <legend className={classes.legend}>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className={classes.segment}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
