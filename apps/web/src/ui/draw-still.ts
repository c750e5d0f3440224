import type { Drawn, DrawRequest } from "./still-figures.ts";

type Hear = (drawn: Drawn | "failed") => void;

const listeners = new Map<number, Hear>();
let worker: Worker | undefined;
let lastId = 0;

/** One worker draws all still figures. It is started with the first of them and ends with the last. */
export function openDrawing(hear: Hear): {
  readonly draw: (request: Omit<DrawRequest, "id">) => void;
  readonly close: () => void;
} {
  const id = ++lastId;
  listeners.set(id, hear);
  return {
    draw: (request) => {
      worker ??= start();
      worker.postMessage({ ...request, id } satisfies DrawRequest);
    },
    close: () => {
      listeners.delete(id);
      if (listeners.size === 0) end();
    },
  };
}

function start(): Worker {
  const started = new Worker(new URL("./draw-chart.worker.ts", import.meta.url), {
    type: "module",
  });
  started.onmessage = ({ data }: MessageEvent<Drawn>) => listeners.get(data.id)?.(data);
  started.onerror = (event) => {
    event.preventDefault();
    end();
    for (const hear of listeners.values()) hear("failed");
  };
  return started;
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}
