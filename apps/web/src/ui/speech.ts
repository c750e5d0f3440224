/** What the voice needs to know; kept on this device only, because voices differ from device to device. */
export interface SpeechChoices {
  readonly on: boolean;
  /** Name of the voice; the device's own choice when absent or gone. */
  readonly voice?: string;
  /** 0.5 slow … 1.5 fast. */
  readonly rate: number;
}

/** The parts of the browser's speech that are used. */
export interface SpeechPort {
  readonly speak: (utterance: SpeechSynthesisUtterance) => void;
  readonly cancel: () => void;
  readonly getVoices: () => SpeechSynthesisVoice[];
}

/** The browser's speech, or `undefined` where it has none. */
export function browserSpeech(): SpeechPort | undefined {
  return typeof speechSynthesis === "undefined" ? undefined : speechSynthesis;
}

/** Text as the voice should read it: signs that voices stumble over become words. */
export function speakable(text: string): string {
  return text
    .replaceAll("–", " to ")
    .replaceAll("°", " degrees")
    .replaceAll("×", " times ")
    .replace(/\bmm\b/g, "millimetres")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Says a text and drops whatever was still being said: an old instruction is worse than none.
 * Never waits and never throws: a voice that fails must not stop a session.
 */
export function say(
  text: string,
  choices: SpeechChoices,
  language: string,
  port: SpeechPort | undefined = browserSpeech(),
): void {
  if (!choices.on || port === undefined || text === "") return;
  try {
    port.cancel();
    const utterance = new SpeechSynthesisUtterance(speakable(text));
    const voice = port.getVoices().find(({ name }) => name === choices.voice);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? language;
    utterance.rate = choices.rate;
    port.speak(utterance);
  } catch {
    // The same words stand on the screen.
  }
}

/** Stops the voice in mid-word. */
export function hush(port: SpeechPort | undefined = browserSpeech()): void {
  port?.cancel();
}
