import { Button } from "@mantine/core";
import { guideSession, type Plan, type SessionEvent, showMm } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SessionRow } from "../ui/contract.ts";
import { type DateStyle, formatDay, formatTime } from "../ui/dates.ts";
import { HeadMap, type SectionStatus } from "../ui/HeadMap.tsx";
import { sessionQuery } from "../ui/queries.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Reached } from "./Reached.tsx";
import classes from "./SessionList.module.css";
import { historyTexts } from "./texts.ts";

const texts = historyTexts.sessions;
const pageSize = 6;

interface SessionListProps {
  readonly sessions: readonly SessionRow[];
  readonly style: DateStyle;
}

/** Sessions, newest first, each with the head as it was rolled. */
export function SessionList({ sessions, style }: SessionListProps) {
  const [shown, setShown] = useState(pageSize);
  const newest = sessions.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));

  return (
    <section className={classes.section} aria-labelledby="sessions">
      <h2 id="sessions">{texts.title}</h2>
      <ol className={classes.list}>
        {newest.slice(0, shown).map((session) => (
          <SessionItem key={session.sessionId} session={session} style={style} />
        ))}
      </ol>
      {newest.length > shown && (
        <div>
          <Button variant="outline" onClick={() => setShown(shown + pageSize)}>
            {texts.more}
          </Button>
        </div>
      )}
    </section>
  );
}

interface SessionItemProps {
  readonly session: SessionRow;
  readonly style: DateStyle;
}

function SessionItem({ session, style }: SessionItemProps) {
  const { data } = useQuery({ ...sessionQuery(session.sessionId), staleTime: 60_000 });
  const facts = [
    session.worstPain !== undefined && texts.pain(session.worstPain),
    session.bleeding && texts.blood,
    session.stoppedWhy && texts.stopped(historyTexts.stopReasons[session.stoppedWhy]),
    session.closed ? !session.cleaned && texts.notCleaned : texts.open,
  ].filter((fact) => typeof fact === "string");

  return (
    <li className={classes.item}>
      <div className={classes.map}>
        <RolledMap plan={data?.plan} events={data?.events} />
      </div>
      <div className={classes.words}>
        <h3>{formatDay(session.date, style)}</h3>
        <p>
          {texts.sections(session.sectionsDone, session.sectionsPlanned)} ·{" "}
          {showMm(session.needleLengthUm)} · {formatTime(session.startedAt, style)}
        </p>
        {facts.length > 0 && <p className={classes.facts}>{facts.join(" · ")}</p>}
        {!session.closed && (
          <Link to="/session/$id" params={{ id: session.sessionId }} className={classes.link}>
            {texts.goOn}
          </Link>
        )}
        {session.closed && session.endedAt && data?.plan && (
          <ReachedButton
            title={formatDay(session.date, style)}
            plan={data.plan}
            events={data.events}
          />
        )}
      </div>
    </li>
  );
}

interface RolledMapProps {
  readonly plan: Plan | undefined;
  readonly events: readonly SessionEvent[] | undefined;
}

/** The head map of one session, from its own events. */
function RolledMap({ plan, events }: RolledMapProps) {
  const sections = plan && events ? guideSession(plan, events).sections : [];
  const statuses = Object.fromEntries(
    sections.map(({ section, status }): [string, SectionStatus] => [section.id, status]),
  );
  return <HeadMap mode="show" isStill statuses={statuses} />;
}

interface ReachedButtonProps {
  readonly title: string;
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
}

/** Opens where the needles of this session fell. */
function ReachedButton({ title, plan, events }: ReachedButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.link}
        aria-haspopup="dialog"
        aria-label={texts.reachedOn(title)}
        onClick={() => setOpen(true)}
      >
        {texts.reached}
      </button>
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={title}>
        <Reached plan={plan} events={events} />
      </Sheet>
    </>
  );
}
