import { IconAlertTriangle, IconCloudUpload } from "@tabler/icons-react";
import classes from "./Notices.module.css";
import type { OutboxState } from "./outbox.ts";
import { sessionTexts } from "./texts.ts";

const texts = sessionTexts.outbox;

interface NoticesProps {
  readonly outbox: OutboxState;
  /** Sentences of the guide about what just happened. */
  readonly says: readonly string[];
  readonly onSendAgain: () => void;
}

/** What a person should know but need not act on: nothing here blocks the session. */
export function Notices({ outbox, says, onSendAgain }: NoticesProps) {
  const { storage, sending, unsent, refusal, findings } = outbox;
  const isFull = storage === "full" && unsent > 0;

  return (
    <>
      {says.map((sentence) => (
        <p key={sentence} className={classes.notice} data-tone="mind">
          <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
          <span>{sentence}</span>
        </p>
      ))}
      {findings.map(({ code, says: finding, nextStep }) => (
        <p key={code} className={classes.notice} data-tone="mind">
          <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
          <span>
            {finding} {nextStep}
          </span>
        </p>
      ))}
      {isFull && (
        <p className={classes.notice} data-tone="mind" role="status">
          <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
          <span>{texts.full}</span>
        </p>
      )}
      {sending === "waiting" && (
        <p className={classes.notice} role="status">
          <IconCloudUpload size={20} stroke={1.75} aria-hidden />
          <span>{texts.unsent(unsent)}</span>
        </p>
      )}
      {sending === "refused" && refusal && (
        <div className={classes.notice} data-tone="mind" role="status">
          <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
          <span>
            {texts.refused} {refusal.says} {refusal.nextStep}{" "}
            <button type="button" onClick={onSendAgain}>
              {texts.tryAgain}
            </button>
          </span>
        </div>
      )}
    </>
  );
}
