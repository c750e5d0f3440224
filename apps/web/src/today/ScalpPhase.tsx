import type { AftercareClock } from "@stipple/protocol";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import classes from "./ScalpPhase.module.css";
import { todayTexts } from "./texts.ts";

const texts = todayTexts.scalp;
const phases = ["inflammation", "proliferation", "remodelling"] as const;

interface ScalpPhaseProps {
  readonly aftercare: AftercareClock | undefined;
  readonly style: DateStyle;
}

/** Where the skin stands in its three phases of healing. */
export function ScalpPhase({ aftercare, style }: ScalpPhaseProps) {
  const phase = aftercare?.phase;
  const now = phase ? phases.indexOf(phase.id) : -1;

  return (
    <Panel title={texts.title}>
      <ol className={classes.phases} data-empty={now < 0 || undefined}>
        {phases.map((id, index) => (
          <li
            key={id}
            data-past={index < now || undefined}
            aria-current={index === now ? "step" : undefined}
          >
            <span className={classes.dots} aria-hidden />
            <strong>{texts.phases[id]}</strong>
            <small>{texts.days[id]}</small>
          </li>
        ))}
      </ol>
      {phase ? (
        <p>
          {phase.says} {texts.untilText(formatMoment(phase.until, style))}
        </p>
      ) : (
        <p className={classes.none}>{texts.none}</p>
      )}
    </Panel>
  );
}
