import type { PhotoView } from "@stipple/protocol";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { askWorker } from "../ask-worker.ts";
import { measureTexts } from "../texts.ts";
import classes from "./QualityNotice.module.css";
import type { QualityAnswer, QualityQuestion } from "./quality-messages.ts";

const texts = measureTexts.quality;

interface QualityNoticeProps {
  readonly photo: Blob;
  readonly view: PhotoView;
}

/** Whether the photo is good enough, and if not what to change. It never keeps the photo from being kept. */
export function QualityNotice({ photo, view }: QualityNoticeProps) {
  const faults = useQuality(photo, view);
  return (
    <div role="status" className={classes.notice} data-mind={isFaulty(faults) || undefined}>
      <Said faults={faults} />
    </div>
  );
}

function Said({ faults }: { readonly faults: QualityAnswer | undefined }) {
  if (faults === undefined) return <p>{texts.checking}</p>;
  if (faults === "unseen") return <p>{texts.unseen}</p>;
  if (faults.length === 0) {
    return (
      <p className={classes.line}>
        <IconCheck size={22} stroke={2} aria-hidden />
        {texts.good}
      </p>
    );
  }
  return (
    <>
      <p className={classes.line}>
        <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
        <strong>{faults.some(({ isStopping }) => isStopping) ? texts.again : texts.warned}</strong>
      </p>
      <ul className={classes.faults}>
        {faults.map(({ id, message, action }) => (
          <li key={id}>
            {message} <span>{action}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function isFaulty(faults: QualityAnswer | undefined): boolean {
  return Array.isArray(faults) && faults.length > 0;
}

const startWorker = () =>
  new Worker(new URL("./check-photo.worker.ts", import.meta.url), { type: "module" });

function isAnswer(said: unknown): said is QualityAnswer {
  return said === "unseen" || Array.isArray(said);
}

/** What a worker of its own says about the photo; nothing while it looks. */
function useQuality(photo: Blob, view: PhotoView): QualityAnswer | undefined {
  const [answer, setAnswer] = useState<QualityAnswer>();

  useEffect(() => {
    const stop = new AbortController();
    setAnswer(undefined);
    const question: QualityQuestion = { photo, view };
    askWorker(startWorker, question, { signal: stop.signal, isAnswer }).then(
      (said) => setAnswer(said ?? "unseen"),
      () => undefined,
    );
    return () => stop.abort();
  }, [photo, view]);

  return answer;
}
