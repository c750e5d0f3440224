import type { SimulatedTreatment } from "@stipple/simulation";
import { useEffect, useState } from "react";
import type { Answers, LongPanel, Panel, Reply } from "./panels.ts";
import { createSimulator, type Simulated, type Wish } from "./simulator.ts";

const startWorker = () =>
  new Worker(new URL("./simulate.worker.ts", import.meta.url), { type: "module" });
const quick = createSimulator(startWorker);
/** Forecasts and bands take seconds; in workers of their own they hold up no slider, and not each other. */
const slow = createSimulator(startWorker);
const patient = createSimulator(startWorker);
const simulatorOf: { readonly [P in LongPanel]: typeof quick } = {
  forecast: slow,
  "what-if": slow,
  "coverage-doubt": patient,
  "absorption-doubt": patient,
  "healing-doubt": patient,
};

function simulatorFor(panel: Panel) {
  return isLong(panel) ? simulatorOf[panel] : quick;
}

function isLong(panel: Panel): panel is LongPanel {
  return panel in simulatorOf;
}

interface Held<P extends Panel> extends Simulated<P> {
  /** What the answer is to. */
  readonly answers?: unknown;
}

function heard<P extends Panel>(
  { answer, answers }: Held<P>,
  reply: Reply | "failed",
  { panel, treatment }: { readonly panel: P; readonly treatment: SimulatedTreatment },
): Held<P> {
  // For whom the model holds is still known when a worker has died; a picture may be out of date.
  if (reply === "failed") return { hasFailed: true, ...(panel === "scope" && { answer, answers }) };
  switch (reply.kind) {
    case "refused":
      return { refusal: reply.refusal };
    case "answer":
      return { answer: reply.answer as Answers[P], answers: treatment };
    case "preview":
      // Without an answer before there is nothing that a part could stand in.
      return { answers, answer: answer && Object.assign({}, answer, reply.preview) };
    case "progress":
      return { answers, answer, doneFraction: reply.doneFraction };
    case "failed":
      return { hasFailed: true };
  }
}

/** The newest answer for a panel. While a new one is worked out, the one before stays. */
export function useSimulated<P extends Panel>(
  panel: P,
  { treatment, comparedWith, sections, scalp }: Wish,
): Simulated<P> & {
  /** The answer is still that to the question before. */
  readonly isStale: boolean;
  readonly askAgain: () => void;
} {
  const [simulated, setSimulated] = useState<Held<P>>({});
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again.
  useEffect(() => {
    simulatorFor(panel).ask(panel, { treatment, comparedWith, sections, scalp }, (reply) => {
      setSimulated((before) => heard(before, reply, { panel, treatment }));
    });
  }, [panel, treatment, comparedWith, sections, scalp, attempt]);

  return {
    ...simulated,
    isStale: simulated.answers !== treatment,
    askAgain: () => {
      simulatorFor(panel).forgive();
      setAttempt((count) => count + 1);
    },
  };
}

let openPictures = 0;

/** Ends the workers when the page is left, or the last picture on it closed. */
export function useSimulatorWhileOpen(): void {
  useEffect(() => {
    openPictures++;
    return () => {
      openPictures--;
      if (openPictures > 0) return;
      for (const simulator of [quick, slow, patient]) simulator.close();
    };
  }, []);
}
