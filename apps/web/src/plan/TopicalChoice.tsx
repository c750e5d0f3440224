import type { PlanChoices } from "@stipple/protocol";
import { useId } from "react";
import classes from "./MakePlan.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.make;
const sides = [
  { value: "wait-24h", ...texts.wait },
  { value: "article-window", ...texts.window },
] as const;

interface TopicalChoiceProps {
  readonly choices: PlanChoices;
  readonly onChange: (choices: PlanChoices) => void;
}

/** Waiting a day beside the article's window: both sides are on the screen before one is chosen. */
export function TopicalChoice({ choices, onChange }: TopicalChoiceProps) {
  const name = useId();

  return (
    <>
      <p className={classes.note}>{texts.topicalNote}</p>
      <fieldset className={classes.sides}>
        <legend className={classes.hidden}>{texts.topical}</legend>
        {sides.map(({ value, label, who, points }) => (
          <label key={value} className={classes.side}>
            <input
              type="radio"
              name={name}
              checked={(choices.topicalTiming ?? "wait-24h") === value}
              onChange={() => onChange({ ...choices, topicalTiming: value })}
            />
            <span className={classes.label}>
              {label}
              <span className={classes.who}>{who}</span>
            </span>
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </label>
        ))}
      </fieldset>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={choices.readBothSides ?? false}
          onChange={({ target: { checked } }) => onChange({ ...choices, readBothSides: checked })}
        />
        {texts.readBoth}
      </label>
    </>
  );
}
