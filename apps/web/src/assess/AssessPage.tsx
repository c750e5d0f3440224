import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { assessTexts as texts } from "./texts.ts";
import { useSavedAnswers } from "./use-saved-answers.ts";
import { Walk } from "./Walk.tsx";

/** The assessment: one question a screen, saved at every answer, then the result. */
export function AssessPage() {
  const saved = useSavedAnswers();

  if (saved.error) {
    return (
      <Page title={texts.questions.setting.title}>
        <ProblemNotice problem={saved.error} onRetry={() => void saved.refetch()} />
      </Page>
    );
  }
  return saved.answers === undefined ? (
    <Waiting />
  ) : (
    <Walk answers={saved.answers} state={saved.state} onChange={saved.change} />
  );
}
