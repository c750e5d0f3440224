import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  type ClockReading,
  type Countdown,
  goOn,
  hold,
  passedMs,
  startCountdown,
  tickPaced,
} from "./countdown.ts";
import { type Pace, type PaceMoment, paceAt, paceDurationMs } from "./pace.ts";

const tickMs = 100;

function readClocks(): ClockReading {
  return { steadyMs: performance.now(), wallMs: Date.now() };
}

export interface Pacing {
  readonly moment: PaceMoment;
  /** The screen was off in the middle; the count waits until the person goes on. */
  readonly slept: boolean;
  readonly goOn: () => void;
}

interface PacingInput {
  /** Names the direction being rolled; another name starts the count anew. `undefined`: nothing is rolled. */
  readonly name: string | undefined;
  readonly pace: Pace;
  readonly isRunning: boolean;
  /** Each time the roller is set down; `rollsLeft` counts this roll. */
  readonly onRoll: (rollsLeft: number) => void;
  readonly onOver: () => void;
}

/** Counts the rolls of one direction at the plan's pace. A pause, and a screen that was off, hold the count. */
export function usePacing({ name, pace, isRunning, onRoll, onOver }: PacingInput): Pacing {
  const countdown = useRef<{ name: string; count: Countdown } | undefined>(undefined);
  const lastTick = useRef<ClockReading>({ steadyMs: 0, wallMs: 0 });
  const rollShown = useRef<number | undefined>(undefined);
  const [moment, setMoment] = useState<PaceMoment>(() => paceAt(0, pace));
  const [slept, setSlept] = useState(false);

  const tick = useEffectEvent(() => {
    const running = countdown.current;
    if (running === undefined) return;
    const now = readClocks();
    const ticked = tickPaced(running.count, lastTick.current, now);
    lastTick.current = now;
    countdown.current = { ...running, count: ticked.countdown };
    if (ticked.slept) setSlept(true);

    const next = paceAt(passedMs(ticked.countdown, now), pace);
    setMoment(next);
    if (next.kind === "rolling" && rollShown.current !== next.rollsLeft) {
      rollShown.current = next.rollsLeft;
      onRoll(next.rollsLeft);
    }
    if (next.kind === "over") onOver();
  });

  const startOrGoOn = useEffectEvent((direction: string) => {
    const now = readClocks();
    lastTick.current = now;
    const isSame = countdown.current?.name === direction;
    if (!isSame) rollShown.current = undefined;
    countdown.current = {
      name: direction,
      count:
        isSame && countdown.current
          ? goOn(countdown.current.count, now)
          : startCountdown(paceDurationMs(pace), now, 0),
    };
    setMoment(paceAt(passedMs(countdown.current.count, now), pace));
  });

  useEffect(() => {
    if (name === undefined || !isRunning || slept) return;
    startOrGoOn(name);
    const timer = setInterval(tick, tickMs);
    return () => {
      clearInterval(timer);
      const running = countdown.current;
      if (running) countdown.current = { ...running, count: hold(running.count, readClocks()) };
    };
  }, [name, isRunning, slept]);

  return { moment, slept, goOn: useCallback(() => setSlept(false), []) };
}
