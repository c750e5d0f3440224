import { type Answer, isReply, type Question } from "./count-messages.ts";

/** The part of a `Worker` that is used. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

/** What comes of a question; "stopped" when the person stopped it or asked anew. */
export type Outcome = Answer | { readonly kind: "failed" } | { readonly kind: "stopped" };

/** A question without its place in the order of questions. */
export type Wish = Question extends infer One
  ? One extends Question
    ? Omit<One, "id">
    : never
  : never;

interface Open {
  readonly question: Question;
  readonly onProgress: (doneFraction: number) => void;
  readonly settle: (outcome: Outcome) => void;
  /** A worker that died of this question is started once more, and no third time. */
  starts: number;
}

/**
 * One worker for one question at a time: a newer one stops the older one, and stopping takes the worker down, so that it
 * is always heard at once.
 */
export function createCounter(startWorker: () => WorkerLike) {
  let worker: WorkerLike | undefined;
  let open: Open | undefined;
  let lastId = 0;

  const close = () => {
    worker?.terminate();
    worker = undefined;
  };
  const settle = (outcome: Outcome) => {
    const settled = open;
    open = undefined;
    settled?.settle(outcome);
  };
  const start = (): WorkerLike => {
    const started = startWorker();
    started.onmessage = ({ data }) => {
      if (!isReply(data) || open?.question.id !== data.id) return;
      const { id: _, ...reply } = data;
      if (reply.kind === "progress") open.onProgress(reply.doneFraction);
      else settle(reply);
    };
    started.onerror = (event) => {
      // It is told to the page, and is no error of its own.
      event.preventDefault();
      if (worker !== started) return;
      close();
      if (!open) return;
      if (open.starts > 1) settle({ kind: "failed" });
      else send(open);
    };
    worker = started;
    return started;
  };
  const send = (asked: Open) => {
    asked.starts++;
    (worker ?? start()).postMessage(asked.question);
  };
  const stop = () => {
    if (!open) return;
    close();
    settle({ kind: "stopped" });
  };

  return {
    ask(wish: Wish, onProgress: Open["onProgress"] = () => undefined): Promise<Outcome> {
      stop();
      return new Promise((settleIt) => {
        open = { question: { id: ++lastId, ...wish }, onProgress, settle: settleIt, starts: 0 };
        send(open);
      });
    },
    stop,
    close() {
      close();
      settle({ kind: "stopped" });
    },
  };
}
