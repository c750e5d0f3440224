import type { PlanChoices } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../ui/client.ts";
import type { SavedAssessment } from "../ui/contract.ts";
import { todayHere } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { currentPlanQuery, todayQuery } from "../ui/queries.ts";
import { ChoicesForm } from "./ChoicesForm.tsx";
import { firstChoices } from "./choices.ts";
import { Preview } from "./Preview.tsx";
import { planTexts } from "./texts.ts";
import { usePreview } from "./use-preview.ts";

const texts = planTexts.make;

interface MakePlanProps {
  readonly assessed: SavedAssessment;
  readonly previous: PlanChoices | undefined;
  readonly timeZone: string;
  readonly topicalTiming: PlanChoices["topicalTiming"];
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Wishes on one side, what the rules make of them on the other. */
export function MakePlan(props: MakePlanProps) {
  const { assessed, previous, timeZone, topicalTiming, onDone, onCancel } = props;
  const queryClient = useQueryClient();
  const today = todayHere(timeZone);
  const [choices, setChoices] = useState<PlanChoices>(() => {
    const first = firstChoices({ answers: assessed.answers, today, timeZone, topicalTiming });
    return previous
      ? {
          ...first,
          ...previous,
          firstOn: previous.firstOn < today ? first.firstOn : previous.firstOn,
        }
      : first;
  });
  const preview = usePreview(choices);
  const keep = useMutation({
    mutationFn: async () => (await api.plans.$post({ json: { choices } })).json(),
    onSuccess: (saved) => {
      queryClient.setQueryData(currentPlanQuery.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: todayQuery.queryKey });
      onDone();
    },
  });

  return (
    <Page
      title={onCancel ? texts.changeTitle : texts.title}
      lead={texts.lead}
      aside={
        <Preview
          preview={preview}
          isKeeping={keep.isPending}
          onKeep={() => keep.mutate()}
          {...(onCancel && { onCancel })}
        >
          {keep.error && <ProblemNotice problem={keep.error} kept={texts.kept} />}
        </Preview>
      }
    >
      <ChoicesForm
        choices={choices}
        today={today}
        plan={preview.result?.kind === "plan" ? preview.result : undefined}
        onChange={setChoices}
      />
    </Page>
  );
}
