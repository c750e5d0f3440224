import type { Reencoded } from "@stipple/api";
import type { DecodeJob } from "../photos/decoder.ts";

// A decoder whose first byte says what goes wrong: 1 the process ends, 2 it never answers, else it answers its size.
process.on("message", ({ bytes }: DecodeJob) => {
  if (bytes[0] === 1) process.kill(process.pid, "SIGSEGV");
  if (bytes[0] === 1 || bytes[0] === 2) return;
  const nothing = new Uint8Array();
  process.send?.({
    kind: "picture",
    full: nothing,
    thumbnail: nothing,
    widthPx: bytes.length,
    heightPx: process.pid,
  } satisfies Reencoded);
});
