import { readNeedleLength, showMm } from "@stipple/protocol";
import { IconCheck } from "@tabler/icons-react";
import { useId, useState } from "react";
import actionClasses from "./Action.module.css";
import classes from "./NeedleLengthField.module.css";
import { uiTexts } from "./texts.ts";

interface NeedleLengthFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly lengthUm: number | undefined;
  /** Said while there is no clear length and the person wants to go on. */
  readonly error?: string | undefined;
  /** `undefined` while what is typed is not one clear length. */
  readonly onChange: (lengthUm: number | undefined) => void;
}

/** A needle length as people type it. What may be a slip (25 for 0.25) is asked about, never guessed. */
export function NeedleLengthField({
  label,
  help,
  lengthUm,
  error,
  onChange,
}: NeedleLengthFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(lengthUm === undefined ? "" : showMm(lengthUm));
  const reading = typed.trim() === "" ? undefined : readNeedleLength(typed);

  const type = (text: string) => {
    setTyped(text);
    const read = readNeedleLength(text);
    onChange(read.kind === "length" ? read.needleLengthUm : undefined);
  };

  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={classes.input}
        inputMode="decimal"
        autoComplete="off"
        placeholder="0.25 mm"
        value={typed}
        aria-invalid={error !== undefined || (reading !== undefined && reading.kind !== "length")}
        aria-describedby={`${id}-said`}
        onChange={({ target: { value } }) => type(value)}
      />
      <div id={`${id}-said`} role="status">
        {reading === undefined && help && <p className={classes.help}>{help}</p>}
        {reading === undefined && error && <p className={classes.mind}>{error}</p>}
        {reading?.kind === "length" && (
          <p className={classes.read}>
            <IconCheck size={20} stroke={2} aria-hidden />
            {uiTexts.needlesOf(showMm(reading.needleLengthUm))}
          </p>
        )}
        {reading?.kind === "unreadable" && <p className={classes.mind}>{reading.says}</p>}
        {reading?.kind === "question" && (
          <div className={classes.ask}>
            <p>{reading.says}</p>
            <div className={classes.candidates}>
              {reading.candidatesUm.map((candidateUm) => (
                <button
                  key={candidateUm}
                  type="button"
                  className={actionClasses.action}
                  data-weight="quiet"
                  onClick={() => type(showMm(candidateUm))}
                >
                  {showMm(candidateUm)}
                </button>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
