import { isoDate, type Measurement, type PhotoDetails } from "@stipple/protocol";
import { sha256Of } from "../sha256.ts";
import { testId } from "./course.ts";
import { type testApi, testOrigin } from "./test-host.ts";

type Api = Pick<Awaited<ReturnType<typeof testApi>>, "app" | "send">;

export const crownDetails: PhotoDetails = { view: "vertex", takenOn: isoDate("2026-11-20") };

export const closeUpDetails: PhotoDetails = {
  view: "close-up",
  siteId: "left of the mole",
  takenOn: isoDate("2026-11-21"),
};

/** Bytes that begin as a JPEG does; the store of the tests does not look further. */
export function jpegLike(size: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** What announces these bytes as a photo. */
export async function announcement(
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  details: PhotoDetails,
) {
  return { id, bytes: bytes.length, sha256: await sha256Of(bytes), details };
}

export async function sendPiece(
  { app }: Pick<Api, "app">,
  id: string,
  { bytes, offset }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly offset: number },
) {
  const response = await app.request(`${testOrigin}/api/photo-uploads/${id}?offset=${offset}`, {
    method: "PATCH",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  return { status: response.status, json: await response.json() };
}

/** Sends a small photo in one piece; the same number gives the same id. */
export async function addPhoto(api: Api, number: number, details = crownDetails) {
  const id = testId(number);
  const bytes = jpegLike(1000 + number);
  await api.send("POST", "/api/photo-uploads", await announcement(id, bytes, details));
  await sendPiece(api, id, { bytes, offset: 0 });
  const { status, json } = await api.send("POST", `/api/photo-uploads/${id}/finish`);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json;
}

type CloseUp = Extract<Measurement["result"], { kind: "close-up" }>;

export const closeUpTotals: CloseUp["totals"] = {
  count: { value: 2.5 },
  areaCm2: 0.02,
  densityPerCm2: {
    total: { value: 125, interval90: [90, 160] },
    terminal: { value: 100 },
    intermediate: { value: 0 },
    vellus: { value: 25 },
  },
  cumulativeThicknessMmPerCm2: { value: 7.5 },
};

export const hair: CloseUp["hairs"][number] = {
  id: "h1",
  polylinePx: [10, 20, 12.5, 40, 15, 61],
  widthUm: 62,
  score: 0.93,
  class: "terminal",
  borderCut: false,
  source: "bank",
};

/** A close-up of three hairs; the same number gives the same id. */
export function closeUpMeasurement(number: number, photoId: string): Measurement {
  return {
    id: testId(number),
    photoId,
    measuredAt: "2026-11-22T18:10:00Z" as Measurement["measuredAt"],
    algorithmVersion: "close-up/1",
    scale: { source: "window-card", umPerPx: 4, umPerPxSd: 0.04 },
    quality: { isFit: true, numbers: { focusFraction: 0.8 } },
    warnings: [{ code: "glare", says: "Two percent of the area shines." }],
    result: {
      kind: "close-up",
      totals: closeUpTotals,
      hairs: [hair, { ...hair, id: "h2" }, { ...hair, id: "h3", borderCut: true }],
    },
  };
}
