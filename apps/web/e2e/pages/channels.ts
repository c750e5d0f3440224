import type { Page } from "@playwright/test";

type Channel = "speech" | "sound" | "vibration" | "screen";

export interface Told {
  readonly channel: Channel;
  readonly what: string;
}

/** Runs in the page before the app: what would be said, played, shaken or kept alight is noted instead. */
const listeners = `
  speechSynthesis.speak = ({ text }) => void tell("speech", text);
  Object.defineProperty(AudioContext.prototype, "state", { get: () => "running" });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (at) {
    void tell("sound", String(Math.round(this.frequency.value)));
    start.call(this, at);
  };
  Navigator.prototype.vibrate = (pattern) => {
    void tell("vibration", pattern.join(" "));
    return true;
  };
  WakeLock.prototype.request = async (kind) => {
    void tell("screen", kind);
    return Object.assign(new EventTarget(), { release: async () => undefined });
  };
`;

/** Everything the page tells ear and hand from now on, in order. */
export async function listenTo(page: Page): Promise<readonly Told[]> {
  const told: Told[] = [];
  await page.exposeFunction("tell", (channel: Channel, what: string) => {
    told.push({ channel, what });
  });
  await page.addInitScript(listeners);
  return told;
}
