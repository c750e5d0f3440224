import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PictureFormat, Reencoded } from "@stipple/api";

/** What the decoding process is asked for. */
export interface DecodeJob {
  readonly bytes: Uint8Array;
  readonly format: PictureFormat;
  /** Only look whether it decodes, and make the small copy. */
  readonly keepsBytes: boolean;
}

export interface Decoder {
  decode(job: DecodeJob): Promise<Reencoded>;
  close(): void;
}

interface DecoderSetup {
  readonly program: string;
  readonly timeLimitMs: number;
}

/** The program, and how long the slowest picture inside the limits may take it. */
export const pictureDecoder: DecoderSetup = {
  program: fileURLToPath(new URL("./decode-picture.ts", import.meta.url)),
  timeLimitMs: 60_000,
};

/** A process that has nothing to do ends after this time, and gives its memory back. */
const idleMs = 20_000;

/**
 * Decodes pictures in a process of its own, one at a time. A picture that crashes the decoder, eats its memory or
 * never ends takes that process with it and nothing else; the next picture gets a new one.
 */
export function openDecoder({ program, timeLimitMs }: DecoderSetup): Decoder {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function stop(): void {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = undefined;
  }

  /** A process that ends while it rests is forgotten, so that the next picture does not meet a dead one. */
  function launch(): ChildProcess {
    const launched = start(program);
    launched.once("exit", () => {
      if (child === launched) child = undefined;
    });
    return launched;
  }

  async function run(job: DecodeJob): Promise<Reencoded> {
    clearTimeout(idle);
    child ??= launch();
    const result = await ask(child, job, timeLimitMs);
    if (result.kind === "refused" && (result.why === "stopped" || result.why === "too-slow"))
      stop();
    else idle = setTimeout(stop, idleMs).unref();
    return result;
  }

  return {
    decode(job) {
      const mine = last.then(() => run(job));
      last = mine.catch(() => {});
      return mine;
    },
    close: stop,
  };
}

function start(program: string): ChildProcess {
  const child = fork(program, { serialization: "advanced", execArgv: [], stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
  child.channel?.unref();
  return child;
}

/** Sends the job and waits for the answer, the end of the process, or the end of patience. */
function ask(child: ChildProcess, job: DecodeJob, timeLimitMs: number): Promise<Reencoded> {
  return new Promise((resolve) => {
    const end = (result: Reencoded) => {
      clearTimeout(limit);
      child.off("message", end).off("exit", stopped).off("error", stopped);
      resolve(result);
    };
    const stopped = () => end({ kind: "refused", why: "stopped" });
    const limit = setTimeout(() => end({ kind: "refused", why: "too-slow" }), timeLimitMs);
    child.on("message", end).on("exit", stopped).on("error", stopped);
    child.send(job, (error) => {
      if (error) stopped();
    });
  });
}
