import { outOfScope } from "@stipple/simulation";
import { answerForecast, coarse, fine, forecastInSteps } from "./hair-stage.ts";
import type { Answers, Panel, Question, Reply } from "./panels.ts";
import { answerAbsorption, answerClosure, answerHealing, answerPunctures } from "./stages.ts";

/** A long forecast makes way for other questions this often. */
const turnMs = 20;
/** Shorter work shows no progress. */
const quietMs = 300;
/** Between two words on progress. */
const progressMs = 150;

const newest = new Map<Panel, number>();

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  newest.set(data.panel, data.id);
  void answer(data).catch((thrown: unknown) => {
    reply(data, { kind: "failed", message: thrown instanceof Error ? thrown.message : "" });
  });
});

async function answer(question: Question): Promise<void> {
  const { panel, treatment } = question;
  const refusal = outOfScope(treatment);
  if (refusal) return reply(question, { kind: "refused", refusal });
  if (panel === "forecast" || panel === "what-if") return await forecast(question);
  return reply(question, { kind: "answer", answer: atOnce[panel](treatment) });
}

const atOnce = {
  scope: () => "inside" as const,
  punctures: answerPunctures,
  closure: answerClosure,
  absorption: answerAbsorption,
  healing: answerHealing,
} satisfies Partial<Record<Panel, (treatment: Question["treatment"]) => Answers[Panel]>>;

/** A rough picture first, then the fine one, with turns for other questions between the steps. */
async function forecast(question: Question): Promise<void> {
  const began = performance.now();
  for (const fineness of [coarse, fine]) {
    const steps = forecastInSteps(question.treatment, question.comparedWith, fineness);
    let turnEnds = performance.now() + turnMs;
    let toldAt = began + quietMs - progressMs;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        const shown = answerForecast(step.value, fineness === coarse);
        reply(question, { kind: "answer", answer: shown });
        break;
      }
      if (performance.now() < turnEnds) continue;
      await nextTurn();
      if (newest.get(question.panel) !== question.id) return;
      turnEnds = performance.now() + turnMs;
      if (fineness === fine && performance.now() - toldAt > progressMs) {
        toldAt = performance.now();
        reply(question, { kind: "progress", doneFraction: step.value });
      }
    }
    await nextTurn();
    if (newest.get(question.panel) !== question.id) return;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

type Said = Reply extends infer One
  ? One extends Reply
    ? Omit<One, "id" | "panel">
    : never
  : never;

function reply({ id, panel }: Question, said: Said): void {
  self.postMessage({ ...said, id, panel });
}
