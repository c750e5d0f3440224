import { expect, test } from "vitest";
import type { Question } from "./count-messages.ts";
import { createCounter, type WorkerLike } from "./counter.ts";

class TestWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly asked: Question[] = [];
  isDown = false;
  postMessage(question: Question) {
    this.asked.push(question);
  }
  terminate() {
    this.isDown = true;
  }
  say(reply: unknown) {
    this.onmessage?.(new MessageEvent("message", { data: reply }));
  }
  die() {
    this.onerror?.(new Event("error", { cancelable: true }) as ErrorEvent);
  }
}

function counterWithWorkers() {
  const workers: TestWorker[] = [];
  const counter = createCounter(() => {
    const worker = new TestWorker();
    workers.push(worker);
    return worker;
  });
  return { counter, workers };
}

const wish = { kind: "count", photoId: "p", scale: { kind: "none" } } as const;
const refusal = { code: "long-hair", says: "Long.", nextStep: "Clip it." };

test("progress and the answer reach whoever asked", async () => {
  const { counter, workers } = counterWithWorkers();
  const heard: number[] = [];
  const outcome = counter.ask(wish, (share) => heard.push(share));
  workers[0]?.say({ id: 1, kind: "progress", doneFraction: 0.4 });
  workers[0]?.say({ id: 7, kind: "progress", doneFraction: 0.9 });
  workers[0]?.say({ id: 1, kind: "refused", refusal });
  expect(await outcome).toEqual({ kind: "refused", refusal });
  expect(heard).toEqual([0.4]);
});

test("what is no reply is not heard", async () => {
  const { counter, workers } = counterWithWorkers();
  const outcome = counter.ask(wish);
  for (const said of [
    undefined,
    "found",
    { id: 1 },
    { id: 1, kind: "guessed" },
    { kind: "failed" },
  ]) {
    workers[0]?.say(said);
  }
  workers[0]?.say({ id: 1, kind: "refused", refusal });
  expect(await outcome).toEqual({ kind: "refused", refusal });
});

test("a newer question stops the older one and its worker", async () => {
  const { counter, workers } = counterWithWorkers();
  const first = counter.ask(wish);
  const second = counter.ask(wish);
  expect(await first).toEqual({ kind: "stopped" });
  expect(workers.map(({ isDown }) => isDown)).toEqual([true, false]);
  workers[1]?.say({ id: 2, kind: "failed" });
  expect(await second).toEqual({ kind: "failed" });
});

test("stopping takes the worker down at once", async () => {
  const { counter, workers } = counterWithWorkers();
  const outcome = counter.ask(wish);
  counter.stop();
  expect(await outcome).toEqual({ kind: "stopped" });
  expect(workers[0]?.isDown).toBe(true);
});

test("a worker that dies is started once more with the same question, and then it has failed", async () => {
  const { counter, workers } = counterWithWorkers();
  const outcome = counter.ask(wish);
  workers[0]?.die();
  expect(workers[1]?.asked).toEqual(workers[0]?.asked);
  workers[1]?.die();
  expect(await outcome).toEqual({ kind: "failed" });
  expect(workers).toHaveLength(2);
});
