import { Button, NativeSelect } from "@mantine/core";
import { IconVolume } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Settings } from "../ui/contract.ts";
import {
  type Channels,
  forgetOwnChannels,
  keepVoice,
  readVoice,
  type Voice,
} from "../ui/own-channels.ts";
import { Panel } from "../ui/Panel.tsx";
import { SwitchRow } from "../ui/SwitchRow.tsx";
import { browserSpeech, say } from "../ui/speech.ts";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.session;
const channels = ["speech", "sound", "vibration", "autoAdvance"] as const;

interface SessionChannelsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

export function SessionChannels({ settings, onChange }: SessionChannelsProps) {
  function change(channel: keyof Channels, isOn: boolean): void {
    forgetOwnChannels();
    onChange({ [channel]: isOn });
  }

  return (
    <Panel title={texts.title}>
      <p className={classes.hint}>{texts.lead}</p>
      <div>
        {channels.map((channel) => (
          <SwitchRow
            key={channel}
            label={texts[channel]}
            checked={settings[channel]}
            onChange={(isOn) => change(channel, isOn)}
          />
        ))}
      </div>
      <VoiceChoice />
    </Panel>
  );
}

/** The voices this device has; most browsers name them only after a moment. */
function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    const port = browserSpeech();
    if (port === undefined) return;
    const read = () => setVoices(port.getVoices());
    read();
    speechSynthesis.addEventListener?.("voiceschanged", read);
    return () => speechSynthesis.removeEventListener?.("voiceschanged", read);
  }, []);
  return voices;
}

function VoiceChoice() {
  const voices = useVoices();
  const [choice, setChoice] = useState<Voice>(readVoice);
  const change = (next: Voice) => {
    setChoice(next);
    keepVoice(next);
  };
  if (browserSpeech() === undefined) return <p className={classes.hint}>{texts.noVoice}</p>;

  return (
    <div className={classes.voice}>
      <NativeSelect
        label={texts.voice}
        data={[
          { value: "", label: texts.voiceDefault },
          ...voices.map(({ name, lang }) => ({ value: name, label: `${name} (${lang})` })),
        ]}
        value={choice.voice ?? ""}
        onChange={({ currentTarget: { value } }) =>
          change({ rate: choice.rate, ...(value !== "" && { voice: value }) })
        }
      />
      <label className={classes.rate}>
        <span>{texts.rate}</span>
        <input
          type="range"
          min={0.5}
          max={1.5}
          step={0.1}
          value={choice.rate}
          onChange={(event) => change({ ...choice, rate: Number(event.currentTarget.value) })}
        />
        <small>
          <span>{texts.rates.slow}</span>
          <span>{texts.rates.fast}</span>
        </small>
      </label>
      <div>
        <Button
          variant="light"
          leftSection={<IconVolume size={20} stroke={1.75} aria-hidden />}
          onClick={() => say(texts.sample, { on: true, ...choice }, "en")}
        >
          {texts.hear}
        </Button>
      </div>
      <p className={classes.hint}>{texts.onThisDevice}</p>
    </div>
  );
}
