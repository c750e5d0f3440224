import { expect, test } from "vitest";
import type { Reencoded } from "../host.ts";
import { testId } from "../testing/course.ts";
import { memoryPhotos } from "../testing/memory-photos.ts";
import {
  addPhoto,
  announcement,
  crownDetails,
  jpegLike,
  sendPiece,
} from "../testing/photo-course.ts";
import { testApi } from "../testing/test-host.ts";

const kib = 1024;
const id = testId(1);
const bytes = jpegLike(300 * kib);

function piece(from: number, to: number) {
  return { bytes: bytes.slice(from * kib, to * kib), offset: from * kib };
}

async function announced() {
  const photos = memoryPhotos();
  const api = await testApi({ photos: photos.store });
  const upload = await announcement(id, bytes, crownDetails);
  const { json } = await api.send("POST", "/api/photo-uploads", upload);
  expect(json).toEqual({ upload, offset: 0 });
  return { ...api, files: photos.files, upload };
}

test("a photo arrives in pieces, each of which may be sent twice, and is finished once or twice", async () => {
  const api = await announced();
  for (const sent of [
    piece(0, 100),
    piece(0, 100),
    piece(100, 200),
    piece(0, 100),
    piece(200, 300),
  ]) {
    expect((await sendPiece(api, id, sent)).status).toBe(200);
  }
  expect((await api.send("GET", `/api/photo-uploads/${id}`)).json.offset).toBe(300 * kib);

  const finished = await api.send("POST", `/api/photo-uploads/${id}/finish`);
  expect(finished.json).toMatchObject({ id, details: crownDetails, state: "ready", widthPx: 2 });
  const again = await api.send("POST", `/api/photo-uploads/${id}/finish`);
  expect(again.json).toEqual(finished.json);
  expect((await api.send("GET", "/api/photo-uploads")).json.uploads).toEqual([]);
  expect([...api.files.keys()].map((name) => name.slice(37)).sort()).toEqual(["full", "thumbnail"]);
});

test("a gap or an overlap is refused with the offset to go on from", async () => {
  const api = await announced();
  await sendPiece(api, id, piece(0, 100));
  for (const wrong of [piece(101, 201), piece(99, 199)]) {
    const { status, json } = await sendPiece(api, id, wrong);
    expect({ status, json }).toMatchObject({
      status: 409,
      json: { code: "upload.offset", offset: 100 * kib, action: "Go on from offset 102400." },
    });
  }
  const early = await api.send("POST", `/api/photo-uploads/${id}/finish`);
  expect(early).toMatchObject({ status: 409, json: { code: "upload.incomplete", offset: 102400 } });
});

test.each([
  ["ends after what was announced", 0, new Uint8Array(301 * kib), 422, "upload.beyond_end"],
  ["is small and not the last", 0, bytes.slice(0, 1000), 422, "upload.small_piece"],
  ["is empty", 0, new Uint8Array(), 422, "upload.small_piece"],
  ["is larger than 4 MiB", 0, new Uint8Array(4 * kib * kib + 1), 413, "request.too_large"],
  ["begins as no picture does", 0, new Uint8Array(300 * kib), 415, "photo.format"],
])("a piece that %s is refused", async (_, offset, sent, status, code) => {
  const api = await announced();
  const refused = await sendPiece(api, id, { bytes: sent, offset });
  expect({ status: refused.status, code: refused.json.code }).toEqual({ status, code });
  expect((await api.send("GET", `/api/photo-uploads/${id}`)).json.offset).toBe(0);
  expect(api.files.size).toBe(0);
});

test("what arrived and differs from what was announced begins anew", async () => {
  const api = await announced();
  const other = piece(100, 300);
  other.bytes[5] = 1;
  await sendPiece(api, id, piece(0, 100));
  await sendPiece(api, id, other);
  const refused = await api.send("POST", `/api/photo-uploads/${id}/finish`);
  expect(refused).toMatchObject({ status: 409, json: { code: "upload.differs", offset: 0 } });
  expect(api.files.size).toBe(0);
  await sendPiece(api, id, piece(0, 300));
  expect((await api.send("POST", `/api/photo-uploads/${id}/finish`)).status).toBe(200);
});

test("announcing twice is harmless, another photo under the id is not taken for it", async () => {
  const api = await announced();
  await sendPiece(api, id, piece(0, 100));
  const same = await api.send("POST", "/api/photo-uploads", api.upload);
  expect(same.json.offset).toBe(100 * kib);
  const other = await api.send("POST", "/api/photo-uploads", { ...api.upload, bytes: 5 });
  expect(other).toMatchObject({ status: 409, json: { code: "upload.clash" } });
});

test("a photo above 25 MiB is refused before its first byte, with both numbers", async () => {
  const api = await testApi();
  const upload = { ...(await announcement(id, bytes, crownDetails)), bytes: 26.5 * kib * kib };
  const { status, json } = await api.send("POST", "/api/photo-uploads", upload);
  expect(status).toBe(413);
  expect(json.message).toBe("The photo has 26.5 MiB; the most is 25 MiB.");
});

test("an upload that rests for 24 hours is removed, one that goes on is not", async () => {
  const api = await announced();
  api.wait(23);
  await sendPiece(api, id, piece(0, 100));
  api.wait(23);
  await addPhoto(api, 2);
  expect((await api.send("GET", `/api/photo-uploads/${id}`)).status).toBe(200);
  api.wait(1);
  await addPhoto(api, 3);
  expect((await api.send("GET", `/api/photo-uploads/${id}`)).json.code).toBe("upload.unknown");
  expect(api.files.size).toBe(4);
});

test("an upload that is given up leaves nothing", async () => {
  const api = await announced();
  await sendPiece(api, id, piece(0, 100));
  expect((await api.send("DELETE", `/api/photo-uploads/${id}`)).status).toBe(204);
  expect(api.files.size).toBe(0);
});

test("there are at most 20 unfinished uploads, and the id of a photo is not announced again", async () => {
  const api = await testApi();
  await addPhoto(api, 99);
  const announce = async (number: number) =>
    api.send("POST", "/api/photo-uploads", await announcement(testId(number), bytes, crownDetails));
  expect((await announce(99)).json.code).toBe("photo.known");
  for (let number = 1; number <= 20; number++) expect((await announce(number)).status).toBe(200);
  expect(await announce(21)).toMatchObject({ status: 409, json: { code: "upload.too_many" } });
});

test.each([
  ["unreadable", 422, "photo.unreadable", 0],
  ["several-pictures", 415, "photo.animated", 0],
  ["too-many-pixels", 413, "photo.too_many_pixels", 0],
  ["too-slow", 422, "photo.decoder_slow", 1],
  ["stopped", 422, "photo.decoder_stopped", 1],
] as const)(
  "a picture the decoder calls %s is refused in words",
  async (why, status, code, kept) => {
    const photos = memoryPhotos();
    const reencode = async (): Promise<Reencoded> => ({ kind: "refused", why });
    const api = await testApi({ photos: { ...photos.store, reencode } });
    await api.send("POST", "/api/photo-uploads", await announcement(id, bytes, crownDetails));
    await sendPiece(api, id, piece(0, 300));
    const refused = await api.send("POST", `/api/photo-uploads/${id}/finish`);
    expect({ status: refused.status, code: refused.json.code }).toEqual({ status, code });
    expect(photos.files.size).toBe(kept);
    expect((await api.send("GET", "/api/photo-uploads")).json.uploads).toHaveLength(kept);
  },
);

test("a closed store takes no upload and says what to do", async () => {
  const { store } = memoryPhotos();
  const state = () => ({ open: false, reason: "The key is gone.", action: "Put it back." });
  const api = await testApi({ photos: { ...store, state } });
  const upload = await announcement(id, bytes, crownDetails);
  expect(await api.send("POST", "/api/photo-uploads", upload)).toMatchObject({
    status: 503,
    json: { code: "photos.locked", message: "The key is gone.", action: "Put it back." },
  });
  expect((await api.send("GET", "/api/photos")).json.store).toEqual(state());
});
