import type { OutOfScope } from "@stipple/simulation";
import type { Answers, Panel, Question, Reply } from "./panels.ts";

/** What a panel knows of its question: the newest answer, how far a finer one is, or why there is none. */
export interface Simulated<P extends Panel> {
  readonly answer?: Answers[P] | undefined;
  readonly doneFraction?: number | undefined;
  readonly refusal?: OutOfScope | undefined;
  /** The work stopped, and starting again did not help. */
  readonly hasFailed?: boolean;
}

/** A question without its place in the order of questions. */
export type Wish = Omit<Question, "id" | "panel">;

/** The part of a `Worker` that is used. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

interface Pending {
  readonly question: Question;
  readonly tell: (reply: Reply | "failed") => void;
}

/**
 * One worker for the whole page. A newer question of a panel replaces the older one, and late replies to the older one
 * are dropped. A worker that dies is started again once, with every open question; the second time the panels are told.
 */
export function createSimulator(startWorker: () => WorkerLike) {
  const pending = new Map<Panel, Pending>();
  let worker: WorkerLike | undefined;
  let deaths = 0;
  let lastId = 0;

  const start = (): WorkerLike => {
    const started = startWorker();
    started.onmessage = ({ data }) => {
      const asked = pending.get(data.panel);
      if (asked?.question.id === data.id) asked.tell(data.kind === "failed" ? "failed" : data);
    };
    started.onerror = (event) => {
      // It is told to the panels, and is no error of the page.
      event.preventDefault();
      if (worker === started) died();
    };
    worker = started;
    return started;
  };

  const startWithOpenQuestions = () => {
    const again = start();
    for (const { question } of pending.values()) again.postMessage(question);
  };

  const died = () => {
    worker?.terminate();
    worker = undefined;
    deaths++;
    if (deaths > 1) {
      for (const { tell } of pending.values()) tell("failed");
      return;
    }
    startWithOpenQuestions();
  };

  return {
    /** Asks for a panel; `tell` hears every reply to this question, and none once it is replaced. */
    ask(panel: Panel, wish: Wish, tell: Pending["tell"]): void {
      const question = { id: ++lastId, panel, ...wish };
      pending.set(panel, { question, tell });
      (worker ?? start()).postMessage(question);
    },
    /** Forgets that a worker failed, and asks a new one everything that it left open. */
    forgive(): void {
      deaths = 0;
      if (!worker && pending.size > 0) startWithOpenQuestions();
    },
    close(): void {
      worker?.terminate();
      worker = undefined;
      deaths = 0;
      pending.clear();
    },
  };
}
