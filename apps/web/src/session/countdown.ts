/** One reading of both clocks: the steady one that nobody can set, and the one on the wall. */
export interface ClockReading {
  /** From `performance.now()`; may stand still while the machine sleeps. */
  readonly steadyMs: number;
  /** From `Date.now()`; goes on through sleep, and jumps when somebody sets the clock. */
  readonly wallMs: number;
}

export interface Countdown {
  readonly durationMs: number;
  /** Time that had passed before the last hold. */
  readonly passedMs: number;
  /** Reading at the last start; `undefined` while held. */
  readonly runningSince?: ClockReading;
}

/**
 * Milliseconds between two readings, never negative.
 *
 *     t = max(Δsteady, Δwall)
 *
 * The steady clock may stop in sleep, the wall clock may be set back: the larger difference is the
 * one that neither fault has shortened (invariant I-G4).
 */
export function msBetween(from: ClockReading, to: ClockReading): number {
  return Math.max(0, to.steadyMs - from.steadyMs, to.wallMs - from.wallMs);
}

/** A countdown that starts running now, with `passedMs` already behind it. */
export function startCountdown(durationMs: number, now: ClockReading, passedMs: number): Countdown {
  return { durationMs, passedMs, runningSince: now };
}

/** Time passed while the countdown ran. */
export function passedMs({ passedMs: before, runningSince }: Countdown, now: ClockReading): number {
  return runningSince === undefined ? before : before + msBetween(runningSince, now);
}

/** Time left; 0 once it has run out. */
export function leftMs(countdown: Countdown, now: ClockReading): number {
  return Math.max(0, countdown.durationMs - passedMs(countdown, now));
}

/** Stops the countdown where it is. Holding a held countdown changes nothing. */
export function hold(countdown: Countdown, now: ClockReading): Countdown {
  return { durationMs: countdown.durationMs, passedMs: passedMs(countdown, now) };
}

/** Lets a held countdown go on. Resuming a running one changes nothing. */
export function goOn(countdown: Countdown, now: ClockReading): Countdown {
  return countdown.runningSince === undefined ? { ...countdown, runningSince: now } : countdown;
}

/** Time between two ticks above which the screen was off or the tab asleep, and nobody was guided. */
const sleepGapMs = 4_000;

/**
 * The countdown at the next tick. After a gap longer than `sleepGapMs` a paced countdown is held
 * where it last was: strokes nobody saw must not count as rolled.
 */
export function tickPaced(
  countdown: Countdown,
  lastTick: ClockReading,
  now: ClockReading,
): { readonly countdown: Countdown; readonly slept: boolean } {
  const slept = countdown.runningSince !== undefined && msBetween(lastTick, now) > sleepGapMs;
  return slept
    ? { countdown: hold(countdown, lastTick), slept: true }
    : { countdown, slept: false };
}

/** "9:05" for a countdown on the screen; rounds up, so that 0:00 means over. */
export function showClock(ms: number): string {
  const totalS = Math.ceil(ms / 1000);
  const [min, s] = [Math.floor(totalS / 60), totalS % 60];
  return `${min}:${String(s).padStart(2, "0")}`;
}
