import type { Reason } from "@stipple/protocol";
import { formatMoment } from "../ui/dates.ts";
import { unbroken } from "../ui/unbroken.ts";
import { Why } from "../ui/Why.tsx";
import { showClock } from "./countdown.ts";
import { Frame } from "./Frame.tsx";
import { useSessionKeys } from "./keys.ts";
import type { StepProps } from "./step-props.ts";
import { Target, UndoRoom } from "./Targets.tsx";
import classes from "./TopicalStep.module.css";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";
import { useNowMs } from "./use-now.ts";

const texts = sessionTexts.topical;

/** What may go on the scalp, and when: the waiting time, or the article's window, with both sides explained. */
export function TopicalStep({ step, plan, act, undo, tools, notices }: StepProps<"topical">) {
  const main = useFocusOnChange<HTMLButtonElement>(step.kind);
  const nowMs = useNowMs(500);
  const { product, closesAt } = step;
  const leftMs = closesAt === undefined ? 0 : Math.max(0, Date.parse(closesAt) - nowMs);
  const mayApply = product !== undefined && leftMs > 0;
  const wait = () => act({ kind: "topical-waits" });
  const done = () => (mayApply ? act({ kind: "topical-applied", product }) : wait());
  useSessionKeys({ done, pause: () => undefined, stop: () => undefined });

  return (
    <Frame
      place={sessionTexts.title}
      tools={tools}
      notices={notices}
      actions={
        <>
          <UndoRoom onUndo={undo} />
          <Target ref={main} look="main" size="big" onPress={done}>
            {mayApply ? texts.applied : texts.understood}
          </Target>
          {mayApply && <Target onPress={wait}>{texts.notToday}</Target>}
        </>
      }
    >
      <div className={classes.topical}>
        {closesAt && (
          <p className={classes.when}>
            <span>{leftMs > 0 ? texts.windowTitle : texts.windowOver}</span>
            <strong role="timer">{showClock(leftMs)}</strong>
          </p>
        )}
        {step.notBefore && (
          <p className={classes.when}>
            <span>{texts.waitTitle}</span>
            <strong>{formatMoment(step.notBefore, { timeZone: plan.timeZone })}</strong>
          </p>
        )}
        <p className={classes.says}>{unbroken(step.says)}</p>
        <BothSides decidedBy={step.decidedBy} />
      </div>
    </Frame>
  );
}

/** The article's way beside Stipple's, for the one choice where they differ most. */
function BothSides({ decidedBy }: { readonly decidedBy: readonly Reason[] }) {
  const twoSided = decidedBy.find(({ article }) => article !== undefined);

  return (
    <div className={classes.sides}>
      {twoSided?.article && (
        <>
          <p data-side="article">
            <b>{texts.articleSays}</b> {twoSided.article.says}
          </p>
          <p data-side="policy">
            <b>{texts.stippleSays}</b> {twoSided.policy.says}
          </p>
        </>
      )}
      <Why decidedBy={decidedBy} />
    </div>
  );
}
