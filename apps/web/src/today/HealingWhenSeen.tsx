import type { Today } from "../ui/contract.ts";
import type { DateStyle } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { WhenSeen } from "../ui/simulator/WhenSeen.tsx";
import classes from "./ScalpPhase.module.css";
import { todayTexts } from "./texts.ts";

const load = () => import("./HealingToday.tsx").then(({ HealingToday }) => HealingToday);

interface HealingWhenSeenProps {
  readonly today: Today;
  readonly style: DateStyle;
}

/** The healing calendar, fetched when it is looked at. While a red flag stands, a doctor's word counts and no picture. */
export function HealingWhenSeen({ today, style }: HealingWhenSeenProps) {
  if (today.holds.some(({ why }) => why === "red-flag")) return null;
  return (
    <WhenSeen load={load} props={{ today, style }}>
      <Panel title={todayTexts.scalp.calendar}>
        <div className={classes.picturePlace} />
      </Panel>
    </WhenSeen>
  );
}
