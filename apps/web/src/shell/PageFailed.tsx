import { useRouter } from "@tanstack/react-router";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { shellTexts } from "./texts.ts";

/** What stands in for a page that broke. Everything that was saved is still on the server. */
export function PageFailed({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset: () => void;
}) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };

  return (
    <Page title={shellTexts.failedTitle}>
      <ProblemNotice problem={error} kept={shellTexts.failedKept} onRetry={retry} />
    </Page>
  );
}
