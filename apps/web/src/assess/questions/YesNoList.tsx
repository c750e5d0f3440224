import { patternSigns, type YesNoUnknown } from "@stipple/protocol";
import { IconChecks } from "@tabler/icons-react";
import actionClasses from "../../ui/Action.module.css";
import { Segments } from "../../ui/Segments.tsx";
import { assessTexts as texts } from "../texts.ts";
import classes from "./Questions.module.css";
import type { QuestionProps } from "./question-props.ts";

type Given<Name extends string> = Partial<Record<Name, YesNoUnknown>>;

interface YesNoListProps<Name extends string, Asked extends Name> {
  readonly names: readonly Asked[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly given: Given<Name>;
  readonly onChange: (given: Given<Name>) => void;
}

const levels = (["no", "yes", "unknown"] as const).map((value) => ({
  value,
  label: texts.yesNoUnknown[value],
}));

/** A handful of things, each yes, no or not known, with one button for "none of these". */
export function YesNoList<Name extends string, Asked extends Name>({
  names,
  labels,
  given,
  onChange,
}: YesNoListProps<Name, Asked>) {
  const allNo = () =>
    onChange({ ...given, ...Object.fromEntries(names.map((name) => [name, "no"])) });

  return (
    <div className={classes.stack}>
      <div className={classes.none}>
        <button type="button" className={actionClasses.action} data-weight="quiet" onClick={allNo}>
          <IconChecks size={20} stroke={1.75} aria-hidden />
          {texts.noneOfThese}
        </button>
        <p>{texts.noneNote}</p>
      </div>
      <ul className={classes.rows}>
        {names.map((name) => (
          <li key={name} className={classes.row}>
            <p aria-hidden="true">{labels[name]}</p>
            <Segments
              legend={labels[name]}
              choices={levels}
              chosen={given[name]}
              onChoose={(answer) => onChange({ ...given, [name]: answer })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SignsQuestion({ answers, onChange }: QuestionProps) {
  return (
    <YesNoList
      names={patternSigns}
      labels={texts.signs}
      given={answers.signs ?? {}}
      onChange={(signs) => onChange({ ...answers, signs })}
    />
  );
}
