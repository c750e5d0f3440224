import { IconArrowBackUp, IconCheck, IconPlayerPause, IconPlayerStop } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import classes from "./Targets.module.css";
import { sessionTexts } from "./texts.ts";

interface TargetProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly look?: "main" | "plain" | "stop" | "quiet";
  readonly icon?: ReactNode;
  readonly size?: "big" | "normal";
  readonly pressed?: boolean;
  readonly waits?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A target for a wet thumb: at least 64 px high. The second tap of a double tap, and a key held down, do
 * nothing: the next step's target lies under the same finger.
 */
export function Target({
  onPress,
  children,
  look = "plain",
  icon,
  size = "normal",
  pressed,
  waits = false,
  ref,
}: TargetProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes.target}
      data-look={look}
      data-size={size}
      aria-pressed={pressed}
      aria-disabled={waits || undefined}
      onClick={({ detail }) => detail <= 1 && onPress()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

interface RollTargetsProps {
  readonly doneRef: Ref<HTMLButtonElement>;
  readonly onDone: () => void;
  readonly onPause: () => void;
  readonly onStop: () => void;
}

/** Done, pause, stop: the three targets of rolling, always at the same place. */
export function RollTargets({ doneRef, onDone, onPause, onStop }: RollTargetsProps) {
  return (
    <>
      <Target
        ref={doneRef}
        look="main"
        size="big"
        icon={<IconCheck size={30} stroke={2.25} aria-hidden />}
        onPress={onDone}
      >
        {sessionTexts.done}
      </Target>
      <div className={classes.pair}>
        <Target icon={<IconPlayerPause size={24} stroke={1.75} aria-hidden />} onPress={onPause}>
          {sessionTexts.pause}
        </Target>
        <StopTarget onStop={onStop} />
      </div>
    </>
  );
}

/** Ends the rolling at once. Never asks; "undo" takes a slip back. */
export function StopTarget({ onStop }: { readonly onStop: () => void }) {
  return (
    <Target
      look="stop"
      icon={<IconPlayerStop size={24} stroke={1.75} aria-hidden />}
      onPress={onStop}
    >
      {sessionTexts.stop}
    </Target>
  );
}

interface UndoTargetProps {
  readonly onUndo: (() => void) | undefined;
}

/** Takes back what was just done; there for some seconds. */
export function UndoTarget({ onUndo }: UndoTargetProps) {
  return onUndo ? (
    <button type="button" className={classes.undo} onClick={onUndo}>
      <IconArrowBackUp size={20} stroke={2} aria-hidden />
      {sessionTexts.undo}
    </button>
  ) : null;
}

/** Undo above the targets. Its room stays when it is gone, so that nothing jumps under the thumb. */
export function UndoRoom({ onUndo }: UndoTargetProps) {
  return (
    <div className={classes.undoRoom}>
      <UndoTarget onUndo={onUndo} />
    </div>
  );
}
