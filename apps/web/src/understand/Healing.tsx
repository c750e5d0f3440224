import type { HealingPhase, SimulatedTreatment } from "@stipple/simulation";
import { memo, useCallback, useMemo } from "react";
import { type DateStyle, daysAfter, formatDay } from "../ui/dates.ts";
import { useFigureColours } from "../ui/figure-colours.ts";
import { StillChart } from "../ui/StillChart.tsx";
import { Legend } from "../ui/simulator/Legend.tsx";
import { percent } from "../ui/simulator/numbers.ts";
import type { HealingAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { sessionsInView } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { DependsOn, Known } from "./Known.tsx";
import { range, tenths, whole } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.healing;
const phases: readonly HealingPhase[] = ["inflammation", "proliferation", "remodelling"];

interface HealingProps {
  readonly treatment: SimulatedTreatment;
  /** The date of day 0, and today's day; absent for an example. */
  readonly calendar: { readonly firstDay: string; readonly todayDay: number } | undefined;
  readonly style: DateStyle;
}

/** What the skin is doing, day by day, over the sessions around today. */
export function Healing({ treatment, calendar, style }: HealingProps) {
  const todayDay = calendar?.todayDay;
  const view = useMemo(() => sessionsInView(treatment, todayDay), [treatment, todayDay]);
  const simulated = useSimulated("healing", { treatment: view.treatment });
  const { answer } = simulated;
  const known = useSimulated("healing-doubt", { treatment: view.treatment });
  const firstDay = calendar?.firstDay;
  const { locale } = style;
  const showDay = useCallback(
    (day: number) => {
      if (firstDay === undefined) return texts.day(day);
      const parts = { day: "numeric", month: "short" } as const;
      return formatDay(daysAfter(firstDay, view.fromDay + day), { locale }, parts);
    },
    [firstDay, view.fromDay, locale],
  );
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const meaning = meaningOf(answer);
  return (
    <FigurePanel
      title={texts.title}
      meaning={meaning}
      isStale={simulated.isStale}
      above={
        <Known
          known={known}
          says={({ inflammationEndDays, newTissueEndDays }) =>
            texts.known(range(inflammationEndDays, whole), range(newTissueEndDays, whole))
          }
        />
      }
      picture={
        <HealingPicture
          answer={answer}
          today={todayDay === undefined ? undefined : todayDay - view.fromDay}
          label={texts.label(meaning)}
          showDay={showDay}
        />
      }
      table={
        <DataTable
          caption={texts.title}
          heads={[texts.head.session, texts.head.peak, texts.head.left]}
          rows={answer.sessions.map(({ day, peakDay, residualFraction }) => ({
            key: String(day),
            cells: [
              showDay(day),
              tenths(peakDay - day),
              residualFraction === undefined ? texts.first : percent(residualFraction),
            ],
          }))}
        />
      }
      grade={answer.grade}
      limits={texts.limits}
      more={
        <>
          {answer.limitedCount > 0 && <p>{texts.limited(answer.limitedCount)}</p>}
          <DependsOn {...known.answer} />
        </>
      }
    />
  );
}

function meaningOf({ sessions }: HealingAnswer): string {
  const [first, second] = sessions;
  const days = texts.days(first ? tenths(first.peakDay - first.day) : "");
  return second?.residualFraction === undefined
    ? texts.meaningOne(days)
    : texts.meaning(days, percent(second.residualFraction));
}

interface HealingPictureProps {
  readonly answer: HealingAnswer;
  readonly today: number | undefined;
  readonly label: string;
  readonly showDay: (day: number) => string;
}

const HealingPicture = memo(function HealingPicture({
  answer,
  today,
  label,
  showDay,
}: HealingPictureProps) {
  const colours = useFigureColours();
  const figure = useMemo(() => {
    const { days, inflammationFraction, sessions } = answer;
    const isInView = today !== undefined && today >= 0 && today <= (days.at(-1) ?? 0);
    const input = {
      days,
      inflammationFraction,
      rows: phases.map((phase) => ({
        name: texts.phases[phase],
        isOn: answer.phases.map((going) => going.includes(phase)),
      })),
      sessionDays: sessions.map(({ day }) => day),
      today: isInView ? today : undefined,
      colours,
      words: {
        inflammation: texts.inflammation,
        session: texts.session,
        today: texts.today,
        description: "",
      },
    };
    return { kind: "healing" as const, input, dayNames: days.map(showDay) };
  }, [answer, today, colours, showDay]);
  const say = (at: number) =>
    texts.read(
      showDay(answer.days[at] ?? 0),
      percent(answer.inflammationFraction[at] ?? 0),
      (answer.phases[at] ?? []).map((phase) => texts.phases[phase].toLowerCase()),
    );
  const reading = {
    label: texts.reading,
    count: answer.days.length,
    first: Math.max(1, figure.input.today ?? 1),
    say,
  };
  return (
    <>
      <StillChart label={label} figure={figure} heightPx={310} reading={reading} />
      <Legend entries={[{ name: texts.session, mark: "session" }]} />
    </>
  );
});
