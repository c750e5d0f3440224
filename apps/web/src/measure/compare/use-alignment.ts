import { useEffect, useRef, useState } from "react";
import { answersOfKind, askWorker } from "../ask-worker.ts";
import type { AlignmentAnswer, AlignmentQuestion } from "./alignment.ts";
import type { LandmarkPair } from "./landmarks.ts";

export type Alignment = { readonly kind: "aligning" | "stopped" } | AlignmentAnswer;

const startWorker = () =>
  new Worker(new URL("./align.worker.ts", import.meta.url), { type: "module" });

const isAnswer = answersOfKind<AlignmentAnswer>("aligned", "not-aligned", "failed");

/** How two photos lie on each other; another pair replaces the one that is worked on. */
export function useAlignment(
  beforeAddress: string,
  afterAddress: string,
  landmarks: readonly LandmarkPair[],
) {
  const [alignment, setAlignment] = useState<Alignment>({ kind: "aligning" });
  const [attempt, setAttempt] = useState(0);
  const stop = useRef<() => void>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same pair again.
  useEffect(() => {
    const controller = new AbortController();
    stop.current = () => {
      controller.abort();
      setAlignment({ kind: "stopped" });
    };
    setAlignment({ kind: "aligning" });
    const question: AlignmentQuestion = { beforeAddress, afterAddress, landmarks };
    askWorker(startWorker, question, { signal: controller.signal, isAnswer }).then(
      (answer) => setAlignment(answer ?? { kind: "failed" }),
      () => undefined,
    );
    return () => controller.abort();
  }, [beforeAddress, afterAddress, landmarks, attempt]);

  return {
    alignment,
    cancel: () => stop.current?.(),
    askAgain: () => setAttempt((count) => count + 1),
  };
}
