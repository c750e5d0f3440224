import type { IsoDate, Plan, Review } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type DateStyle, formatDay, formatLongDay } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { answersQuery, currentPlanQuery, historyQuery, settingsQuery } from "../../ui/queries.ts";
import classes from "./CloseUp.module.css";
import { MedicineStarts } from "./MedicineStarts.tsx";
import { closeUpsQuery } from "./measurement-queries.ts";
import { type ProgressAnswers, ProgressFigure } from "./ProgressFigure.tsx";
import { type Site, sitesOf, type Verdict, verdictOf } from "./progress.ts";
import { progressTexts as texts } from "./progress-texts.ts";

const noAnswers: ProgressAnswers = {};

/** What the counts say about each spot, in a sentence; the figure comes after it. */
export function ProgressPanel() {
  const { data: rows, error, refetch } = useQuery(closeUpsQuery);
  const { data: plan } = useQuery(currentPlanQuery);
  const { data: history } = useQuery(historyQuery);
  const { data: answers } = useQuery(answersQuery);
  const { data: settings } = useQuery(settingsQuery);
  const style = { locale: settings?.locale, timeZone: settings?.timeZone };

  if (error && !rows) {
    return (
      <Panel title={texts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (!rows || plan === undefined) return null;
  const sites = sitesOf(rows);
  if (sites.length === 0) {
    return (
      <Panel title={texts.title}>
        <p>{texts.empty}</p>
      </Panel>
    );
  }
  return (
    <>
      {sites.map((site) => (
        <SiteProgress
          key={site.siteId}
          site={site}
          plan={plan?.plan}
          sessions={history?.sessions.map(({ date }) => date) ?? []}
          answers={answers?.answers ?? noAnswers}
          style={style}
        />
      ))}
      {answers && <MedicineStarts answers={answers.answers} style={style} />}
    </>
  );
}

interface SiteProgressProps {
  readonly site: Site;
  readonly plan: Plan | undefined;
  readonly sessions: readonly IsoDate[];
  readonly answers: ProgressAnswers;
  readonly style: DateStyle;
}

function SiteProgress({ site, plan, sessions, answers, style }: SiteProgressProps) {
  const verdict = verdictOf(site, plan?.reviews);
  return (
    <ProgressFigure
      site={site}
      verdict={verdict}
      plan={plan}
      sessions={sessions}
      answers={answers}
      style={style}
      lead={
        <>
          <VerdictWords site={site} verdict={verdict} style={style} />
          {site.visits.length > 1 && (
            <p>
              <Link to="/measure/site/$photoId" params={{ photoId: site.photoId }}>
                {texts.hairByHair(site.siteId)}
              </Link>
            </p>
          )}
        </>
      }
    />
  );
}

interface VerdictWordsProps {
  readonly site: Site;
  readonly verdict: Verdict;
  readonly style: DateStyle;
}

function VerdictWords({ site, verdict, style }: VerdictWordsProps) {
  if (verdict.kind !== "compared") return <p>{sentenceOf(site, verdict, style)}</p>;
  const { comparison, first, second, week } = verdict;
  const isMixed = comparison.answer === "not-comparable" && first.method !== second.method;
  return (
    <>
      <p>
        <strong>{sentenceOf(site, verdict, style)}</strong> {texts.week(week)}
      </p>
      {isMixed ? (
        <p className={classes.soft}>{texts.mixed}</p>
      ) : (
        comparison.reasons.map(({ text }) => (
          <p key={text} className={classes.soft}>
            {text}
          </p>
        ))
      )}
      {comparison.answer !== "not-comparable" && <p className={classes.soft}>{texts.oneSpot}</p>}
    </>
  );
}

function sentenceOf({ siteId, visits }: Site, verdict: Verdict, style: DateStyle): string {
  switch (verdict.kind) {
    case "one-visit": {
      const [visit] = visits;
      if (!visit) return texts.empty;
      return texts.oneVisit(siteId, visit.densityPerCm2.toFixed(0), formatLongDay(visit.on, style));
    }
    case "no-plan":
      return texts.noPlan(siteId);
    case "too-early":
      return tooEarly(siteId, verdict.next, style);
    case "compared": {
      const { comparison, first, second } = verdict;
      return texts.compared[comparison.answer]({
        site: siteId,
        since: formatDay(first.on, style, { day: "numeric", month: "long" }),
        from: first.densityPerCm2.toFixed(0),
        to: second.densityPerCm2.toFixed(0),
        least: (comparison.detectableChange ?? 0).toFixed(0),
      });
    }
  }
}

function tooEarly(siteId: string, next: Review | undefined, style: DateStyle): string {
  return next
    ? texts.tooEarly(siteId, next.week, formatLongDay(next.on, style))
    : texts.noReview(siteId);
}
