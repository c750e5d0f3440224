import { speak } from "@stipple/protocol";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useId } from "react";
import { unbroken } from "../ui/unbroken.ts";
import { Frame } from "./Frame.tsx";
import classes from "./RollStep.module.css";
import { SessionDrawing } from "./SessionDrawing.tsx";
import type { StepProps } from "./step-props.ts";
import { RollTargets, StopTarget, Target, UndoTarget } from "./Targets.tsx";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";
import type { Pacing } from "./use-pacing.ts";

interface RollStepProps extends StepProps<"roll"> {
  readonly pacing: Pacing;
  readonly autoAdvance: boolean;
  readonly onDone: () => void;
}

/** One direction of one section: the drawing, the rolls left, one line, three targets. */
export function RollStep(props: RollStepProps) {
  const { step, state, plan, act, undo, tools, notices, pacing, autoAdvance, onDone } = props;
  const { section, direction } = step;
  const done = useFocusOnChange<HTMLButtonElement>(`${section.id}/${direction}`);
  const place = state.sections.findIndex((progress) => progress.section.id === section.id) + 1;
  const isReady = autoAdvance && pacing.moment.kind === "ready";
  const rollsLeft =
    !autoAdvance || pacing.moment.kind === "over"
      ? step.rollsLeft
      : Math.min(step.rollsLeft, pacing.moment.rollsLeft);

  return (
    <Frame
      place={sessionTexts.sectionOf(place, state.sections.length)}
      sections={state.sections}
      tools={tools}
      notices={notices}
      drawing={
        <SessionDrawing
          state={state}
          activeId={section.id}
          directionDeg={step.directionDeg}
          moment={autoAdvance ? pacing.moment : undefined}
        />
      }
      undo={<UndoTarget onUndo={undo} />}
      actions={
        <RollTargets
          doneRef={done}
          onDone={onDone}
          onPause={() => act({ kind: "paused" })}
          onStop={() => act({ kind: "stopped", why: "person" })}
        />
      }
    >
      <div className={classes.roll}>
        <p className={classes.number} data-waits={isReady || undefined}>
          <strong>{rollsLeft}</strong>
          <span>{isReady ? sessionTexts.getReady : sessionTexts.rollsLeft(rollsLeft)}</span>
        </p>
        <p className={classes.line}>{unbroken(speak(step))}</p>
        <Dots direction={direction} total={plan.stroke.directionsDeg.length} />
        {pacing.slept && (
          <p className={classes.held}>
            {sessionTexts.held}{" "}
            <button type="button" onClick={pacing.goOn}>
              {sessionTexts.resume}
            </button>
          </p>
        )}
      </div>
    </Frame>
  );
}

/** How many directions of this section are behind. */
function Dots({ direction, total }: { readonly direction: number; readonly total: number }) {
  const id = useId();
  const names = Array.from({ length: total }, (_, index) => `${id}/${index}`);

  return (
    <p className={classes.dots}>
      <span aria-hidden>
        {names.map((name, index) => (
          <i
            key={name}
            data-past={index < direction || undefined}
            data-now={index === direction || undefined}
          />
        ))}
      </span>
      {sessionTexts.directionOf(direction + 1, total)}
    </p>
  );
}

interface PausedStepProps extends StepProps<"paused"> {
  readonly activeId: string | undefined;
}

/** Everything waits; the place is kept, also when the page is closed. */
export function PausedStep({ state, act, tools, notices, activeId, step }: PausedStepProps) {
  const resume = useFocusOnChange<HTMLButtonElement>(step.kind);

  return (
    <Frame
      place={sessionTexts.paused}
      sections={state.sections}
      tools={tools}
      notices={notices}
      drawing={<SessionDrawing state={state} activeId={activeId} />}
      actions={
        <>
          <Target
            ref={resume}
            look="main"
            size="big"
            icon={<IconPlayerPlay size={28} stroke={2} aria-hidden />}
            onPress={() => act({ kind: "resumed" })}
          >
            {sessionTexts.resume}
          </Target>
          <StopTarget onStop={() => act({ kind: "stopped", why: "person" })} />
        </>
      }
    >
      <div className={classes.roll}>
        <p className={classes.line}>{speak(step)}</p>
      </div>
    </Frame>
  );
}
