import { useEffect, useState } from "react";
import { answersOfKind, askWorker } from "../ask-worker.ts";
import type { MatchAnswer, MatchQuestion } from "./match-messages.ts";

export type Matching =
  | { readonly kind: "matching"; readonly doneFraction: number }
  | { readonly kind: "stopped" }
  | MatchAnswer;

const startWorker = () =>
  new Worker(new URL("./match.worker.ts", import.meta.url), { type: "module" });

const isAnswer = answersOfKind<MatchAnswer>("changes", "growth", "failed");

/** What a worker says of two close-ups; another question replaces the one that is worked on. */
export function useMatch(question: MatchQuestion | undefined) {
  const [matching, setMatching] = useState<Matching>({ kind: "matching", doneFraction: 0 });
  const [attempt, setAttempt] = useState(0);
  const [stopped, setStopped] = useState<MatchQuestion>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again.
  useEffect(() => {
    if (!question || stopped === question) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (doneFraction: number) => setMatching({ kind: "matching", doneFraction });
    onProgress(0);
    askWorker(startWorker, question, { signal, isAnswer, onProgress }).then(
      (answer) => setMatching(answer ?? { kind: "failed" }),
      () => undefined,
    );
    return () => controller.abort();
  }, [question, stopped, attempt]);

  const isStopped = question !== undefined && stopped === question;
  return {
    matching: isStopped ? ({ kind: "stopped" } as const) : matching,
    stop: () => setStopped(question),
    askAgain: () => {
      setStopped(undefined);
      setAttempt((count) => count + 1);
    },
  };
}
