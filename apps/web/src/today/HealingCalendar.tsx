import { healingCalendar, healingCalendarHeightPx } from "@stipple/figures";
import type { HealingPhase } from "@stipple/simulation";
import { useMemo } from "react";
import { Chart } from "../ui/Chart.tsx";
import { useFigureColours } from "../ui/figure-colours.ts";
import type { HealingAnswer } from "../ui/simulator/panels.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { stretchesOf } from "./healing-days.ts";
import { healingTodayTexts as texts } from "./healing-today-texts.ts";

const phases: readonly HealingPhase[] = ["inflammation", "proliferation", "remodelling"];

interface HealingCalendarProps {
  readonly healing: HealingAnswer;
  /** Days since the first session shown; left out where nothing has been rolled. */
  readonly today: number | undefined;
  /** What the picture says, in a sentence. */
  readonly says: string;
  readonly showDay: (day: number) => string;
}

/** The phases of healing by day, with the sessions and today. */
export function HealingCalendar({ healing, today, says, showDay }: HealingCalendarProps) {
  const colours = useFigureColours();
  const label = texts.label(says);
  const option = useMemo(
    () =>
      healingCalendar({
        days: healing.days,
        rows: phases.map((phase) => ({
          name: texts.phases[phase],
          isOn: healing.phases.map((going) => going.includes(phase)),
        })),
        sessionDays: healing.sessions.map(({ day }) => day),
        today,
        colours,
        words: { session: texts.session, today: texts.today, description: label },
        showDay,
      }),
    [healing, today, colours, label, showDay],
  );
  return <Chart label={label} option={option} heightPx={healingCalendarHeightPx(phases.length)} />;
}

/** The same in dates: the sessions, and every stretch of every phase. */
export function HealingDates({
  healing,
  showDay,
  title,
}: Pick<HealingCalendarProps, "healing" | "showDay"> & { readonly title: string }) {
  const { head } = texts;
  const sessions = healing.sessions.map(({ day }) => ({
    key: `session/${day}`,
    cells: [texts.session, showDay(day), showDay(day)],
  }));
  const stretches = phases.flatMap((phase) =>
    stretchesOf(healing, phase).map(([from, to]) => ({
      key: `${phase}/${from}`,
      cells: [
        texts.phases[phase],
        showDay(from),
        to === healing.days.at(-1) ? texts.goesOn : showDay(to),
      ],
    })),
  );
  return (
    <DataTable
      caption={title}
      heads={[head.phase, head.from, head.until]}
      rows={[...sessions, ...stretches]}
    />
  );
}
