import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./CloseUp.module.css";
import type { ScaleWish } from "./count-messages.ts";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.form;
const kinds = ["card", "typed", "none"] as const;
const umPerPxRange = [0.5, 20] as const;

interface CountFormProps {
  readonly onStart: (scale: ScaleWish) => void;
}

/** Where the size of a pixel comes from, before anything is counted. */
export function CountForm({ onStart }: CountFormProps) {
  const [kind, setKind] = useState<ScaleWish["kind"]>("card");
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind !== "typed") return onStart({ kind });
    const umPerPx = Number(typed.trim().replace(",", "."));
    if (!(umPerPx >= umPerPxRange[0] && umPerPx <= umPerPxRange[1])) return setWrong(true);
    onStart({ kind, umPerPx });
  };

  return (
    <Panel title={texts.title}>
      <p>{texts.lead}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset className={classes.choices}>
          <legend>{texts.legend}</legend>
          {kinds.map((one) => (
            <label key={one} className={classes.choice}>
              <input
                type="radio"
                name="scale"
                checked={kind === one}
                onChange={() => setKind(one)}
              />
              <strong>{texts[one]}</strong>
              <span className={classes.soft}>{texts[`${one}Hint`]}</span>
            </label>
          ))}
        </fieldset>
        {kind === "typed" && (
          <TextInput
            label={texts.umPerPx}
            description={texts.umPerPxHint}
            inputMode="decimal"
            value={typed}
            error={isWrong && texts.umPerPxWrong}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(false);
            }}
          />
        )}
        <Button type="submit">{texts.start}</Button>
      </form>
    </Panel>
  );
}
