import { Button } from "@mantine/core";
import { type AftercareClock, compareInstants, type Triage } from "@stipple/protocol";
import { IconAlertTriangle, IconCheck, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import type { Today } from "../ui/contract.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { settingsQuery, todayQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Aftercare.module.css";
import { CheckInForm } from "./CheckInForm.tsx";
import { HoldPanel } from "./HoldPanel.tsx";
import { PastCheckIns } from "./PastCheckIns.tsx";
import { SafetySection } from "./SafetySection.tsx";
import { useSaveCheckIn } from "./save-check-in.ts";
import { TriageResult } from "./TriageResult.tsx";
import { aftercareTexts } from "./texts.ts";

/** After a session: how the scalp is, what to do, and what holds the plan. `#wrong` is the short way to the red flags. */
export function AftercarePage() {
  const { hash } = useLocation();
  return hash.replace(/^#/, "") === "wrong" ? <SafetySection /> : <CheckIns />;
}

function CheckIns() {
  const { data: today, error, refetch } = useQuery(todayQuery);
  const { data: settings } = useQuery(settingsQuery);

  if (error && !today) {
    return (
      <Page title={aftercareTexts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
        <WrongLink />
      </Page>
    );
  }
  if (!today) return <Waiting />;
  const style = { locale: settings?.locale, timeZone: today.timeZone };

  return (
    <Page
      title={aftercareTexts.title}
      lead={aftercareTexts.lead}
      aside={
        <>
          <WrongLink />
          <PastCheckIns style={style} />
        </>
      }
    >
      {today.holds.map((hold) => (
        <HoldPanel key={hold.id} hold={hold} style={style} />
      ))}
      <CheckInNow today={today} style={style} />
    </Page>
  );
}

type Slot = "24h" | "72h" | "7d";

/** The check-in to ask for: the newest that is due and open. */
function dueSlot({ aftercare, now }: Today): Slot | undefined {
  const due = aftercare?.checkIns.findLast(({ dueAt }) => compareInstants(dueAt, now) <= 0);
  return due && !due.done ? due.slot : undefined;
}

interface CheckInNowProps {
  readonly today: Today;
  readonly style: DateStyle;
}

function CheckInNow({ today, style }: CheckInNowProps) {
  const save = useSaveCheckIn();
  const [isAsked, setAsked] = useState(false);
  const [result, setResult] = useState<Triage>();
  const slot = dueSlot(today);

  if (result) {
    return (
      <TriageResult triage={result} isSaved>
        <ActionLink to="/today">{aftercareTexts.result.toToday}</ActionLink>
      </TriageResult>
    );
  }
  if (slot !== undefined || isAsked) {
    return (
      <CheckInForm
        slot={slot ?? "any"}
        sessionId={today.lastSession?.sessionId}
        isSaving={save.isPending}
        problem={save.error}
        onSave={(answers) => save.mutate(answers, { onSuccess: ({ triage }) => setResult(triage) })}
      />
    );
  }
  if (today.aftercare === undefined) {
    return (
      <EmptyState
        says={aftercareTexts.empty.says}
        action={<ActionLink to="/today">{aftercareTexts.empty.action}</ActionLink>}
      />
    );
  }
  return (
    <Panel title={aftercareTexts.timeline.title}>
      <Timeline checkIns={today.aftercare.checkIns} style={style} />
      <div>
        <Button variant="outline" onClick={() => setAsked(true)}>
          {aftercareTexts.checkInNow}
        </Button>
      </div>
    </Panel>
  );
}

interface TimelineProps {
  readonly checkIns: AftercareClock["checkIns"];
  readonly style: DateStyle;
}

/** The three moments at which Stipple asks. */
function Timeline({ checkIns, style }: TimelineProps) {
  const { timeline } = aftercareTexts;
  return (
    <ol className={classes.timeline}>
      {checkIns.map(({ slot, dueAt, done }) => (
        <li key={slot} data-done={done || undefined}>
          <i aria-hidden>{done && <IconCheck size={16} stroke={2.5} />}</i>
          <strong>{timeline.slots[slot]}</strong>
          <span>{done ? timeline.done : timeline.due(formatMoment(dueAt, style))}</span>
        </li>
      ))}
    </ol>
  );
}

function WrongLink() {
  return (
    <Link to="/aftercare" hash="wrong" className={classes.wrong}>
      <IconAlertTriangle size={24} stroke={1.6} aria-hidden />
      <span>
        <strong>{aftercareTexts.wrong.link}</strong>
        {aftercareTexts.wrong.linkSays}
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
