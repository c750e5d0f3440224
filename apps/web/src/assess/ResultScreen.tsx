import type { Answers, Assessment } from "@stipple/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import actionClasses from "../ui/Action.module.css";
import { ActionLink } from "../ui/ActionLink.tsx";
import { api } from "../ui/client.ts";
import { formatLongDay, withLocalDays } from "../ui/dates.ts";
import { opensRolling } from "../ui/opens-rolling.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { latestAssessmentQuery, todayQuery } from "../ui/queries.ts";
import { AnswerList } from "./AnswerList.tsx";
import { FindingEntry } from "./FindingEntry.tsx";
import { outcomeLooks } from "./outcome-look.ts";
import classes from "./ResultScreen.module.css";
import { StageNote } from "./StageNote.tsx";
import { type ScreenId, screenOf } from "./screens.ts";
import { assessTexts } from "./texts.ts";

const texts = assessTexts.result;

interface ResultScreenProps {
  readonly answers: Answers;
  readonly assessment: Assessment;
  readonly screens: readonly ScreenId[];
  readonly onChange: (screen: ScreenId) => void;
  readonly onRestart: () => void;
}

/** What the answers mean: the outcome, what to do now, and every finding with its reasons. */
export function ResultScreen(props: ResultScreenProps) {
  const { answers, assessment, screens, onChange, onRestart } = props;
  const { outcome, headline, nextStep, waitUntil, expiresOn } = assessment;
  const keeping = useKeptAssessment(answers, assessment);
  const { tone, Icon } = outcomeLooks[outcome];
  const isRollingOpen = opensRolling({ outcome, setting: answers.setting });

  return (
    <Page
      title={headline}
      aside={<AnswerList {...{ answers, assessment, screens, onChange, onRestart }} />}
    >
      <div className={classes.outcome} data-tone={tone}>
        <Icon size={28} stroke={1.75} aria-hidden />
        <p className={classes.name}>{texts.outcome[outcome]}</p>
        <p className={classes.next}>{withLocalDays(nextStep)}</p>
        {waitUntil && <p className={classes.until}>{texts.waitUntil(formatLongDay(waitUntil))}</p>}
      </div>
      {keeping.error && (
        <ProblemNotice problem={keeping.error} kept={texts.notSent} onRetry={keeping.retry} />
      )}
      {isRollingOpen && (
        <div>
          <ActionLink to="/plan" weight="large">
            {texts.makePlan}
          </ActionLink>
        </div>
      )}
      {outcome === "not-enough-known" && screens[0] && (
        <div>
          <button
            type="button"
            className={actionClasses.action}
            data-weight="large"
            onClick={onRestart}
          >
            {assessTexts.restart}
          </button>
        </div>
      )}
      <Panel title={texts.findings}>
        <ul className={classes.findings}>
          {decisiveOf(assessment).map((finding) => (
            <FindingEntry
              key={`${finding.reason.ruleId} ${finding.says}`}
              finding={finding}
              screen={screenOf(finding, screens)}
              assessment={assessment}
              onChange={onChange}
            />
          ))}
        </ul>
      </Panel>
      <StageNote note={assessment.stageNote} />
      <p className={classes.soft}>
        {texts.validUntil(formatLongDay(expiresOn))} {texts.notDevice}
      </p>
    </Page>
  );
}

/** While rolling is closed, what would be fine about it only confuses. */
function decisiveOf({ outcome, findings }: Assessment) {
  return outcome.startsWith("suitable")
    ? findings
    : findings.filter(({ leadsTo }) => !leadsTo.startsWith("suitable"));
}

/** Keeps the result on the server, once for the same answers of the same day. */
function useKeptAssessment(answers: Answers, assessment: Assessment) {
  const queryClient = useQueryClient();
  const latest = useQuery(latestAssessmentQuery);
  const { mutate, isIdle, error } = useMutation({
    mutationFn: async () => (await api.assessments.$post({ json: { answers } })).json(),
    onSuccess: (saved) => {
      queryClient.setQueryData(latestAssessmentQuery.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: todayQuery.queryKey });
    },
  });

  const kept = latest.data;
  const isKept =
    kept !== null &&
    kept?.assessment.assessedOn === assessment.assessedOn &&
    sorted(kept.answers) === sorted(answers);
  const mustKeep = latest.isFetched && !isKept && isIdle;
  useEffect(() => {
    if (mustKeep) mutate();
  }, [mustKeep, mutate]);

  return { error, retry: () => mutate() };
}

/** The same text for the same answers, whatever order their keys came in. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
