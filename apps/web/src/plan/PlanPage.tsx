import { useQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { HeadMap } from "../ui/HeadMap.tsx";
import { opensRolling } from "../ui/opens-rolling.ts";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { currentPlanQuery, latestAssessmentQuery, settingsQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { NotOpen } from "./NotOpen.tsx";
import { PlanView } from "./PlanView.tsx";
import { planTexts as texts } from "./texts.ts";

/** Whoever reads a plan has not to fetch what makes one. */
const MakePlan = lazy(() =>
  import("./MakePlan.tsx").then(({ MakePlan }) => ({ default: MakePlan })),
);

/** The plan, or the way to one. */
export function PlanPage() {
  const current = useQuery(currentPlanQuery);
  const latest = useQuery(latestAssessmentQuery);
  const settings = useQuery(settingsQuery);
  const [isChanging, setChanging] = useState(false);
  const error = current.error ?? latest.error;

  if (current.isPending || latest.isPending || settings.isPending) return <Waiting />;
  if (error) {
    return (
      <Page title={texts.emptyTitle}>
        <ProblemNotice
          problem={error}
          onRetry={() => void Promise.all([current.refetch(), latest.refetch()])}
        />
      </Page>
    );
  }
  if (current.data && !isChanging) {
    return (
      <PlanView
        plan={current.data.plan}
        weekStartsOn={settings.data?.weekStartsOn}
        locale={settings.data?.locale}
        onChange={() => setChanging(true)}
      />
    );
  }
  if (!latest.data) {
    return (
      <Page title={texts.emptyTitle}>
        <EmptyState
          drawing={<HeadMap mode="show" statuses={{}} isStill />}
          says={texts.emptySays}
          action={<ActionLink to="/assess">{texts.emptyAction}</ActionLink>}
        />
      </Page>
    );
  }
  const { answers, assessment } = latest.data;
  const isRollingOpen = opensRolling({ outcome: assessment.outcome, setting: answers.setting });
  if (!isRollingOpen && !current.data) return <NotOpen assessment={assessment} />;
  return (
    <MakePlan
      assessed={latest.data}
      previous={current.data?.choices}
      timeZone={settings.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
      topicalTiming={settings.data?.topicalTiming}
      onDone={() => setChanging(false)}
      {...(current.data && { onCancel: () => setChanging(false) })}
    />
  );
}
