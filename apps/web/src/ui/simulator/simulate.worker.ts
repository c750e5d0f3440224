import { outOfScope } from "@stipple/simulation";
import { doubtSteps } from "./doubt-stage.ts";
import { answerForecast, coarse, fine, forecastInSteps } from "./hair-stage.ts";
import type { Answers, DoubtPanel, LongPanel, Panel, Question, Reply } from "./panels.ts";
import { answerScalp, answerSections, answerTopicalChoice } from "./place-stages.ts";
import {
  answerAbsorption,
  answerBeside,
  answerClosure,
  answerHealing,
  answerInsertion,
  answerPunctures,
  previewAbsorption,
  previewPunctures,
} from "./stages.ts";

/** A long forecast makes way for other questions this often. */
const turnMs = 20;
/** Shorter work shows no progress. */
const quietMs = 300;
/** Between two words on progress. */
const progressMs = 150;
/** Nobody moves a slider for this long. */
const restMs = 800;

const newest = new Map<Panel, number>();
/** Questions nobody has answered yet, the newest of each panel. */
const waiting = new Map<Panel, Question>();
let isWorking = false;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  newest.set(data.panel, data.id);
  const refusal = outOfScope(data.treatment);
  if (refusal) return reply(data, { kind: "refused", refusal });
  if (data.panel === "forecast" || data.panel === "what-if") return attempt(data, forecast);
  if (isDoubt(data.panel)) return attempt(data, doubt);
  waiting.set(data.panel, data);
  if (!isWorking) void workOff();
});

/**
 * Answers what waits: first everything that shows something at once, then in full. A question that was replaced while
 * it waited is never worked on.
 */
async function workOff(): Promise<void> {
  isWorking = true;
  await nextTurn();
  const previewed = new Set<number>();
  while (waiting.size > 0) {
    const open = [...waiting.values()].toSorted((a, b) => rank(a) - rank(b));
    const quick = open.find(({ id, panel }) => panel in previews && !previewed.has(id));
    const [next] = open;
    if (quick && !(next && atOnce.has(next.panel))) {
      previewed.add(quick.id);
      attempt(quick, preview);
    } else if (next) {
      waiting.delete(next.panel);
      attempt(next, answer);
    }
    await nextTurn();
  }
  isWorking = false;
}

/** Answered in no time, before anything else. */
const atOnce: ReadonlySet<Panel> = new Set(["scope", "insertion", "closure"]);
/** Answered when nothing else waits: two sessions in full, far down the page. */
const last: ReadonlySet<Panel> = new Set(["beside"]);

function rank({ panel }: Question): number {
  if (atOnce.has(panel)) return 0;
  return last.has(panel) ? 2 : 1;
}

const previews: {
  readonly [P in Panel]?: (treatment: Question["treatment"]) => Partial<Answers[P]>;
} = { punctures: previewPunctures, absorption: previewAbsorption };

function preview(question: Question): void {
  const shown = previews[question.panel]?.(question.treatment);
  if (shown) reply(question, { kind: "preview", preview: shown });
}

type AtOnce = Exclude<Panel, LongPanel>;

const answers: { readonly [P in AtOnce]: (question: Question) => Answers[P] } = {
  scope: () => "inside",
  punctures: ({ treatment }) => answerPunctures(treatment),
  insertion: ({ treatment }) => answerInsertion(treatment),
  closure: ({ treatment }) => answerClosure(treatment),
  absorption: ({ treatment }) => answerAbsorption(treatment),
  healing: ({ treatment }) => answerHealing(treatment),
  beside: ({ treatment, comparedWith = treatment }) => answerBeside(treatment, comparedWith),
  "topical-choice": answerTopicalChoice,
  sections: answerSections,
  scalp: answerScalp,
};

function answer(question: Question): void {
  reply(question, { kind: "answer", answer: answers[question.panel as AtOnce](question) });
}

/** Whatever goes wrong with one question is told to its panel, and stops no other. */
function attempt(question: Question, work: (question: Question) => void | Promise<void>): void {
  const failed = (thrown: unknown) =>
    reply(question, { kind: "failed", message: thrown instanceof Error ? thrown.message : "" });
  try {
    void Promise.resolve(work(question)).catch(failed);
  } catch (thrown) {
    failed(thrown);
  }
}

/** A rough picture first, then the fine one. */
async function forecast(question: Question): Promise<void> {
  const tell = progressOf(question);
  for (const fineness of [coarse, fine]) {
    const steps = forecastInSteps(question.treatment, question.comparedWith, fineness);
    const done = await inTurns(question, steps, fineness === fine ? tell : undefined);
    if (done === undefined) return;
    const shown = answerForecast(done.result, fineness === coarse);
    reply(question, { kind: "answer", answer: shown });
    await nextTurn();
    if (newest.get(question.panel) !== question.id) return;
  }
}

function isDoubt(panel: Panel): panel is DoubtPanel {
  return panel in doubtSteps;
}

let lastDoubt: Promise<unknown> = Promise.resolve();

/**
 * How far a step is known is asked once nothing moves any more, one step after another: it takes seconds, and changes
 * with every move.
 */
function doubt(question: Question): Promise<void> {
  const mine = Promise.all([lastDoubt, new Promise((resolve) => setTimeout(resolve, restMs))]).then(
    () => drawDoubt(question),
  );
  lastDoubt = mine.catch(() => {});
  return mine;
}

async function drawDoubt(question: Question): Promise<void> {
  if (!isDoubt(question.panel) || newest.get(question.panel) !== question.id) return;
  const steps: Generator<number, Answers[DoubtPanel]> = doubtSteps[question.panel](
    question.treatment,
  );
  const done = await inTurns(question, steps);
  if (done) reply(question, { kind: "answer", answer: done.result });
}

/** Works with turns for other questions between the steps; nothing once the question was replaced. */
async function inTurns<Result>(
  question: Question,
  steps: Generator<number, Result>,
  tell?: (doneFraction: number) => void,
): Promise<{ readonly result: Result } | undefined> {
  let turnEnds = performance.now() + turnMs;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value };
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    if (newest.get(question.panel) !== question.id) return undefined;
    turnEnds = performance.now() + turnMs;
    tell?.(step.value);
  }
}

/** Tells how far a question is, not before it takes long and not too often. */
function progressOf(question: Question): (doneFraction: number) => void {
  let toldAt = performance.now() + quietMs - progressMs;
  return (doneFraction) => {
    if (performance.now() - toldAt <= progressMs) return;
    toldAt = performance.now();
    reply(question, { kind: "progress", doneFraction });
  };
}

const turns = new MessageChannel();
const resumed: (() => void)[] = [];
turns.port1.onmessage = () => resumed.shift()?.();

/** Lets messages in. A timer would wait for 4 ms each time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    resumed.push(resolve);
    turns.port2.postMessage(undefined);
  });
}

type Said = Reply extends infer One
  ? One extends Reply
    ? Omit<One, "id" | "panel">
    : never
  : never;

function reply({ id, panel }: Question, said: Said): void {
  self.postMessage({ ...said, id, panel });
}
