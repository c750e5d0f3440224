import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));

/** A real server on a database of its own. */
export interface App {
  readonly url: string;
  readonly folder: string;
  /** Ends the server at once, as a power cut does. Its data and its port are kept. */
  kill(): Promise<void>;
  /** Ends the server as Ctrl-C does. */
  end(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts the server as `npm start` does, on any free port. */
export async function startApp(...options: readonly string[]): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), "stipple-e2e-"));
  let child = launch(folder, "0", options);
  const url = await addressOf(child);
  const close = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill(signal);
    await closed;
  };

  return {
    url,
    folder,
    kill: () => close("SIGKILL"),
    end: () => close("SIGTERM"),
    async start() {
      child = launch(folder, new URL(url).port, options);
      await addressOf(child);
    },
    async stop() {
      await close("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a second server on data that another one holds: what it says before it ends, and how it ends. */
export function startBeside(folder: string): Promise<{ said: string; exitCode: number | null }> {
  const child = launch(folder, "0", [], "pipe");
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (exitCode) => resolve({ said, exitCode })));
}

function launch(
  folder: string,
  port: string,
  options: readonly string[],
  errors: "inherit" | "pipe" = "inherit",
): ChildProcess {
  return spawn(
    process.execPath,
    [main, "--port", port, "--data", folder, "--no-open", ...options],
    { stdio: ["ignore", "pipe", errors], env: { ...process.env, TZ: "Europe/Berlin" } },
  );
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/\S+/.exec(printed)?.[0];
      if (url) resolve(url);
    });
    child.once("close", (code) =>
      reject(new Error(`The server ended with code ${code}: ${printed}`)),
    );
  });
}
