import type { Cue } from "./sound.ts";

/** Milliseconds of shaking and stillness, in turn. */
const patterns: Readonly<Record<Cue, readonly number[]>> = {
  roll: [60],
  turn: [60, 120, 60],
  done: [60, 80, 240],
  stop: [300, 120, 300],
};

/** Whether this device can vibrate at all; iPhones cannot from a web page. */
export function canVibrate(): boolean {
  return typeof navigator !== "undefined" && typeof navigator.vibrate === "function";
}

/** Shakes the device in the cue's pattern, or does nothing where that is not possible. */
export function vibrate(cue: Cue): void {
  if (canVibrate()) navigator.vibrate([...patterns[cue]]);
}
