import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import type { KeptState } from "./kept-pump.ts";
import { keptPump } from "./send-kept.ts";
import { sessionTexts } from "./texts.ts";

const texts = sessionTexts.sendingFirst;

/** Shows what it holds only once the server knows every session this browser kept: intervals are counted there. */
export function SendingFirst({ children }: { readonly children: ReactNode }) {
  const state = useSyncExternalStore(keptPump.subscribe, keptPump.read);
  const [hasLooked, setLooked] = useState(false);
  const queryClient = useQueryClient();
  const isSent = state.unsent === 0;

  useEffect(() => {
    keptPump.look();
    setLooked(true);
  }, []);
  useEffect(() => {
    if (!isSent) return () => void queryClient.invalidateQueries();
  }, [isSent, queryClient]);

  if (!hasLooked) return <Waiting />;
  return isSent ? children : <Unsent state={state} />;
}

function Unsent({ state: { sending, refusal } }: { readonly state: KeptState }) {
  return (
    <Page title={sessionTexts.before.title}>
      <Panel tone="mind" title={texts.title}>
        <p role="status">
          {refusal
            ? `${texts.refused} ${refusal.says} ${refusal.nextStep}`
            : sending === "waiting"
              ? texts.away
              : texts.sending}
        </p>
        {sending !== "sending" && (
          <div>
            <Button variant="outline" onClick={keptPump.look}>
              {sessionTexts.outbox.tryAgain}
            </Button>
          </div>
        )}
      </Panel>
      <div>
        <ActionLink to="/today" weight="quiet">
          {sessionTexts.otherTab.back}
        </ActionLink>
      </div>
    </Page>
  );
}
