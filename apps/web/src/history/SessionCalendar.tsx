import {
  type FigureColours,
  heatMapSizePx,
  type SessionDay,
  sessionHeatMap,
} from "@stipple/figures";
import { addDays, type IsoDate, isoDate } from "@stipple/protocol";
import { type CSSProperties, useEffect, useMemo, useRef } from "react";
import { Chart } from "../ui/Chart.tsx";
import type { SessionRow } from "../ui/contract.ts";
import { type DateStyle, formatDay, formatLongDay, todayHere } from "../ui/dates.ts";
import { useFigureColours } from "../ui/figure-colours.ts";
import { DataTable, TwoViews } from "../ui/TwoViews.tsx";
import classes from "./SessionCalendar.module.css";
import { historyTexts } from "./texts.ts";

const texts = historyTexts.calendar;
/** At least this many days are shown, so that the first weeks do not stand alone in a wide field. */
const shownDays = 42 * 7;

interface SessionCalendarProps {
  readonly sessions: readonly SessionRow[];
  readonly plannedOn: readonly IsoDate[];
  readonly weekStartsOn: number;
  readonly style: DateStyle;
}

/** The calendar of sessions: dots where there was one, rings where one was planned. */
export function SessionCalendar({
  sessions,
  plannedOn,
  weekStartsOn,
  style,
}: SessionCalendarProps) {
  const colours = useFigureColours();
  const today = isoDate(todayHere(style.timeZone));
  const first = sessions.map(({ date }) => date).toSorted()[0] ?? today;
  const from = first < addDays(today, -shownDays) ? first : addDays(today, -shownDays);
  const size = heatMapSizePx({ from, to: today, weekStartsOn });
  const { locale } = style;
  const showDay = (date: string) => formatLongDay(date, { locale });
  const description = texts.description(sessions.length, showDay(from), showDay(today));
  const option = useMemo(() => {
    const showLongDay = (date: string) => formatLongDay(date, { locale });
    return sessionHeatMap({
      days: sessions.map(dayOf),
      plannedOn: plannedOn.filter((date) => date >= from && date <= today),
      from,
      to: today,
      weekStartsOn,
      ...calendarNames(locale),
      colours,
      description,
      describeDay: (day) => texts.day(showLongDay(day.date), day.sectionsDone, day.sectionsPlanned),
    });
  }, [sessions, plannedOn, from, today, weekStartsOn, locale, colours, description]);

  return (
    <TwoViews
      title={texts.title}
      picture={
        <>
          <NewestInView>
            <Chart
              label={description}
              option={option}
              heightPx={size.heightPx}
              widthPx={size.widthPx}
            />
          </NewestInView>
          <Legend colours={colours} />
        </>
      }
      table={<SessionTable sessions={sessions} style={style} />}
    />
  );
}

function dayOf({ date, sectionsDone, sectionsPlanned }: SessionRow): SessionDay {
  return { date, sectionsDone, sectionsPlanned, isShort: sectionsDone < sectionsPlanned };
}

/** Month and day names as the locale writes them; 2 January 2022 was a Sunday. */
function calendarNames(locale: string | undefined) {
  const month = (index: number) =>
    formatDay(`2022-${String(index + 1).padStart(2, "0")}-15`, { locale }, { month: "short" });
  const day = (index: number) =>
    formatDay(`2022-01-0${index + 2}`, { locale }, { weekday: "narrow" });
  return {
    monthNames: Array.from({ length: 12 }, (_, index) => month(index)),
    dayNames: Array.from({ length: 7 }, (_, index) => day(index)),
  };
}

/** A field that scrolls sideways and begins at its newest end. */
function NewestInView({ children }: { readonly children: React.ReactNode }) {
  const field = useRef<HTMLElement>(null);
  useEffect(() => {
    field.current?.scrollTo({ left: field.current.scrollWidth });
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section ref={field} className={classes.field} aria-label={texts.title} tabIndex={0}>
      {children}
    </section>
  );
}

/** The marks in the colours of the picture, which the figure's own palette gives. */
function Legend({ colours }: { readonly colours: FigureColours }) {
  const marks = { "--done": colours.green, "--short": colours.orange } as CSSProperties;
  return (
    <ul className={classes.legend} style={marks}>
      {(["done", "short", "planned"] as const).map((kind) => (
        <li key={kind}>
          <i data-kind={kind} aria-hidden />
          {texts.legend[kind]}
        </li>
      ))}
    </ul>
  );
}

function SessionTable({ sessions, style }: Pick<SessionCalendarProps, "sessions" | "style">) {
  const { table } = historyTexts;
  return (
    <DataTable
      caption={texts.title}
      heads={[table.date, table.sections, table.pain, table.blood, table.cleaned]}
      rows={sessions.map((session) => ({
        key: session.sessionId,
        cells: [
          formatDay(session.date, style, { day: "numeric", month: "short", year: "numeric" }),
          `${session.sectionsDone} / ${session.sectionsPlanned}`,
          session.worstPain === undefined ? table.none : String(session.worstPain),
          session.bleeding ? table.yes : table.no,
          session.cleaned ? table.yes : table.no,
        ],
      }))}
    />
  );
}
