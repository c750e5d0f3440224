import { useState } from "react";
import classes from "./FeelStep.module.css";
import { Frame } from "./Frame.tsx";
import { useSessionKeys } from "./keys.ts";
import type { StepProps } from "./step-props.ts";
import { StopTarget, Target, UndoRoom } from "./Targets.tsx";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";

const texts = sessionTexts.feel;
const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** A 0 typed this soon after a 1 means 10. */
const tenWithinMs = 800;

type Blood = "none" | "pinpoint" | "bead";

/** How the section felt. The usual case is two taps: a number, then "no blood, no snag". */
export function FeelStep({ step, state, act, undo, tools, notices }: StepProps<"feel">) {
  const sectionId = step.section.id;
  const question = useFocusOnChange<HTMLHeadingElement>(sectionId);
  const [pain, setPain] = useState<number>();
  const [typedAt, setTypedAt] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const [isUnusual, setUnusual] = useState(false);
  const place = state.sections.findIndex((progress) => progress.section.id === sectionId) + 1;

  function choose(score: number): void {
    setPain(score);
    setMissing(false);
  }

  function save(blood: Blood, snag: boolean): void {
    if (pain === undefined) setMissing(true);
    else act({ kind: "section-felt", sectionId, painScore: pain, blood, snag });
  }

  const stop = () => act({ kind: "stopped", why: "person" });
  useSessionKeys({
    done: () => save("none", false),
    pause: () => act({ kind: "paused" }),
    stop,
    digit: (digit) => {
      const isTen = digit === 0 && pain === 1 && performance.now() - typedAt < tenWithinMs;
      setTypedAt(performance.now());
      choose(isTen ? 10 : digit);
    },
  });

  return (
    <Frame
      place={sessionTexts.sectionOf(place, state.sections.length)}
      sections={state.sections}
      tools={tools}
      notices={notices}
      actions={
        isUnusual ? undefined : (
          <>
            <UndoRoom onUndo={undo} />
            <Target
              look="main"
              size="big"
              waits={pain === undefined}
              onPress={() => save("none", false)}
            >
              {texts.usual}
            </Target>
            <div className={classes.pair}>
              <Target onPress={() => setUnusual(true)}>{texts.unusual}</Target>
              <StopTarget onStop={stop} />
            </div>
          </>
        )
      }
    >
      <h2 ref={question} tabIndex={-1} className={classes.question}>
        {step.question}
      </h2>
      <PainScale pain={pain} onChoose={choose} />
      <p className={classes.hint} role="status" data-missing={isMissing || undefined}>
        {isMissing ? texts.choosePain : texts.hint}
      </p>
      {isUnusual && <BloodAndSnag onSave={save} onBack={() => setUnusual(false)} onStop={stop} />}
    </Frame>
  );
}

interface PainScaleProps {
  readonly pain: number | undefined;
  readonly onChoose: (score: number) => void;
}

function PainScale({ pain, onChoose }: PainScaleProps) {
  const anchors: Partial<Record<number, string>> = {
    0: texts.low,
    3: texts.prickle,
    10: texts.high,
  };

  return (
    <fieldset className={classes.scale}>
      <legend>{texts.scale}</legend>
      {scores.map((score) => (
        <button
          key={score}
          type="button"
          aria-label={`${texts.pain(score)}${anchors[score] ? `, ${anchors[score]}` : ""}`}
          aria-pressed={pain === score}
          data-ends={score >= 4 || undefined}
          data-word={anchors[score]}
          onClick={() => onChoose(score)}
        >
          <strong>{score}</strong>
        </button>
      ))}
    </fieldset>
  );
}

interface BloodAndSnagProps {
  readonly onSave: (blood: Blood, snag: boolean) => void;
  readonly onBack: () => void;
  readonly onStop: () => void;
}

function BloodAndSnag({ onSave, onBack, onStop }: BloodAndSnagProps) {
  const [blood, setBlood] = useState<Blood>("none");
  const [snag, setSnag] = useState(false);

  return (
    <div className={classes.unusual}>
      <fieldset>
        <legend>{texts.blood}</legend>
        <div className={classes.three}>
          {(["none", "pinpoint", "bead"] as const).map((amount) => (
            <Target key={amount} pressed={blood === amount} onPress={() => setBlood(amount)}>
              {texts.bloods[amount]}
            </Target>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{texts.snag}</legend>
        <div className={classes.pair}>
          <Target pressed={snag} onPress={() => setSnag(true)}>
            {sessionTexts.yes}
          </Target>
          <Target pressed={!snag} onPress={() => setSnag(false)}>
            {sessionTexts.no}
          </Target>
        </div>
      </fieldset>
      <Target look="main" onPress={() => onSave(blood, snag)}>
        {texts.save}
      </Target>
      <div className={classes.pair}>
        <Target onPress={onBack}>{texts.back}</Target>
        <StopTarget onStop={onStop} />
      </div>
    </div>
  );
}
