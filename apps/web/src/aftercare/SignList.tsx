import type { Sign } from "@stipple/protocol";
import { IconAlertOctagon, IconCalendarHeart, IconStethoscope } from "@tabler/icons-react";
import { useMemo } from "react";
import classes from "./SignList.module.css";
import { type SignGroup, signsByUrgency } from "./signs-by-urgency.ts";
import { aftercareTexts } from "./texts.ts";

interface SignListProps {
  readonly chosen: readonly Sign[];
  readonly onChange: (signs: readonly Sign[]) => void;
  /** Leaves the slow signs folded away until they are asked for. */
  readonly foldsSlow?: boolean;
}

/** Every sign in plain words, under what it would mean. */
export function SignList({ chosen, onChange, foldsSlow = false }: SignListProps) {
  const groups = useMemo(signsByUrgency, []);
  const isSlow = ({ urgency }: SignGroup) => urgency !== "emergency" && urgency !== "doctor-today";
  const shown = foldsSlow ? groups.filter((group) => !isSlow(group)) : groups;
  const folded = foldsSlow ? groups.filter(isSlow) : [];

  return (
    <div className={classes.list}>
      {shown.map((group) => (
        <Group key={group.urgency} group={group} chosen={chosen} onChange={onChange} />
      ))}
      {folded.length > 0 && (
        <details className={classes.more}>
          <summary>{aftercareTexts.form.more}</summary>
          {folded.map((group) => (
            <Group key={group.urgency} group={group} chosen={chosen} onChange={onChange} />
          ))}
        </details>
      )}
    </div>
  );
}

interface GroupProps extends Omit<SignListProps, "foldsSlow"> {
  readonly group: SignGroup;
}

function Group({ group: { urgency, signs }, chosen, onChange }: GroupProps) {
  const Icon =
    urgency === "emergency"
      ? IconAlertOctagon
      : urgency === "doctor-today"
        ? IconStethoscope
        : IconCalendarHeart;

  return (
    <fieldset className={classes.group} data-urgency={urgency}>
      <legend>
        <Icon size={22} stroke={1.75} aria-hidden />
        {aftercareTexts.groups[urgency]}
      </legend>
      {signs.map((sign) => (
        <label key={sign} className={classes.sign}>
          <input
            type="checkbox"
            checked={chosen.includes(sign)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, sign]
                  : chosen.filter((other) => other !== sign),
              )
            }
          />
          {aftercareTexts.signs[sign]}
        </label>
      ))}
    </fieldset>
  );
}
