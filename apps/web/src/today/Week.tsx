import {
  IconCalendarStats,
  IconCircleDot,
  IconDropletHalf2,
  IconLockOpen2,
  IconStethoscope,
} from "@tabler/icons-react";
import type { DayEntry, Today } from "../ui/contract.ts";
import { type DateStyle, formatDay, formatTime } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { todayTexts } from "./texts.ts";
import classes from "./Week.module.css";

const texts = todayTexts.week;
const icons: Record<DayEntry["kind"], typeof IconCircleDot> = {
  session: IconCircleDot,
  "check-in": IconStethoscope,
  review: IconCalendarStats,
  topical: IconDropletHalf2,
  "avoid-ends": IconLockOpen2,
};

type Day = Today["days"][number];

interface WeekProps {
  readonly days: readonly Day[];
  readonly style: DateStyle;
}

/** Seven days at a glance, and below them the days that hold something. */
export function Week({ days, style }: WeekProps) {
  const full = days.filter(({ entries }) => entries.length > 0);

  return (
    <Panel title={texts.title}>
      <Strip days={days} style={style} />
      {full.length === 0 && <p className={classes.nothing}>{texts.nothing}</p>}
      <ol className={classes.days}>
        {full.map(({ date, entries }) => (
          <li key={date}>
            <h3>{date === days[0]?.date ? texts.today : formatDay(date, style)}</h3>
            <Entries entries={entries.filter(({ kind }) => kind !== "avoid-ends")} style={style} />
            <Ends entries={entries.filter(({ kind }) => kind === "avoid-ends")} style={style} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The week as seven columns; the list below says the same in words. */
function Strip({ days, style }: WeekProps) {
  return (
    <div className={classes.strip} aria-hidden>
      {days.map(({ date, entries }, index) => (
        <div key={date} data-today={index === 0 || undefined}>
          <span>{formatDay(date, style, { weekday: "short" })}</span>
          <strong>{formatDay(date, style, { day: "numeric" })}</strong>
          <i>
            {[...new Set(entries.map(({ kind }) => kind))].map((kind) => (
              <b key={kind} data-kind={kind} />
            ))}
          </i>
        </div>
      ))}
    </div>
  );
}

interface EntriesProps {
  readonly entries: readonly DayEntry[];
  readonly style: DateStyle;
}

function Entries({ entries, style }: EntriesProps) {
  return entries.length === 0 ? null : (
    <ul>
      {entries.map((entry) => (
        <Entry key={`${entry.kind}/${entry.says}/${entry.at ?? ""}`} entry={entry} style={style} />
      ))}
    </ul>
  );
}

/** What becomes possible again; several of them fold into one line. */
function Ends({ entries, style }: EntriesProps) {
  if (entries.length < 2) return <Entries entries={entries} style={style} />;
  return (
    <details className={classes.ends}>
      <summary>
        <IconLockOpen2 className={classes.lock} size={20} stroke={1.75} aria-hidden />
        {texts.possible(entries.length)}
      </summary>
      <Entries entries={entries} style={style} />
    </details>
  );
}

interface EntryProps {
  readonly entry: DayEntry;
  readonly style: DateStyle;
}

function Entry({ entry, style }: EntryProps) {
  const Icon = icons[entry.kind];
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <Icon size={20} stroke={1.75} aria-label={texts.kinds[entry.kind]} role="img" />
      <span>{entry.says}</span>
      {entry.at && <time dateTime={entry.at}>{formatTime(entry.at, style)}</time>}
    </li>
  );
}
