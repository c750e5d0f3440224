/** Ways a session speaks to the person. Each is enough alone; the screen is always on. */
export interface Channels {
  readonly speech: boolean;
  readonly sound: boolean;
  readonly vibration: boolean;
  readonly autoAdvance: boolean;
}

const channelsKey = "stipple/channels";
const lastKnownKey = "stipple/last-known-channels";
const voiceKey = "stipple/voice";

function read(key: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without room the choice lasts until the page is closed.
  }
}

/** What was switched on this device in the middle of sessions; a session without a network still knows it. */
export function readOwnChannels(): Partial<Channels> {
  return readChannels(channelsKey);
}

/** The settings' channels as this device last saw them, for a session that begins without a network. */
export function readLastKnownChannels(): Partial<Channels> {
  return readChannels(lastKnownKey);
}

export function keepLastKnownChannels(settings: Channels): void {
  const { speech, sound, vibration, autoAdvance } = settings;
  keep(lastKnownKey, { speech, sound, vibration, autoAdvance });
}

function readChannels(key: string): Partial<Channels> {
  const kept = read(key);
  const on = (name: keyof Channels) =>
    typeof kept[name] === "boolean" ? { [name]: kept[name] } : {};
  return { ...on("speech"), ...on("sound"), ...on("vibration"), ...on("autoAdvance") };
}

export function keepOwnChannels(channels: Partial<Channels>): void {
  keep(channelsKey, channels);
}

/** A choice in Settings is newer than one made in a session: it counts everywhere from then on. */
export function forgetOwnChannels(): void {
  localStorage.removeItem(channelsKey);
}

/** Voice and speed of this device. Voices differ from device to device, so the server does not keep them. */
export interface Voice {
  /** Name of the voice; the device's own choice when absent or gone. */
  readonly voice?: string;
  /** 0.5 slow … 1.5 fast. */
  readonly rate: number;
}

export function readVoice(): Voice {
  const { voice, rate } = read(voiceKey);
  return {
    ...(typeof voice === "string" && { voice }),
    rate: typeof rate === "number" ? Math.min(1.5, Math.max(0.5, rate)) : 1,
  };
}

export function keepVoice(voice: Voice): void {
  keep(voiceKey, voice);
}
