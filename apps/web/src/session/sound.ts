/** A roll begins; the roller turns to a new direction; a step is over; something ended early. */
export type Cue = "roll" | "turn" | "done" | "stop";

/** One tone of a cue: when it starts, how long it lasts, how high it is. */
interface Tone {
  readonly atS: number;
  readonly lastsS: number;
  readonly pitchHz: number;
}

/** Told apart by their shape, not by loudness: one tone, two alike, a rising pair, a falling pair twice as long. */
const tonesOf: Readonly<Record<Cue, readonly Tone[]>> = {
  roll: [{ atS: 0, lastsS: 0.09, pitchHz: 660 }],
  turn: [
    { atS: 0, lastsS: 0.09, pitchHz: 494 },
    { atS: 0.18, lastsS: 0.09, pitchHz: 494 },
  ],
  done: [
    { atS: 0, lastsS: 0.1, pitchHz: 587 },
    { atS: 0.12, lastsS: 0.16, pitchHz: 880 },
  ],
  stop: [
    { atS: 0, lastsS: 0.22, pitchHz: 440 },
    { atS: 0.26, lastsS: 0.4, pitchHz: 294 },
  ],
};

let shared: AudioContext | undefined;

/** Wakes the sound inside a tap, where browsers allow it. */
export function readySound(): void {
  try {
    shared ??= new AudioContext();
    void shared.resume().catch(() => undefined);
  } catch {
    shared = undefined;
  }
}

function play(context: AudioContext, { atS, lastsS, pitchHz }: Tone): void {
  const startS = context.currentTime + atS;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = pitchHz;
  loudness.gain.setValueAtTime(0, startS);
  loudness.gain.linearRampToValueAtTime(0.18, startS + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.001, startS + lastsS);
  tone.connect(loudness).connect(context.destination);
  tone.start(startS);
  tone.stop(startS + lastsS + 0.02);
}

/** Plays a short cue, or nothing where sound is not allowed. Never throws. */
export function playCue(cue: Cue): void {
  if (shared === undefined || shared.state !== "running") return;
  try {
    for (const tone of tonesOf[cue]) play(shared, tone);
  } catch {
    // The other channels and the screen go on.
  }
}
