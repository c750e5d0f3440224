import { speak } from "@stipple/protocol";
import { IconHandStop } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Why } from "../ui/Why.tsx";
import classes from "./EndSteps.module.css";
import { Frame } from "./Frame.tsx";
import { SessionDrawing } from "./SessionDrawing.tsx";
import type { StepProps } from "./step-props.ts";
import { Target } from "./Targets.tsx";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";

/** A check said no: why there is no rolling today, and what to do instead. */
export function BlockedStep({ step, undo, tools, notices }: StepProps<"blocked">) {
  const says = useFocusOnChange<HTMLHeadingElement>(step.check);

  return (
    <Frame
      place={sessionTexts.blocked.title}
      tools={tools}
      notices={notices}
      actions={
        <>
          {undo && (
            <Target look="quiet" onPress={undo}>
              {sessionTexts.blocked.wrongAnswer}
            </Target>
          )}
          <Link to="/today" className={classes.main}>
            {sessionTexts.blocked.back}
          </Link>
        </>
      }
    >
      <div className={classes.blocked}>
        <IconHandStop size={56} stroke={1.4} aria-hidden />
        <h2 ref={says} tabIndex={-1}>
          {step.says}
        </h2>
        <p>{step.nextStep}</p>
        <Why decidedBy={step.decidedBy} />
      </div>
    </Frame>
  );
}

const texts = sessionTexts.closed;

interface ClosedStepProps extends StepProps<"closed"> {
  /** What the needles reached, below the screen's own height. */
  readonly children: ReactNode;
}

/** What was done, on the head map and in four figures, where to go from here, and below it what was reached. */
export function ClosedStep(props: ClosedStepProps) {
  const { step, state, tools, notices, undo, children } = props;
  const { summary } = step;
  const main = useFocusOnChange<HTMLAnchorElement>(step.kind);
  const figures = [
    [texts.sections(summary.sectionsDone, summary.sectionsPlanned), texts.sectionsLabel],
    [texts.minutes(Math.round(summary.rollingMin)), texts.minutesLabel],
    [texts.pain(summary.worstPain), texts.painLabel],
    [texts.blood(summary.bleeding), texts.bloodLabel],
  ] as const;

  return (
    <Frame
      place={texts.title}
      tools={tools}
      notices={notices}
      drawing={<SessionDrawing state={state} activeId={undefined} />}
      below={children}
      actions={
        <>
          {undo && (
            <Target look="quiet" onPress={undo}>
              {sessionTexts.undo}
            </Target>
          )}
          <Link ref={main} to="/today" className={classes.main}>
            {texts.toToday}
          </Link>
          <Link to="/aftercare" hash="wrong" className={classes.wrong}>
            {texts.wrong}
          </Link>
        </>
      }
    >
      <dl className={classes.figures}>
        {figures.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.line}>
        {speak(step)}
        {summary.stoppedWhy && ` ${texts.stopped(sessionTexts.stopReasons[summary.stoppedWhy])}`}
        {!summary.cleaned && summary.worstPain !== undefined && ` ${texts.notCleaned}`}
      </p>
    </Frame>
  );
}
