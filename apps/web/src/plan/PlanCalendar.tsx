import type { Plan } from "@stipple/protocol";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { firstWeekday, formatDay, formatTime, todayHere } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { type Month, monthOf, shiftMonth, weekdaysFrom, weeksOf } from "./month.ts";
import classes from "./PlanCalendar.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.calendar;

interface PlanCalendarProps {
  readonly plan: Plan;
  readonly locale: string | undefined;
  readonly weekStartsOn: number | undefined;
}

interface Entry {
  readonly date: string;
  readonly kind: "session" | "review";
  readonly says: string;
}

/** Sessions and reviews, a month at a time: as a grid for the eye and as a list in words. */
export function PlanCalendar({ plan, locale, weekStartsOn }: PlanCalendarProps) {
  const { sessions, reviews, timeZone } = plan;
  const today = todayHere(timeZone);
  const upcoming = sessions.find(({ date }) => date >= today);
  const [month, setMonth] = useState<Month>(monthOf(upcoming?.date ?? today));
  const entries: readonly Entry[] = [
    ...sessions.map(({ date, number, startsAt }) => {
      const says = texts.sessionLine(number, formatTime(startsAt, { locale, timeZone }));
      return { date, kind: "session" as const, says };
    }),
    ...reviews.map(({ on, week }) => {
      return { date: on, kind: "review" as const, says: texts.reviewLine(week) };
    }),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const ofMonth = entries.filter(({ date }) => monthOf(date) === month);

  return (
    <Panel title={texts.title}>
      <div className={classes.head}>
        <p className={classes.month} aria-live="polite">
          {formatDay(`${month}-01`, { locale }, { month: "long", year: "numeric" })}
        </p>
        <div className={classes.turn}>
          <button
            type="button"
            aria-label={texts.previous}
            onClick={() => setMonth(shiftMonth(month, -1))}
          >
            <IconChevronLeft size={22} stroke={1.75} aria-hidden />
          </button>
          <button
            type="button"
            aria-label={texts.next}
            onClick={() => setMonth(shiftMonth(month, 1))}
          >
            <IconChevronRight size={22} stroke={1.75} aria-hidden />
          </button>
        </div>
      </div>
      <MonthGrid
        {...{ month, today, locale }}
        weekStartsOn={weekStartsOn ?? firstWeekday(locale)}
        entries={ofMonth}
      />
      <p className={classes.legend} aria-hidden="true">
        <span>
          <i data-kind="session" /> {texts.session}
        </span>
        <span>
          <i data-kind="review" /> {texts.review}
        </span>
      </p>
      {ofMonth.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className={classes.entries}>
          {ofMonth.map(({ date, kind, says }) => (
            <li key={`${date} ${kind}`}>
              <time dateTime={date}>
                {formatDay(date, { locale }, { weekday: "short", day: "numeric", month: "short" })}
              </time>
              {says}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface MonthGridProps {
  readonly month: Month;
  readonly today: string;
  readonly locale: string | undefined;
  readonly weekStartsOn: number;
  readonly entries: readonly Entry[];
}

function MonthGrid({ month, today, locale, weekStartsOn, entries }: MonthGridProps) {
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          {weekdaysFrom(weekStartsOn).map((day) => (
            <th key={day} scope="col" abbr={formatDay(day, { locale }, { weekday: "long" })}>
              {formatDay(day, { locale }, { weekday: "short" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, weekStartsOn).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, index) => (
              <td key={date ?? `empty ${index}`}>
                {date && <Day {...{ date, today }} entries={entriesOn(entries, date)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function entriesOn(entries: readonly Entry[], date: string): readonly Entry[] {
  return entries.filter((entry) => entry.date === date);
}

function Day({
  date,
  today,
  entries,
}: {
  readonly date: string;
  readonly today: string;
  readonly entries: readonly Entry[];
}) {
  const has = (kind: Entry["kind"]) => entries.some((entry) => entry.kind === kind) || undefined;
  const words = [
    ...(date === today ? [texts.today] : []),
    ...entries.map(({ kind }) => texts[kind]),
  ];

  return (
    <span
      className={classes.day}
      data-session={has("session")}
      data-review={has("review")}
      data-today={date === today || undefined}
      data-past={date < today || undefined}
    >
      {Number(date.slice(8))}
      {words.length > 0 && <span className={classes.hidden}>, {words.join(", ")}</span>}
    </span>
  );
}
