import { useEffect, useState } from "react";
import type { Answers, Panel } from "./panels.ts";
import { createSimulator, type Simulated, type Wish } from "./simulator.ts";

const simulator = createSimulator(
  () => new Worker(new URL("./simulate.worker.ts", import.meta.url), { type: "module" }),
);

/** The newest answer for a panel. While a new one is worked out, the one before stays. */
export function useSimulated<P extends Panel>(
  panel: P,
  { treatment, comparedWith }: Wish,
): Simulated<P> & {
  /** The answer is still that to the question before. */
  readonly isStale: boolean;
  readonly askAgain: () => void;
} {
  const [simulated, setSimulated] = useState<Simulated<P> & { readonly answers?: unknown }>({});
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again.
  useEffect(() => {
    simulator.ask(panel, { treatment, comparedWith }, (reply) => {
      if (reply === "failed") return setSimulated({ hasFailed: true });
      if (reply.kind === "refused") return setSimulated({ refusal: reply.refusal });
      if (reply.kind === "answer") {
        return setSimulated({ answer: reply.answer as Answers[P], answers: treatment });
      }
      if (reply.kind === "progress") {
        const { doneFraction } = reply;
        setSimulated(({ answer, answers }) => ({ answer, answers, doneFraction }));
      }
    });
  }, [panel, treatment, comparedWith, attempt]);

  return {
    ...simulated,
    isStale: simulated.answers !== treatment,
    askAgain: () => {
      simulator.forgive();
      setAttempt((count) => count + 1);
    },
  };
}

/** Ends the worker when the page is left. */
export function useSimulatorWhileOpen(): void {
  useEffect(() => () => simulator.close(), []);
}
