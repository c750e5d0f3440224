import type { PlanRefusal } from "@stipple/protocol";
import type { ReactNode } from "react";
import actionClasses from "../ui/Action.module.css";
import { withLocalDays } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Why } from "../ui/Why.tsx";
import { ChangedWishes } from "./ChangedWishes.tsx";
import classes from "./MakePlan.module.css";
import { PlanSentence } from "./PlanSentence.tsx";
import { planTexts } from "./texts.ts";
import type { PlanPreview } from "./use-preview.ts";

const texts = planTexts.make;

interface PreviewProps {
  readonly preview: PlanPreview;
  readonly isKeeping: boolean;
  readonly onKeep: () => void;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** What the rules make of the wishes, as they change; and the button that keeps it. */
export function Preview({ preview, isKeeping, onKeep, onCancel, children }: PreviewProps) {
  const { result, error, isStale } = preview;

  return (
    <div className={classes.preview} data-stale={isStale || undefined} aria-live="polite">
      {result === undefined && !error && (
        <Panel title={texts.preview}>
          <p>{texts.previewWaiting}</p>
        </Panel>
      )}
      {error && <ProblemNotice problem={error} kept={texts.kept} />}
      {result?.kind === "refused" && <Refusal refusal={result} />}
      {result?.kind === "plan" && (
        <>
          <Panel title={texts.preview}>
            <p className={classes.sentence}>
              <PlanSentence plan={result} />
            </p>
            <div className={classes.controls}>
              <button
                type="button"
                className={actionClasses.action}
                disabled={isKeeping}
                onClick={onKeep}
              >
                {texts.keep}
              </button>
            </div>
          </Panel>
          <ChangedWishes wishes={result.changedWishes} />
        </>
      )}
      {children}
      {onCancel && (
        <div>
          <button
            type="button"
            className={actionClasses.action}
            data-weight="quiet"
            onClick={onCancel}
          >
            {texts.cancel}
          </button>
        </div>
      )}
    </div>
  );
}

function Refusal({ refusal: { says, nextStep, decidedBy } }: { readonly refusal: PlanRefusal }) {
  return (
    <Panel title={texts.refused} tone="mind">
      <p>{withLocalDays(says)}</p>
      <p>{withLocalDays(nextStep)}</p>
      <div>
        <Why decidedBy={decidedBy} />
      </div>
    </Panel>
  );
}
