import { Button, Checkbox } from "@mantine/core";
import type { Hold } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../ui/client.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import classes from "./Aftercare.module.css";
import { aftercareTexts } from "./texts.ts";

const texts = aftercareTexts.hold;

interface HoldPanelProps {
  readonly hold: Hold;
  readonly style: DateStyle;
}

/** What lifts each kind of hold; two of them may ask for the person's word first. */
const waysOut: Record<Hold["why"], { readonly how: string; readonly word?: string }> = {
  "red-flag": { how: texts.how, word: texts.confirm },
  "history-gap": { how: texts.gap, word: texts.confirmGap },
  clock: { how: texts.clock },
  person: { how: texts.person },
};

/** Why the plan is on hold and the one thing that lifts it. */
export function HoldPanel({ hold, style }: HoldPanelProps) {
  const isRedFlag = hold.why === "red-flag";
  const isGap = hold.why === "history-gap";
  const { how, word } = waysOut[hold.why];
  const [hasTicked, setTicked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const queryClient = useQueryClient();
  const clear = useMutation({
    mutationFn: () =>
      request("POST", `/api/holds/${encodeURIComponent(hold.id)}/clear`, {
        doctorCleared: isRedFlag && hasTicked,
        ...(isGap && { noSessionSince: hasTicked }),
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });

  return (
    <Panel tone={isRedFlag ? "stop" : "mind"} title={texts.title}>
      <p className={classes.hint}>{texts.since(formatMoment(hold.from, style))}</p>
      <p>{hold.says}</p>
      <p>{how}</p>
      {word && (
        <Checkbox
          label={word}
          checked={hasTicked}
          error={isMissing && !hasTicked ? texts.needsTick : undefined}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      )}
      {clear.error && <ProblemNotice problem={clear.error} />}
      <div>
        <Button
          variant="outline"
          loading={clear.isPending}
          onClick={() => (isRedFlag && !hasTicked ? setMissing(true) : clear.mutate())}
        >
          {isRedFlag ? texts.clear : texts.goOn}
        </Button>
      </div>
    </Panel>
  );
}
