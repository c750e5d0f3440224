import { useCallback, useEffect, useState } from "react";
import { createCounter, type Outcome, type Wish } from "./counter.ts";

const counter = createCounter(
  () => new Worker(new URL("./count.worker.ts", import.meta.url), { type: "module" }),
);

/** One question to the worker, with how far it is. */
export function useCount(): {
  readonly doneFraction: number | undefined;
  readonly ask: (wish: Wish) => Promise<Outcome>;
  readonly stop: () => void;
} {
  const [doneFraction, setDone] = useState<number>();
  useEffect(() => counter.close, []);

  const ask = useCallback(async (wish: Wish) => {
    setDone(0);
    const outcome = await counter.ask(wish, setDone);
    setDone(undefined);
    return outcome;
  }, []);
  return { doneFraction, ask, stop: counter.stop };
}
