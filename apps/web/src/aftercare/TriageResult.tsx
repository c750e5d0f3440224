import type { Triage } from "@stipple/protocol";
import {
  IconAlertOctagon,
  IconCalendarHeart,
  IconEye,
  IconLeaf,
  IconStethoscope,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Why } from "../ui/Why.tsx";
import classes from "./TriageResult.module.css";
import { aftercareTexts } from "./texts.ts";

const icons = {
  emergency: IconAlertOctagon,
  "doctor-today": IconStethoscope,
  "doctor-in-1-2-weeks": IconCalendarHeart,
  watch: IconEye,
  "self-care": IconLeaf,
} as const;

interface TriageResultProps {
  readonly triage: Triage;
  /** Said only after it was saved: before that nothing is on hold. */
  readonly isSaved: boolean;
  readonly children?: ReactNode;
}

/** How urgent it is, in one big line, and what to do. */
export function TriageResult({ triage, isSaved, children }: TriageResultProps) {
  const { urgency, says, advice, holdsPlan } = triage;
  const Icon = icons[urgency];

  return (
    <section className={classes.result} data-urgency={urgency} aria-live="polite">
      <Icon size={44} stroke={1.5} aria-hidden />
      <h2>{aftercareTexts.urgencies[urgency]}</h2>
      <p className={classes.says}>{says}</p>
      <ul>
        {advice.map(({ says: what, decidedBy }) => (
          <li key={what}>
            <span>{what}</span>
            <Why decidedBy={decidedBy} />
          </li>
        ))}
      </ul>
      {urgency === "emergency" && <p>{aftercareTexts.wrong.emergencyNumbers}</p>}
      {isSaved && holdsPlan && <p className={classes.hold}>{aftercareTexts.result.hold}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </section>
  );
}
