import type { NextSession } from "@stipple/protocol";
import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Today } from "../ui/contract.ts";
import { type DateStyle, formatDay } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { settingsQuery, todayQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { AvoidNow } from "./AvoidNow.tsx";
import { DeviceLife } from "./DeviceLife.tsx";
import { DoNow } from "./DoNow.tsx";
import { HealingWhenSeen } from "./HealingWhenSeen.tsx";
import { MoveSession } from "./MoveSession.tsx";
import { ScalpPhase } from "./ScalpPhase.tsx";
import classes from "./TodayPage.module.css";
import { todayTexts } from "./texts.ts";
import { Week } from "./Week.tsx";
import { alarmsBeside, whatNow } from "./what-now.ts";

/** What do I do now? One answer; below it what the coming days hold. */
export function TodayPage() {
  const { data: today, error, refetch } = useQuery({ ...todayQuery, refetchInterval: 60_000 });
  const { data: settings } = useQuery(settingsQuery);

  if (today) {
    return (
      <TodayView today={today} style={{ locale: settings?.locale, timeZone: today.timeZone }} />
    );
  }
  return error ? (
    <Page title={todayTexts.title}>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
    </Page>
  ) : (
    <Waiting />
  );
}

interface TodayViewProps {
  readonly today: Today;
  readonly style: DateStyle;
}

function TodayView({ today, style }: TodayViewProps) {
  const [moving, setMoving] = useState<NextSession>();
  const now = whatNow(today);
  const isUnderWay = today.planId !== undefined;

  return (
    <Page
      title={todayTexts.title}
      lead={<TodaysDate today={today} style={style} />}
      aside={
        isUnderWay && (
          <>
            <ScalpPhase aftercare={today.aftercare} style={style} />
            <HealingWhenSeen today={today} style={style} />
            <DeviceLife devices={today.devices} />
            <WrongLink />
          </>
        )
      }
    >
      <DoNow now={now} style={style} onMove={setMoving} />
      <Alarms alarms={alarmsBeside(now, today.alarms)} />
      {isUnderWay && <AvoidNow aftercare={today.aftercare} style={style} />}
      {isUnderWay && <Week days={today.days} style={style} />}
      {!isUnderWay && <WrongLink />}
      <MoveSession next={moving} style={style} onClose={() => setMoving(undefined)} />
    </Page>
  );
}

/** The day as the person's wall calendar has it; `days` begins with it. */
function TodaysDate({ today, style }: TodayViewProps) {
  const date = today.days[0]?.date;
  return date ? formatDay(date, style) : null;
}

function Alarms({ alarms }: Pick<Today, "alarms">) {
  return alarms.length === 0 ? null : (
    <Panel tone="mind" title={todayTexts.alarms}>
      <ul className={classes.alarms}>
        {alarms.map(({ code, says, nextStep, to }) => (
          <li key={`${code}/${says}`}>
            <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
            <p>
              {says} {to ? <Link to={to}>{nextStep}</Link> : nextStep}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Red-flag advice is never more than two taps away. */
function WrongLink() {
  return (
    <Link to="/aftercare" hash="wrong" className={classes.wrong}>
      <IconAlertTriangle size={24} stroke={1.6} aria-hidden />
      <span>
        <strong>{todayTexts.wrong}</strong>
        {todayTexts.wrongSays}
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
