import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDecoder } from "./decoder.ts";

const program = fileURLToPath(new URL("../testing/faulty-decoder.ts", import.meta.url));

function faultyDecoder(timeLimitMs = 30_000) {
  const decoder = openDecoder({ program, timeLimitMs });
  onTestFinished(decoder.close);
  return (...bytes: number[]) =>
    decoder.decode({ bytes: Uint8Array.from(bytes), format: "jpeg", keepsBytes: false });
}

test("a picture that crashes the decoder is told so, and the next ones are decoded by a new process", async () => {
  const decode = faultyDecoder();
  const before = await decode(0, 0, 0);
  const [crashed, after, later] = await Promise.all([decode(1), decode(0, 0), decode(0, 0, 0)]);
  expect(crashed).toEqual({ kind: "refused", why: "stopped" });
  expect(after).toMatchObject({ kind: "picture", widthPx: 2 });
  expect(later).toMatchObject({ kind: "picture", widthPx: 3 });
  expect(pidOf(after)).toBe(pidOf(later));
  expect(pidOf(after)).not.toBe(pidOf(before));
});

test("a picture that is never done is ended with its process", async () => {
  const decode = faultyDecoder(3000);
  const pid = pidOf(await decode(0));
  expect(await decode(2)).toEqual({ kind: "refused", why: "too-slow" });
  expect(pidOf(await decode(0))).not.toBe(pid);
});

test("a process that was ended while it rested is replaced", async () => {
  const decode = faultyDecoder();
  const pid = Number(pidOf(await decode(0)));
  process.kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 10_000);
  const next = await decode(0);
  expect(next.kind).toBe("picture");
  expect(pidOf(next)).not.toBe(pid);
});

test("a decoder that cannot be started is told as one that stopped", async () => {
  const decoder = openDecoder({ program: "/nowhere/decoder.ts", timeLimitMs: 30_000 });
  const job = { bytes: new Uint8Array(3), format: "jpeg", keepsBytes: false } as const;
  expect(await decoder.decode(job)).toEqual({ kind: "refused", why: "stopped" });
});

function pidOf(result: object): unknown {
  return "heightPx" in result ? result.heightPx : undefined;
}
