import { addHours, daysBetween, elapsedHours, type Instant, localDate } from "@stipple/protocol";
import type { HealingPhase, Readiness } from "@stipple/simulation";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Today } from "../ui/contract.ts";
import { type DateStyle, formatDay } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { checkInsQuery } from "../ui/queries.ts";
import { ModelNote } from "../ui/simulator/ModelNote.tsx";
import type { HealingAnswer, ScalpToday } from "../ui/simulator/panels.ts";
import { SimulationState, Working } from "../ui/simulator/SimulationState.tsx";
import { useSimulated, useSimulatorWhileOpen } from "../ui/simulator/use-simulated.ts";
import { TwoViews } from "../ui/TwoViews.tsx";
import { HealingCalendar, HealingDates } from "./HealingCalendar.tsx";
import classes from "./HealingToday.module.css";
import { shownDays } from "./healing-days.ts";
import { healingTodayTexts as texts } from "./healing-today-texts.ts";
import { reportedToday } from "./reported-signs.ts";
import { todayTexts } from "./texts.ts";
import { type Course, useCourse } from "./use-course.ts";

const title = todayTexts.scalp.calendar;
const hoursPerDay = 24;
/** Days after today that are shown. */
const daysAhead = 14;
/** The skin is followed this long after a session; later there is nothing to show. */
const followedDays = 35;

interface HealingTodayProps {
  readonly today: Today;
  readonly style: DateStyle;
}

/** What the last sessions really done are doing in the skin, with today marked; before any, what the plan's first may do. */
export function HealingToday({ today, style }: HealingTodayProps) {
  useSimulatorWhileOpen();
  const { course, error, retry } = useCourse(today);
  const { data: checkIns } = useQuery(checkInsQuery);

  if (!course || !checkIns) {
    return (
      <Panel title={title}>
        {error ? <ProblemNotice problem={error} onRetry={retry} /> : <Working />}
      </Panel>
    );
  }
  if (course === "none") return null;
  const { now, timeZone, lastSession } = today;
  const day = elapsedDays(course.firstAt, now);
  if (day - (course.treatment.sessions.at(-1)?.day ?? 0) > followedDays) return null;
  const reported =
    lastSession &&
    reportedToday({
      checkIns: checkIns.checkIns.map(({ checkIn }) => checkIn),
      since: lastSession.endedAt,
      now,
      timeZone,
    });
  const sinceLast =
    lastSession && daysBetween(localDate(lastSession.endedAt, timeZone), localDate(now, timeZone));
  return <Healing {...course} {...{ day, sinceLast, reported, timeZone }} locale={style.locale} />;
}

/** In whole hours, so that the minutes of a page that stays open change nothing. */
function elapsedDays(from: Instant, to: Instant): number {
  return Math.floor(elapsedHours(from, to)) / hoursPerDay;
}

interface HealingProps extends Course {
  /** Days since the first session shown. */
  readonly day: number;
  /** Days of the wall calendar since the last session; absent before any. */
  readonly sinceLast: number | undefined;
  readonly reported: ScalpToday["reported"] | undefined;
  readonly timeZone: string;
  readonly locale: string | undefined;
}

function Healing(props: HealingProps) {
  const { treatment, firstAt, isDone, day, sinceLast, reported, timeZone, locale } = props;
  const scalp = useStable(isDone && reported ? { day, reported } : undefined);
  const simulated = useSimulated("scalp", { treatment, scalp });
  const showDay = useCallback(
    (at: number) => {
      const date = localDate(addHours(firstAt, at * hoursPerDay), timeZone);
      return formatDay(date, { locale }, { day: "numeric", month: "short" });
    },
    [firstAt, timeZone, locale],
  );
  const whole = simulated.answer?.healing;
  const healing = useMemo(
    () => whole && shownDays(whole, isDone ? day + daysAhead : 0),
    [whole, isDone, day],
  );

  if (!simulated.answer || !healing) {
    return (
      <Panel title={title}>
        <SimulationState simulated={simulated} />
      </Panel>
    );
  }
  const says = saysOf(healing, sinceLast === undefined ? undefined : { day, sinceLast });
  const note = <ModelNote grade={healing.grade} limits={[texts.limits, texts.roller]} />;
  return (
    <TwoViews
      title={title}
      lead={
        <>
          <p aria-busy={simulated.isStale}>{says}</p>
          {simulated.answer.readiness && (
            <ReadinessLine {...simulated.answer.readiness} isReported={isSaid(reported)} />
          )}
        </>
      }
      picture={
        <>
          <HealingCalendar
            healing={healing}
            today={isDone ? day : undefined}
            says={says}
            showDay={showDay}
          />
          <p className={classes.overlap}>{texts.overlap}</p>
          {note}
        </>
      }
      table={
        <>
          <HealingDates healing={healing} showDay={showDay} title={title} />
          {note}
        </>
      }
    />
  );
}

/** The same object for as long as it says the same. */
function useStable(scalp: ScalpToday | undefined): ScalpToday | undefined {
  const said = JSON.stringify(scalp);
  return useMemo(() => (said === undefined ? undefined : JSON.parse(said)), [said]);
}

interface Now {
  readonly day: number;
  readonly sinceLast: number;
}

function saysOf({ phases }: HealingAnswer, now: Now | undefined): string {
  const going = (at: number) => namesOf(phases[at] ?? []);
  return now
    ? texts.now(now.sinceLast, going(Math.max(0, Math.floor(now.day))))
    : texts.planned(going(0));
}

function namesOf(phases: readonly HealingPhase[]): string {
  return phases.length === 0 ? texts.calm : texts.and(phases.map((phase) => texts.going[phase]));
}

function isSaid(reported: ScalpToday["reported"] | undefined): boolean {
  return Array.isArray(reported) && reported.length > 0;
}

/** What the person says comes before what the model finds, and neither brings a session forward. */
function ReadinessLine({ kind, reason, isReported }: Readiness & { readonly isReported: boolean }) {
  const Icon = isReported ? IconAlertTriangle : IconInfoCircle;
  return (
    <p className={classes.readiness} data-reported={isReported || undefined}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>
        {reason} {isReported ? texts.overrides : texts.beside[kind]}{" "}
        {kind === "ask first" && <Link to="/aftercare">{texts.checkIn}</Link>}
      </span>
    </p>
  );
}
