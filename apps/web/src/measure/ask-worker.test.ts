import { expect, test } from "vitest";
import { askWorker, type WorkerLike } from "./ask-worker.ts";

class FakeWorker implements WorkerLike<string, string> {
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: string[] = [];
  isEnded = false;
  postMessage(question: string): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: string): void {
    this.onmessage?.({ data } as MessageEvent<string>);
  }
  die(): void {
    this.onerror?.({ preventDefault() {} } as ErrorEvent);
  }
}

function open() {
  const workers: FakeWorker[] = [];
  const stop = new AbortController();
  const answer = askWorker<string, string>(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    "how many?",
    stop.signal,
  );
  return { workers, stop, answer };
}

test("the worker is asked once and ended after its answer", async () => {
  const { workers, answer } = open();
  workers[0]?.answer("seven");
  expect(await answer).toBe("seven");
  expect(workers.map(({ asked, isEnded }) => [asked, isEnded])).toEqual([[["how many?"], true]]);
});

test("a worker that dies is started again once", async () => {
  const { workers, answer } = open();
  workers[0]?.die();
  expect(workers[1]?.asked).toEqual(["how many?"]);
  workers[1]?.answer("seven");
  expect(await answer).toBe("seven");
});

test("one that dies twice has no answer", async () => {
  const { workers, answer } = open();
  workers[0]?.die();
  workers[1]?.die();
  expect(await answer).toBeUndefined();
  expect(workers).toHaveLength(2);
});

test("the signal ends the work", async () => {
  const { workers, stop, answer } = open();
  stop.abort();
  await expect(answer).rejects.toThrow();
  expect(workers[0]?.isEnded).toBe(true);
});
