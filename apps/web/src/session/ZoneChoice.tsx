import type { PartZoneId, Plan } from "@stipple/protocol";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { HeadMap, type SectionStatus } from "../ui/HeadMap.tsx";
import { Panel } from "../ui/Panel.tsx";
import { uiTexts } from "../ui/texts.ts";
import classes from "./BeforeSession.module.css";
import { sessionTexts } from "./texts.ts";

interface ZoneChoiceProps {
  readonly plan: Plan;
  readonly zones: readonly PartZoneId[];
  readonly onChange: (zones: readonly PartZoneId[]) => void;
  /** What the choice comes to. */
  readonly children: ReactNode;
}

/** The plan's zones: less may be rolled today, never more. */
export function ZoneChoice({ plan, zones, onChange, children }: ZoneChoiceProps) {
  const statuses = Object.fromEntries(
    plan.sections
      .filter(({ zone }) => zones.includes(zone))
      .map(({ id }): [string, SectionStatus] => [id, "waiting"]),
  );

  return (
    <Panel title={sessionTexts.before.where}>
      <div className={classes.map}>
        <HeadMap mode="show" isStill statuses={statuses} />
      </div>
      {plan.zones.length > 1 && (
        <div className={classes.zones}>
          {plan.zones.map((zone) => {
            const isChosen = zones.includes(zone);
            return (
              <button
                key={zone}
                type="button"
                aria-pressed={isChosen}
                onClick={() =>
                  onChange(plan.zones.filter((other) => (other === zone) !== zones.includes(other)))
                }
              >
                {isChosen && <IconCheck size={18} stroke={2.25} aria-hidden />}
                {uiTexts.zones[zone]}
              </button>
            );
          })}
        </div>
      )}
      <p className={classes.count} role="status">
        {children}
      </p>
    </Panel>
  );
}
