import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Panel } from "../../ui/Panel.tsx";
import { answersOfKind, askWorker } from "../ask-worker.ts";
import compare from "../compare/Compare.module.css";
import { FileButton } from "../FileButton.tsx";
import { measureTexts } from "../texts.ts";
import classes from "./CardPage.module.css";
import type { PrintAnswer, PrintQuestion } from "./print-messages.ts";
import { judgePrint } from "./print-verdict.ts";

const texts = measureTexts.card.check;

/** Whether the card was printed at its true size, from a photo of the page with a bank card on its frame. */
export function PrintCheckPanel() {
  const [photo, setPhoto] = useState<Blob>();
  const answer = usePrintCheck(photo);
  const isLooking = photo !== undefined && answer === undefined;

  return (
    <Panel title={texts.title}>
      <p>{texts.says}</p>
      <div role="status" className={compare.state}>
        {isLooking && (
          <>
            <p>{texts.looking}</p>
            <progress aria-label={texts.looking} />
            <Button variant="outline" size="sm" onClick={() => setPhoto(undefined)}>
              {texts.stop}
            </Button>
          </>
        )}
        {answer && <Answered answer={answer} />}
      </div>
      {!isLooking && (
        <div>
          <FileButton onFile={setPhoto} />
        </div>
      )}
      <p className={compare.soft}>{texts.stays}</p>
    </Panel>
  );
}

function Answered({ answer }: { readonly answer: PrintAnswer }) {
  if (answer.kind === "unseen") return <p>{texts.unseen}</p>;
  if (answer.kind !== "checked") {
    return (
      <div className={compare.mind}>
        <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
        <strong>{texts.not}</strong>
        <p>{answer.message}</p>
        <p>{answer.action}</p>
      </div>
    );
  }
  const verdict = judgePrint(answer);
  if (verdict.isRight) {
    return (
      <p className={classes.right}>
        <IconCheck size={22} stroke={2} aria-hidden />
        <strong>{texts.right(verdict.percent, verdict.errorPercent)}</strong>
      </p>
    );
  }
  return (
    <div className={compare.mind}>
      <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
      <strong>{texts.off(verdict.percent, verdict.errorPercent)}</strong>
      <p>{texts.meaning(verdict.densityPercent, verdict.isTooSmall)}</p>
      <p>{texts.again}</p>
    </div>
  );
}

const startWorker = () =>
  new Worker(new URL("./print-check.worker.ts", import.meta.url), { type: "module" });

const isAnswer = answersOfKind<PrintAnswer>(
  "checked",
  "no-page",
  "no-bank-card",
  "uneven-print",
  "unseen",
);

/** What a worker says about the photo; nothing while it looks. */
function usePrintCheck(photo: Blob | undefined): PrintAnswer | undefined {
  const [answer, setAnswer] = useState<PrintAnswer>();
  useEffect(() => {
    setAnswer(undefined);
    if (!photo) return;
    const stop = new AbortController();
    const question: PrintQuestion = { photo };
    askWorker(startWorker, question, { signal: stop.signal, isAnswer }).then(
      (said) => setAnswer(said ?? { kind: "unseen" }),
      () => undefined,
    );
    return () => stop.abort();
  }, [photo]);
  return answer;
}
