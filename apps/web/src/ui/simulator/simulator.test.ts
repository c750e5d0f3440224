import { expect, test } from "vitest";
import type { Question, Reply } from "./panels.ts";
import { createSimulator, type Wish, type WorkerLike } from "./simulator.ts";

const wish = { treatment: { weeks: 24 } } as Wish;

function fakeWorkers() {
  const started: (WorkerLike & { readonly asked: Question[]; isEnded: boolean })[] = [];
  const simulator = createSimulator(() => {
    const asked: Question[] = [];
    const worker = {
      asked,
      isEnded: false,
      onmessage: null,
      onerror: null,
      postMessage: (question: Question) => void asked.push(question),
      terminate() {
        this.isEnded = true;
      },
    };
    started.push(worker);
    return worker;
  });
  const say = (reply: Reply, worker = started.at(-1)) =>
    worker?.onmessage?.({ data: reply } as MessageEvent<Reply>);
  const die = () => started.at(-1)?.onerror?.({ preventDefault() {} } as ErrorEvent);
  return { started, simulator, say, die };
}

test("a reply to a question that was replaced is dropped", () => {
  const { simulator, say, started } = fakeWorkers();
  const heard: unknown[] = [];
  simulator.ask("healing", wish, () => heard.push("old"));
  simulator.ask("healing", wish, (reply) => heard.push(reply));
  say({ id: 1, panel: "healing", kind: "progress", doneFraction: 0.5 });
  expect(heard).toEqual([]);
  say({ id: 2, panel: "healing", kind: "progress", doneFraction: 0.75 });
  expect(heard).toEqual([{ id: 2, panel: "healing", kind: "progress", doneFraction: 0.75 }]);
  expect(started).toHaveLength(1);
});

test("a worker that dies is started once more with the open questions, then the panels are told", () => {
  const { simulator, die, started } = fakeWorkers();
  const heard: unknown[] = [];
  simulator.ask("closure", wish, (reply) => heard.push(reply));
  simulator.ask("healing", wish, (reply) => heard.push(reply));
  die();
  expect(heard).toEqual([]);
  expect(started[0]?.isEnded).toBe(true);
  expect(started[1]?.asked.map(({ panel }) => panel)).toEqual(["closure", "healing"]);
  die();
  expect(heard).toEqual(["failed", "failed"]);
  expect(started).toHaveLength(2);

  simulator.forgive();
  expect(started).toHaveLength(3);
  expect(started[2]?.asked.map(({ panel }) => panel)).toEqual(["closure", "healing"]);
});

test("leaving the page ends the worker, and its last words reach nobody", () => {
  const { simulator, say, started } = fakeWorkers();
  const heard: unknown[] = [];
  simulator.ask("closure", wish, (reply) => heard.push(reply));
  simulator.close();
  say({ id: 1, panel: "closure", kind: "progress", doneFraction: 1 });
  expect(started[0]?.isEnded).toBe(true);
  expect(heard).toEqual([]);
});
