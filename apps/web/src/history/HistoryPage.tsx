import type { Hold } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import { ActionLink } from "../ui/ActionLink.tsx";
import type { History } from "../ui/contract.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { Whorl } from "../ui/drawings/Whorl.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { currentPlanQuery, historyQuery, settingsQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { Feelings } from "./Feelings.tsx";
import classes from "./HistoryPage.module.css";
import { SessionCalendar } from "./SessionCalendar.tsx";
import { SessionList } from "./SessionList.tsx";
import { historyTexts } from "./texts.ts";

/** What was done and how it went: a sentence first, then the pictures. */
export function HistoryPage() {
  const { data: history, error, refetch } = useQuery(historyQuery);
  const { data: settings } = useQuery(settingsQuery);
  const { data: plan } = useQuery(currentPlanQuery);

  if (error && !history) {
    return (
      <Page title={historyTexts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!history) return <Waiting />;
  if (history.sessions.length === 0) return <NothingYet />;

  const style = { locale: settings?.locale, timeZone: settings?.timeZone };
  return (
    <Page title={historyTexts.title} lead={history.adherence.says}>
      <Adherence {...history.adherence} />
      <SessionCalendar
        sessions={history.sessions}
        plannedOn={plan?.plan.sessions.map(({ date }) => date) ?? []}
        weekStartsOn={settings?.weekStartsOn ?? 1}
        style={style}
      />
      <Feelings sessions={history.sessions} checkIns={history.checkIns} style={style} />
      <SessionList sessions={history.sessions} style={style} />
      <PastHolds holds={history.holds} style={style} />
    </Page>
  );
}

function NothingYet() {
  return (
    <Page title={historyTexts.title}>
      <EmptyState
        says={historyTexts.empty.says}
        drawing={<Whorl size="100%" />}
        action={<ActionLink to="/today">{historyTexts.empty.action}</ActionLink>}
      />
    </Page>
  );
}

/** Planned sessions as dots, those done filled: a gap is a gap, not a red mark. */
function Adherence({ done, planned }: History["adherence"]) {
  const names = Array.from({ length: Math.min(60, planned) }, (_, index) => `planned/${index}`);
  return (
    <p className={classes.adherence}>
      <span aria-hidden>
        {names.map((name, index) => (
          <i key={name} data-done={index < done || undefined} />
        ))}
      </span>
      {historyTexts.adherence(done, planned)}
    </p>
  );
}

interface PastHoldsProps {
  readonly holds: readonly Hold[];
  readonly style: DateStyle;
}

function PastHolds({ holds, style }: PastHoldsProps) {
  if (holds.length === 0) return null;
  return (
    <Panel title={historyTexts.holds.title} tone="quiet">
      <ul className={classes.holds}>
        {holds.map(({ id, from, clearedAt, says }) => (
          <li key={id}>
            <strong>
              {historyTexts.holds.from(
                formatMoment(from, style),
                clearedAt ? formatMoment(clearedAt, style) : historyTexts.holds.now,
              )}
            </strong>
            <span>{says}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
