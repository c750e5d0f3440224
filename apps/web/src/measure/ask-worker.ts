/** The part of a `Worker` that is used. */
export interface WorkerLike<Question> {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

/** How far a worker is, said before its answer. */
export interface Progress {
  readonly kind: "progress";
  readonly doneFraction: number;
}

export interface Asking<Answer> {
  /** Ends the worker in the middle of its work. */
  readonly signal: AbortSignal;
  readonly isAnswer: (said: unknown) => said is Answer;
  readonly onProgress?: (doneFraction: number) => void;
}

/**
 * Asks a worker of its own one question. A worker that dies is started again once.
 *
 * @returns nothing when it died twice, or said something that is no answer
 */
export function askWorker<Question, Answer>(
  startWorker: () => WorkerLike<Question>,
  question: Question,
  { signal, isAnswer, onProgress }: Asking<Answer>,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    let deaths = 0;
    let worker: WorkerLike<Question>;
    const start = () => {
      worker = startWorker();
      worker.onmessage = ({ data }) => {
        if (isProgress(data)) return onProgress?.(data.doneFraction);
        worker.terminate();
        resolve(isAnswer(data) ? data : undefined);
      };
      worker.onerror = (event) => {
        // It is told to the one who asked, and is no error of the page.
        event.preventDefault();
        worker.terminate();
        deaths++;
        if (deaths === 1) start();
        else resolve(undefined);
      };
      worker.postMessage(question);
    };
    signal.addEventListener("abort", () => {
      worker?.terminate();
      reject(signal.reason);
    });
    if (signal.aborted) reject(signal.reason);
    else start();
  });
}

/** Tells the answers of a worker from anything else by their kind; page and worker are built together. */
export function answersOfKind<Answer extends { readonly kind: string }>(
  ...kinds: readonly Answer["kind"][]
): (said: unknown) => said is Answer {
  const known: readonly string[] = kinds;
  return (said): said is Answer => {
    const kind = kindOf(said);
    return kind !== undefined && known.includes(kind);
  };
}

function isProgress(said: unknown): said is Progress {
  return kindOf(said) === "progress";
}

function kindOf(said: unknown): string | undefined {
  if (typeof said !== "object" || said === null || !("kind" in said)) return undefined;
  return typeof said.kind === "string" ? said.kind : undefined;
}
