import { Button } from "@mantine/core";
import type { CloseUpFinding } from "@stipple/trichometry";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../ui/client.ts";
import { newId } from "../../ui/new-id.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import classes from "./CloseUp.module.css";
import { CountForm } from "./CountForm.tsx";
import type { Found, ScaleWish } from "./count-messages.ts";
import { closeUpTexts as texts } from "./texts.ts";
import { useCount } from "./use-count.ts";

type Ending =
  | { readonly kind: "refused"; readonly refusal: CloseUpFinding }
  | { readonly kind: "stopped" | "failed" }
  | { readonly kind: "unsaved"; readonly problem: unknown; readonly found: Found };

interface NewCountProps {
  readonly photoId: string;
  /** Hears that a count is kept. */
  readonly onKept: () => void;
}

/** From the question for the scale to a count that is kept, or why there is none. */
export function NewCount({ photoId, onKept }: NewCountProps) {
  const { doneFraction, ask, stop } = useCount();
  const [ending, setEnding] = useState<Ending>();
  const client = useQueryClient();

  const keep = async (found: Found) => {
    try {
      const measuredAt = new Date().toISOString();
      await api.measurements.$post({ json: { ...found, id: newId(), photoId, measuredAt } });
      await client.invalidateQueries({ queryKey: ["measurements"] });
      onKept();
    } catch (problem) {
      setEnding({ kind: "unsaved", problem, found });
    }
  };
  const start = async (scale: ScaleWish) => {
    setEnding(undefined);
    const outcome = await ask({ kind: "count", photoId, scale });
    if (outcome.kind === "found") await keep(outcome.found);
    else if (outcome.kind !== "line") setEnding(outcome);
  };

  if (doneFraction !== undefined) return <Counting doneFraction={doneFraction} onStop={stop} />;
  return (
    <>
      {ending && <NoCount ending={ending} onSave={(found) => void keep(found)} />}
      <CountForm onStart={(scale) => void start(scale)} />
    </>
  );
}

function Counting({
  doneFraction,
  onStop,
}: {
  readonly doneFraction: number;
  readonly onStop: () => void;
}) {
  const percent = Math.round(100 * doneFraction);
  return (
    <Panel title={texts.progress.title}>
      <progress
        className={classes.bar}
        max={100}
        value={percent}
        aria-label={texts.progress.title}
      />
      <p>{texts.progress.says(percent)}</p>
      <div>
        <Button variant="outline" onClick={onStop}>
          {texts.progress.stop}
        </Button>
      </div>
    </Panel>
  );
}

interface NoCountProps {
  readonly ending: Ending;
  readonly onSave: (found: Found) => void;
}

function NoCount({ ending, onSave }: NoCountProps) {
  switch (ending.kind) {
    case "stopped":
      return <p role="status">{texts.stopped}</p>;
    case "unsaved":
      return <ProblemNotice problem={ending.problem} onRetry={() => onSave(ending.found)} />;
    case "failed":
      return (
        <Panel title={texts.failed.title} tone="mind">
          <p role="alert">{texts.failed.says}</p>
        </Panel>
      );
    case "refused":
      return (
        <Panel title={texts.refused} tone="mind">
          <div role="alert">
            <p>{ending.refusal.says}</p>
            <p>{ending.refusal.nextStep}</p>
          </div>
        </Panel>
      );
  }
}
