import { isoDate, type PhotoUpload } from "@stipple/protocol";
import { describe, expect, test } from "vitest";
import type { PhotoRow } from "../ui/contract.ts";
import { ProblemError, serverAway } from "../ui/problem.ts";
import { type PhotoToSend, type UploadPorts, uploadPhoto } from "./upload-photo.ts";

const mebibyte = 1024 * 1024;
const photo: PhotoToSend = {
  id: "0b5e0000-0000-4000-8000-000000000001",
  file: new Blob([new Uint8Array(2.5 * mebibyte)]),
  details: { view: "vertex", takenOn: isoDate("2026-05-12") },
};

function problem(code: string, status: number): ProblemError {
  return new ProblemError({ code, status, message: code, action: "Do." });
}

/** A server that keeps count, and fails where it is told to. */
function openServer({
  start = 0,
  failures = {},
}: {
  readonly start?: number;
  /** By the number of the call, from 0. */
  readonly failures?: Readonly<Record<number, ProblemError>>;
} = {}) {
  const calls: string[] = [];
  const waits: number[] = [];
  let received = start;
  const call = (name: string) => {
    const failure = failures[calls.length];
    calls.push(name);
    if (failure) throw failure;
  };
  const ports: UploadPorts = {
    announce: async (upload: PhotoUpload) => {
      call(`announce ${upload.bytes} ${upload.sha256}`);
      return received;
    },
    sendPiece: async (_, offset, piece) => {
      call(`piece ${offset} ${piece.size}`);
      received = offset + piece.size;
      return received;
    },
    finish: async (id) => {
      call("finish");
      return { id } as PhotoRow;
    },
    sha256: async () => "ab",
    wait: async (ms) => {
      waits.push(ms);
    },
  };
  return { calls, waits, ports };
}

const whole = [
  "announce 2621440 ab",
  "piece 0 1048576",
  "piece 1048576 1048576",
  "piece 2097152 524288",
  "finish",
];

describe("uploadPhoto", () => {
  test("announces, sends pieces of one mebibyte and finishes", async () => {
    const server = openServer();
    const progress: number[] = [];
    const row = await uploadPhoto(
      photo,
      { onProgress: (fraction) => progress.push(fraction) },
      server.ports,
    );
    expect(row.id).toBe(photo.id);
    expect(server.calls).toEqual(whole);
    expect(progress).toEqual([0, 0.4, 0.8, 1]);
  });

  test("goes on from where the server is", async () => {
    const server = openServer({ start: 2 * mebibyte });
    await uploadPhoto(photo, {}, server.ports);
    expect(server.calls).toEqual([whole[0], whole[3], "finish"]);
  });

  test("waits for a line that is down, longer each time, and asks again where the server is", async () => {
    const server = openServer({ failures: { 2: serverAway(), 3: serverAway() } });
    const said: string[] = [];
    await uploadPhoto(photo, { onWaiting: ({ code }) => said.push(code) }, server.ports);
    expect(server.waits).toEqual([1000, 2000]);
    expect(said).toEqual(["server.away", "server.away"]);
    expect(server.calls).toEqual([...whole.slice(0, 3), whole[0], whole[0], ...whole.slice(2)]);
  });

  test.each([
    ["upload.offset", 409],
    ["upload.unknown", 404],
    ["upload.incomplete", 409],
  ])("announces the same photo again after %s", async (code, status) => {
    const server = openServer({ failures: { 1: problem(code, status) } });
    await uploadPhoto(photo, {}, server.ports);
    expect(server.calls).toEqual([whole[0], whole[1], ...whole]);
  });

  test("asks only for the end when the photo is known already", async () => {
    const server = openServer({ failures: { 0: problem("photo.known", 409) } });
    await uploadPhoto(photo, {}, server.ports);
    expect(server.calls).toEqual([whole[0], "finish"]);
  });

  test.each([
    ["photo.heic", 415],
    ["photo.too_large", 413],
    ["photos.locked", 503],
  ])("%s is thrown, not tried again", async (code, status) => {
    const server = openServer({ failures: { 1: problem(code, status) } });
    await expect(uploadPhoto(photo, {}, server.ports)).rejects.toMatchObject({ code });
    expect(server.waits).toEqual([]);
  });

  test("stops between two pieces when it is given up", async () => {
    const stop = new AbortController();
    const server = openServer();
    const onProgress = (fraction: number) => fraction > 0 && stop.abort();
    await expect(
      uploadPhoto(photo, { signal: stop.signal, onProgress }, server.ports),
    ).rejects.toThrow();
    expect(server.calls).not.toContain("finish");
  });
});
