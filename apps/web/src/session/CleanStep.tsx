import { type CleaningStep, cleaningSteps, type SessionEvent } from "@stipple/protocol";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { unbroken } from "../ui/unbroken.ts";
import { Why } from "../ui/Why.tsx";
import classes from "./CleanStep.module.css";
import { showClock } from "./countdown.ts";
import { Frame } from "./Frame.tsx";
import { useSessionKeys } from "./keys.ts";
import type { StepProps } from "./step-props.ts";
import { Target, UndoRoom } from "./Targets.tsx";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";
import { useNowMs } from "./use-now.ts";

const texts = sessionTexts.cleaning;

interface CleanStepProps extends StepProps<"clean"> {
  readonly events: readonly SessionEvent[];
  /** The soak is over: told once, by every channel that is on. */
  readonly onTimerOver: () => void;
}

/** Milliseconds still to soak. Counted from the record, so that a closed tab and a sleeping phone do not stop it. */
function soakLeftMs(events: readonly SessionEvent[], timerMin: number, nowMs: number): number {
  const lastAt = events.at(-1)?.at;
  const passedMs = lastAt === undefined ? 0 : Math.max(0, nowMs - Date.parse(lastAt));
  return Math.max(0, timerMin * 60_000 - passedMs);
}

/** The roller's care after rolling: one act a screen, the soak with its clock. */
export function CleanStep(props: CleanStepProps) {
  const { step, act, undo, tools, notices, events, onTimerOver } = props;
  const done = useFocusOnChange<HTMLButtonElement>(step.step);
  const [isSkipping, setSkipping] = useState(false);
  const nowMs = useNowMs(500);
  const leftMs = step.timerMin === undefined ? 0 : soakLeftMs(events, step.timerMin, nowMs);
  const isSoaking = leftMs > 0;
  const tellOver = useEffectEvent(onTimerOver);

  useEffect(() => {
    if (step.timerMin !== undefined && !isSoaking) tellOver();
  }, [isSoaking, step.timerMin]);

  const finish = () => {
    if (!isSoaking) act({ kind: "cleaning-done", step: step.step });
  };
  const skip = (why: string) => act({ kind: "cleaning-skipped", why });
  useSessionKeys({ done: finish, pause: () => undefined, stop: () => undefined });

  return (
    <Frame
      place={texts.title}
      tools={tools}
      notices={notices}
      actions={
        isSkipping ? (
          <SkipReasons onSkip={skip} onBack={() => setSkipping(false)} />
        ) : (
          <>
            <UndoRoom onUndo={undo} />
            <Target
              ref={done}
              look="main"
              size="big"
              waits={isSoaking}
              icon={<IconCheck size={30} stroke={2.25} aria-hidden />}
              onPress={finish}
            >
              {sessionTexts.done}
            </Target>
            <Link to="/today" className={classes.later}>
              {texts.later}
            </Link>
            <Target look="quiet" onPress={() => setSkipping(true)}>
              {texts.skip}
            </Target>
          </>
        )
      }
    >
      <Steps now={step.step} />
      {!isSkipping && (
        <>
          <p className={classes.says}>{unbroken(step.says)}</p>
          {step.timerMin !== undefined && (
            <SoakClock leftMs={leftMs} wholeMs={step.timerMin * 60_000} />
          )}
          <div className={classes.why}>
            <Why decidedBy={step.decidedBy} />
          </div>
        </>
      )}
    </Frame>
  );
}

function Steps({ now }: { readonly now: CleaningStep }) {
  const nowIndex = cleaningSteps.indexOf(now);

  return (
    <ol className={classes.steps}>
      {cleaningSteps.map((step, index) => (
        <li
          key={step}
          data-past={index < nowIndex || undefined}
          aria-current={index === nowIndex ? "step" : undefined}
        >
          <span aria-hidden>
            {index < nowIndex ? <IconCheck size={16} stroke={2.5} /> : index + 1}
          </span>
          {texts.steps[step]}
        </li>
      ))}
    </ol>
  );
}

const ringLength = 2 * Math.PI * 88;

/** The soak as a ring of dots that fills, with the time left in the middle. */
function SoakClock({ leftMs, wholeMs }: { readonly leftMs: number; readonly wholeMs: number }) {
  return (
    <div className={classes.clock}>
      <svg viewBox="0 0 200 200" aria-hidden>
        <circle cx="100" cy="100" r="88" className={classes.ring} />
        <circle
          cx="100"
          cy="100"
          r="88"
          className={classes.filled}
          style={{ strokeDasharray: `${ringLength * (1 - leftMs / wholeMs)} ${ringLength}` }}
        />
      </svg>
      <p role="timer">
        <strong className={classes.clockTime}>{showClock(leftMs)}</strong>
        <span className={classes.clockLabel}>{leftMs > 0 ? texts.timerLeft : texts.timerOver}</span>
      </p>
      {leftMs > 0 && <p className={classes.goesOn}>{texts.goesOn}</p>}
    </div>
  );
}

interface SkipReasonsProps {
  readonly onSkip: (why: string) => void;
  readonly onBack: () => void;
}

function SkipReasons({ onSkip, onBack }: SkipReasonsProps) {
  return (
    <fieldset className={classes.reasons}>
      <legend>{texts.skipTitle}</legend>
      <p>{texts.skipSays}</p>
      {texts.skipReasons.map((why) => (
        <Target key={why} onPress={() => onSkip(why)}>
          {why}
        </Target>
      ))}
      <Target look="quiet" onPress={onBack}>
        {sessionTexts.feel.back}
      </Target>
    </fieldset>
  );
}
