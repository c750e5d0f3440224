import { useEffect, useState } from "react";
import { SwitchRow } from "../../ui/SwitchRow.tsx";
import { browserSpeech, hush, say } from "../../ui/speech.ts";
import { type HintKind, measureTexts } from "../texts.ts";

const texts = measureTexts.camera;

/** A hint that passes at once is not worth a word. */
const settledMs = 700;
/** For as long as nothing changes, it is said again. */
const againMs = 5000;

/** Says the hints aloud, for a phone that is held where nobody sees its screen. */
export function SpokenHint({ kind }: { readonly kind: HintKind | undefined }) {
  const [isOn, setOn] = useState(false);

  useEffect(() => {
    if (!isOn || kind === undefined) return;
    const speak = () => say(texts.hints[kind], { on: true, rate: 1 }, "en");
    const first = setTimeout(speak, settledMs);
    const again = setInterval(speak, againMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      hush();
    };
  }, [isOn, kind]);

  if (!browserSpeech()) return null;
  return <SwitchRow label={texts.aloud} hint={texts.aloudHint} checked={isOn} onChange={setOn} />;
}
