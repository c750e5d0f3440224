import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import type { Channels } from "../ui/own-channels.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { SwitchRow } from "../ui/SwitchRow.tsx";
import { browserSpeech } from "../ui/speech.ts";
import classes from "./Tools.module.css";
import { sessionTexts } from "./texts.ts";
import { canVibrate } from "./vibration.ts";
import type { WakeLockStatus } from "./wake-lock.ts";

const texts = sessionTexts.channels;

interface ToolsProps {
  readonly channels: Channels;
  readonly onChange: (change: Partial<Channels>) => void;
  readonly wakeLock: WakeLockStatus;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Voice, sound, vibration and pace: each can be switched alone, in the middle of a session too. */
export function Tools({ channels, onChange, wakeLock, onOpenChange }: ToolsProps) {
  const [isOpen, setOpen] = useState(false);
  const open = (next: boolean) => {
    setOpen(next);
    onOpenChange(next);
  };
  const rows = [
    { id: "speech", label: texts.speech, missing: !browserSpeech() && texts.speechMissing },
    { id: "sound", label: texts.sound, missing: false },
    { id: "vibration", label: texts.vibration, missing: !canVibrate() && texts.vibrationMissing },
    { id: "autoAdvance", label: texts.autoAdvance, missing: false },
  ] as const;

  return (
    <>
      <button type="button" aria-label={texts.open} onClick={() => open(true)}>
        <IconAdjustmentsHorizontal size={24} stroke={1.75} aria-hidden />
      </button>
      <Sheet opened={isOpen} onClose={() => open(false)} title={texts.title}>
        <div className={classes.rows}>
          {rows.map(({ id, label, missing }) => (
            <SwitchRow
              key={id}
              label={label}
              hint={missing || undefined}
              checked={channels[id]}
              onChange={(isOn) => onChange({ [id]: isOn })}
            />
          ))}
        </div>
        <p className={classes.note}>{wakeLock === "held" ? texts.screenOn : texts.screenMayDim}</p>
        <p className={classes.note}>{texts.keys}</p>
      </Sheet>
    </>
  );
}
