/** The part of a `Worker` that is used. */
export interface WorkerLike<Question, Answer> {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

/**
 * Asks a worker of its own one question; the signal ends it in the middle of its work. A worker that dies is started
 * again once.
 *
 * @returns nothing when it died twice
 */
export function askWorker<Question, Answer>(
  startWorker: () => WorkerLike<Question, Answer>,
  question: Question,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    let deaths = 0;
    let worker: WorkerLike<Question, Answer>;
    const start = () => {
      worker = startWorker();
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
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
