import { onTestFinished } from "vitest";
import type { Config } from "../config.ts";
import { startServer } from "../start-server.ts";

/** A real server on a free port for one test. */
export async function running(dataFolder: string, changes: Partial<Config> = {}) {
  const server = await startRunning(dataFolder, changes);
  onTestFinished(server.close);
  return server;
}

/** A real server on a free port; whoever starts it closes it. */
export async function startRunning(dataFolder: string, changes: Partial<Config> = {}) {
  const config: Config = {
    demo: false,
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    opensBrowser: false,
    otherHosts: [],
    ...changes,
  };
  const server = await startServer(config);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  return {
    url: server.url,
    close,
    async send(method: string, path: string, body?: unknown) {
      const response = await fetch(server.url + path, {
        method,
        ...(body !== undefined && {
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      });
      const text = await response.text();
      return { status: response.status, json: text.startsWith("{") ? JSON.parse(text) : text };
    },
  };
}
