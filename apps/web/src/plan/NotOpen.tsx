import type { Assessment } from "@stipple/protocol";
import { ActionLink } from "../ui/ActionLink.tsx";
import { withLocalDays } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { planTexts } from "./texts.ts";

const texts = planTexts.notOpen;

/** Rolling is not open: what was found and what to do, in place of wishes that nothing could grant. */
export function NotOpen({ assessment }: { readonly assessment: Assessment }) {
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Panel tone="mind" title={assessment.headline}>
        <p>{withLocalDays(assessment.nextStep)}</p>
        <div>
          <ActionLink to="/assess" search={{ q: "result" }}>
            {texts.action}
          </ActionLink>
        </div>
      </Panel>
    </Page>
  );
}
