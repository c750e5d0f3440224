import { ActionLink } from "../ui/ActionLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { shellTexts } from "./texts.ts";

export function PageMissing() {
  return (
    <Page title={shellTexts.missingTitle}>
      <EmptyState
        says={shellTexts.missingSays}
        action={<ActionLink to="/">{shellTexts.toStart}</ActionLink>}
      />
    </Page>
  );
}
