import { isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import type { PhotoRow } from "../ui/contract.ts";
import { ProblemError, serverAway } from "../ui/problem.ts";
import type { PhotoToSend, UploadWatch } from "./upload-photo.ts";
import { createUploads } from "./uploads.ts";

const photo = (id: string): PhotoToSend => ({
  id,
  file: new Blob(["x"]),
  details: { view: "vertex", takenOn: isoDate("2026-05-12") },
});

interface Sending {
  readonly photo: PhotoToSend;
  readonly watch: UploadWatch;
  readonly arrive: () => void;
  readonly fail: (thrown: unknown) => void;
}

function open(kept: readonly PhotoToSend[] = []) {
  const sendings: Sending[] = [];
  const store = new Map(kept.map((one) => [one.id, one]));
  const givenUp: string[] = [];
  const uploads = createUploads({
    send: (sent, watch) =>
      new Promise((resolve, reject) => {
        sendings.push({
          photo: sent,
          watch,
          arrive: () => resolve({ id: sent.id } as PhotoRow),
          fail: reject,
        });
        watch.signal?.addEventListener("abort", () => reject(watch.signal?.reason));
      }),
    giveUp: async (id) => givenUp.push(id),
    keep: async (one) => store.set(one.id, one),
    forget: async (id) => store.delete(id),
    readKept: async () => [...store.values()],
  });
  return { uploads, sendings, store, givenUp };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a photo is kept until it has arrived, and then forgotten", async () => {
  const { uploads, sendings, store } = open();
  await uploads.add(photo("a"));
  await settle();
  expect([...store.keys()]).toEqual(["a"]);
  sendings[0]?.watch.onProgress?.(0.4);
  expect(uploads.read().uploads).toMatchObject([{ id: "a", doneFraction: 0.4, state: "sending" }]);
  sendings[0]?.arrive();
  await settle();
  expect(uploads.read()).toEqual({ uploads: [], arrivedIds: ["a"] });
  expect(store.size).toBe(0);
});

test("photos are sent one after the other", async () => {
  const { uploads, sendings } = open();
  await uploads.add(photo("a"));
  await uploads.add(photo("b"));
  await settle();
  expect(sendings.map((sending) => sending.photo.id)).toEqual(["a"]);
  sendings[0]?.arrive();
  await settle();
  expect(sendings.map((sending) => sending.photo.id)).toEqual(["a", "b"]);
});

test("a line that is down is said, with how far the photo was", async () => {
  const { uploads, sendings } = open();
  await uploads.add(photo("a"));
  await settle();
  sendings[0]?.watch.onProgress?.(0.7);
  sendings[0]?.watch.onWaiting?.(serverAway());
  expect(uploads.read().uploads).toMatchObject([{ doneFraction: 0.7, state: "waiting" }]);
});

test("a refused photo says why, stays kept, and can be tried again", async () => {
  const { uploads, sendings, store } = open();
  await uploads.add(photo("a"));
  await settle();
  sendings[0]?.fail(
    new ProblemError({ code: "photo.heic", status: 415, message: "HEIC", action: "Convert it." }),
  );
  await settle();
  expect(uploads.read().uploads).toMatchObject([
    { state: "refused", problem: { code: "photo.heic" } },
  ]);
  expect(store.has("a")).toBe(true);
  uploads.tryAgain("a");
  await settle();
  expect(sendings).toHaveLength(2);
  sendings[1]?.arrive();
  await settle();
  expect(uploads.read().arrivedIds).toEqual(["a"]);
});

test("a photo that is given up is gone here and on the server, and the next one is sent", async () => {
  const { uploads, sendings, store, givenUp } = open();
  await uploads.add(photo("a"));
  await uploads.add(photo("b"));
  await settle();
  await uploads.cancel("a");
  await settle();
  expect(givenUp).toEqual(["a"]);
  expect([...store.keys()]).toEqual(["b"]);
  expect(uploads.read().uploads.map(({ id }) => id)).toEqual(["b"]);
  expect(sendings.map((sending) => sending.photo.id)).toEqual(["a", "b"]);
});

test("what a reload interrupted goes on, and only once", async () => {
  const { uploads, sendings } = open([photo("a")]);
  await uploads.resume();
  await uploads.resume();
  await settle();
  expect(sendings.map((sending) => sending.photo.id)).toEqual(["a"]);
});
