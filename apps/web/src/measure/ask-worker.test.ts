import { expect, test } from "vitest";
import { answersOfKind, askWorker, type WorkerLike } from "./ask-worker.ts";

interface Counted {
  readonly kind: "counted";
  readonly says: string;
}

class FakeWorker implements WorkerLike<string> {
  onmessage: WorkerLike<string>["onmessage"] = null;
  onerror: WorkerLike<string>["onerror"] = null;
  readonly asked: string[] = [];
  isEnded = false;
  postMessage(question: string): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }
  answer(says: string): void {
    this.say({ kind: "counted", says });
  }
  die(): void {
    this.onerror?.({ preventDefault() {} } as ErrorEvent);
  }
}

function open() {
  const workers: FakeWorker[] = [];
  const heard: number[] = [];
  const stop = new AbortController();
  const answer = askWorker<string, Counted>(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    "how many?",
    {
      signal: stop.signal,
      isAnswer: answersOfKind<Counted>("counted"),
      onProgress: (doneFraction) => heard.push(doneFraction),
    },
  );
  return { workers, stop, heard, answer };
}

test("the worker is asked once and ended after its answer", async () => {
  const { workers, answer } = open();
  workers[0]?.answer("seven");
  expect(await answer).toEqual({ kind: "counted", says: "seven" });
  expect(workers.map(({ asked, isEnded }) => [asked, isEnded])).toEqual([[["how many?"], true]]);
});

test("progress is heard before the answer", async () => {
  const { workers, heard, answer } = open();
  workers[0]?.say({ kind: "progress", doneFraction: 0.4 });
  expect(workers[0]?.isEnded).toBe(false);
  workers[0]?.answer("seven");
  expect(await answer).toMatchObject({ says: "seven" });
  expect(heard).toEqual([0.4]);
});

test.each([undefined, null, "seven", 7, {}, { kind: 7 }, { kind: "guessed" }])(
  "%o is no answer",
  async (said) => {
    const { workers, answer } = open();
    workers[0]?.say(said);
    expect(await answer).toBeUndefined();
    expect(workers[0]?.isEnded).toBe(true);
  },
);

test("a worker that dies is started again once", async () => {
  const { workers, answer } = open();
  workers[0]?.die();
  expect(workers[1]?.asked).toEqual(["how many?"]);
  workers[1]?.answer("seven");
  expect(await answer).toEqual({ kind: "counted", says: "seven" });
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
