import { useId } from "react";
import classes from "./DeviceForm.module.css";

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in view. */
export function Choice<Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const name = useId();
  const keys = Object.keys(options).filter((key): key is Value => key in options);

  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      <div className={classes.options}>
        {keys.map((key) => (
          <label key={key} data-chosen={value === key || undefined}>
            <input
              type="radio"
              name={name}
              value={key}
              checked={value === key}
              onChange={() => onChange(key)}
            />
            {options[key]}
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
