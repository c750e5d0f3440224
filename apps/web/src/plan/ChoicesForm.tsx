import { isoDate, type Plan, type PlanChoices, protocolIds } from "@stipple/protocol";
import { useId } from "react";
import { ChoiceCards } from "../ui/ChoiceCards.tsx";
import { NeedleLengthField } from "../ui/NeedleLengthField.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Segments } from "../ui/Segments.tsx";
import { ZonePicker } from "../ui/ZonePicker.tsx";
import { partZonesOf, without } from "./choices.ts";
import { DoctorOverride } from "./DoctorOverride.tsx";
import classes from "./MakePlan.module.css";
import { TopicalChoice } from "./TopicalChoice.tsx";
import { TopicalPictureWhenSeen } from "./TopicalPictureWhenSeen.tsx";
import { planTexts } from "./texts.ts";

const texts = planTexts.make;

/** Holds the year to four digits while a date is typed. */
const lastDay = "2199-12-31";

interface ChoicesFormProps {
  readonly choices: PlanChoices;
  readonly today: string;
  /** What the rules make of the choices; absent while they cannot be kept. */
  readonly plan: Plan | undefined;
  readonly onChange: (choices: PlanChoices) => void;
}

/** What the person wishes of a plan. */
export function ChoicesForm({ choices, today, plan, onChange }: ChoicesFormProps) {
  return (
    <div className={classes.form}>
      <Panel title={texts.where}>
        <p className={classes.note}>{texts.whereNote}</p>
        <ZonePicker
          label={texts.where}
          chosen={partZonesOf(choices.zones)}
          onChange={(zones) => onChange({ ...choices, zones })}
        />
      </Panel>
      <When {...{ choices, today, onChange }} />
      <Panel title={texts.topical}>
        <TopicalChoice choices={choices} onChange={onChange} />
      </Panel>
      {plan && <TopicalPictureWhenSeen plan={plan} />}
      <Panel title={texts.needle}>
        <NeedleLengthField
          label={texts.needleLabel}
          help={texts.needleHelp}
          lengthUm={choices.needleLengthUm}
          onChange={(needleLengthUm) =>
            onChange(
              needleLengthUm === undefined
                ? without(choices, "needleLengthUm")
                : { ...choices, needleLengthUm },
            )
          }
        />
      </Panel>
      <Panel title={texts.protocol}>
        <ChoiceCards
          legend={texts.protocol}
          choices={protocolIds.map((value) => ({ value, ...planTexts.protocols[value] }))}
          chosen={[choices.protocolId]}
          onChoose={(protocolId) => onChange({ ...choices, protocolId })}
        />
        {choices.protocolId === "dhurat-2013" && (
          <DoctorOverride choices={choices} today={today} onChange={onChange} />
        )}
      </Panel>
    </div>
  );
}

function When({ choices, today, onChange }: Omit<ChoicesFormProps, "plan">) {
  const id = useId();

  return (
    <Panel title={texts.when}>
      <div className={classes.pair}>
        <div className={classes.field}>
          <label htmlFor={`${id}-day`}>{texts.firstOn}</label>
          <input
            id={`${id}-day`}
            type="date"
            className={classes.input}
            min={today}
            max={lastDay}
            value={choices.firstOn}
            onChange={({ target: { value } }) =>
              value.length === lastDay.length && onChange({ ...choices, firstOn: isoDate(value) })
            }
          />
        </div>
        <div className={classes.field}>
          <label htmlFor={`${id}-time`}>{texts.timeOfDay}</label>
          <input
            id={`${id}-time`}
            type="time"
            className={classes.input}
            value={choices.timeOfDay}
            onChange={({ target: { value } }) =>
              value !== "" && onChange({ ...choices, timeOfDay: value.slice(0, 5) })
            }
          />
        </div>
      </div>
      <div className={classes.field}>
        <span className={classes.label} aria-hidden="true">
          {texts.perWeek}
        </span>
        <Segments
          legend={texts.perWeek}
          choices={[
            { value: "1", label: texts.once },
            { value: "2", label: texts.twice },
          ]}
          chosen={choices.sessionsPerWeek === 2 ? "2" : "1"}
          onChoose={(count) => onChange({ ...choices, sessionsPerWeek: count === "2" ? 2 : 1 })}
        />
      </div>
    </Panel>
  );
}
