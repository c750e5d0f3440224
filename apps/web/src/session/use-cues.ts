import { type SessionState, type SessionStep, speak } from "@stipple/protocol";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Channels, readVoice } from "../ui/own-channels.ts";
import { hush, say } from "../ui/speech.ts";
import { type Cue, playCue } from "./sound.ts";
import { vibrate } from "./vibration.ts";
import { keepScreenOn, type WakeLockStatus } from "./wake-lock.ts";

/** What makes two steps the same step for ear and eye. */
function nameOf(step: SessionStep): string {
  switch (step.kind) {
    case "gate":
    case "blocked":
      return `${step.kind}/${step.check}`;
    case "roll":
      return `roll/${step.section.id}/${step.direction}`;
    case "feel":
      return `feel/${step.section.id}`;
    case "clean":
      return `clean/${step.step}`;
    default:
      return step.kind;
  }
}

function cueOf(step: SessionStep): Cue | undefined {
  if (step.kind === "blocked") return "stop";
  if (step.kind === "feel" || step.kind === "closed") return "done";
  return step.kind === "roll" ? "turn" : undefined;
}

/** Says, sounds and shakes each new step, on the channels that are on. */
export function useCues(
  state: SessionState,
  channels: Channels,
): {
  readonly cue: (cue: Cue) => void;
  readonly sayCount: (rollsLeft: number) => void;
  /** What is being said, for screen readers and for the eye. */
  readonly line: string;
} {
  const name = nameOf(state.step);
  const line = [...state.notices, speak(state.step)].join(" ");

  function cue(which: Cue): void {
    if (channels.sound) playCue(which);
    if (channels.vibration) vibrate(which);
  }
  function sayAloud(text: string): void {
    say(text, { on: channels.speech, ...readVoice() }, "en");
  }
  const stoppedCount = state.sections.filter(({ status }) => status === "stopped").length;
  const stoppedBefore = useRef(stoppedCount);
  const present = useEffectEvent(() => {
    const which = stoppedCount > stoppedBefore.current ? "stop" : cueOf(state.step);
    stoppedBefore.current = stoppedCount;
    if (which) cue(which);
    sayAloud(line);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the step's name is the whole reason to speak.
  useEffect(() => present(), [name]);
  useEffect(() => {
    if (!channels.speech) hush();
  }, [channels.speech]);
  useEffect(() => hush, []);

  return {
    cue,
    line,
    sayCount: (rollsLeft) => {
      cue("roll");
      const isFirst = state.step.kind === "roll" && rollsLeft === state.step.rollsLeft;
      if (!isFirst) sayAloud(String(rollsLeft));
    },
  };
}

/** Keeps the screen on while the session runs. */
export function useWakeLock(isWanted: boolean): WakeLockStatus {
  const [status, setStatus] = useState<WakeLockStatus>("released");
  useEffect(() => (isWanted ? keepScreenOn(setStatus) : undefined), [isWanted]);
  return status;
}
