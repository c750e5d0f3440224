import { expect, test } from "vitest";
import { createApp } from "../app.ts";
import { testId } from "../testing/course.ts";
import { memoryPhotos } from "../testing/memory-photos.ts";
import {
  addPhoto,
  closeUpDetails,
  closeUpMeasurement,
  crownDetails,
} from "../testing/photo-course.ts";
import { testApi, testOrigin } from "../testing/test-host.ts";
import { settlePhotos } from "./settle-photos.ts";

test("photos are listed by the day they were taken, newest first, and by view or site", async () => {
  const api = await testApi();
  await addPhoto(api, 1, crownDetails);
  await addPhoto(api, 2, closeUpDetails);
  await addPhoto(api, 3, { ...closeUpDetails, siteId: "parting" });
  const idsAt = async (query: string) => {
    const { json } = await api.send("GET", `/api/photos${query}`);
    return json.photos.map(({ id }: { id: string }) => id);
  };
  expect(await idsAt("")).toEqual([testId(3), testId(2), testId(1)]);
  expect(await idsAt("?view=vertex")).toEqual([testId(1)]);
  expect(await idsAt("?view=close-up&siteId=parting")).toEqual([testId(3)]);
  expect((await api.send("GET", "/api/photos?view=face")).json.code).toBe("request.invalid");
});

test("a close-up names its site, a view of the whole head has none", async () => {
  const api = await testApi();
  await addPhoto(api, 1);
  for (const details of [
    { ...crownDetails, siteId: "parting" },
    { ...crownDetails, view: "close-up" },
  ]) {
    const { status, json } = await api.send("PUT", `/api/photos/${testId(1)}`, details);
    expect(status).toBe(422);
    expect(json.message).toBe("siteId must be there for a close-up, and only there.");
  }
});

test("note, view, area and landmarks are corrected, and the measurement follows to the other view", async () => {
  const api = await testApi();
  await addPhoto(api, 1, closeUpDetails);
  await api.send("POST", "/api/measurements", closeUpMeasurement(7, testId(1)));
  const details = {
    view: "mid-part",
    takenOn: "2026-11-19",
    note: "wet hair",
    roiPx: [
      [0, 0],
      [100, 0],
      [50, 80.5],
    ],
    landmarksPx: [{ name: "mole", at: [12, 14] }],
  };
  const { json } = await api.send("PUT", `/api/photos/${testId(1)}`, details);
  expect(json.details).toEqual(details);
  const list = await api.send("GET", "/api/measurements?view=mid-part");
  expect(list.json.measurements[0]).toMatchObject({ view: "mid-part", takenOn: "2026-11-19" });
  expect(list.json.measurements[0]).not.toHaveProperty("siteId");
});

test("a deleted photo is gone with its files, and its measurement stays in the history", async () => {
  const photos = memoryPhotos();
  const api = await testApi({ photos: photos.store });
  await addPhoto(api, 1, closeUpDetails);
  await api.send("POST", "/api/measurements", closeUpMeasurement(7, testId(1)));
  expect(photos.files.size).toBe(2);

  expect((await api.send("DELETE", `/api/photos/${testId(1)}`)).status).toBe(204);
  expect(photos.files.size).toBe(0);
  for (const path of ["", "/image", "/thumbnail"]) {
    const { status, json } = await api.send("GET", `/api/photos/${testId(1)}${path}`);
    expect({ status, code: json.code }).toEqual({ status: 404, code: "photo.unknown" });
  }
  const list = await api.send("GET", "/api/measurements?siteId=left%20of%20the%20mole");
  expect(list.json.measurements).toHaveLength(1);
});

test("a deletion that was cut short hides the photo at once, and is ended at the next start", async () => {
  const photos = memoryPhotos();
  const api = await testApi({ photos: photos.store });
  await addPhoto(api, 1);
  const cut = { ...photos.store, delete: () => Promise.reject(new Error("power cut")) };
  const app = createApp({ ...api.host, photos: cut });
  const path = `${testOrigin}/api/photos/${testId(1)}`;
  expect((await app.request(path, { method: "DELETE" })).status).toBe(500);
  expect((await api.send("GET", "/api/photos")).json.photos).toEqual([]);
  expect(photos.files.size).toBe(2);

  await settlePhotos(api.host);
  expect(photos.files.size).toBe(0);
  expect(api.sqlite.prepare("select count(*) as n from photo").get()).toEqual({ n: 0 });
});

test("a picture is served as JPEG that no cache keeps", async () => {
  const api = await testApi();
  await addPhoto(api, 1);
  for (const part of ["image", "thumbnail"]) {
    const response = await api.app.request(`${testOrigin}/api/photos/${testId(1)}/${part}`);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("another person of the same database sees, reads and deletes none of it", async () => {
  const api = await testApi();
  await addPhoto(api, 1, closeUpDetails);
  await api.send("POST", "/api/measurements", closeUpMeasurement(7, testId(1)));
  const other = createApp({ ...api.host, person: { clinicId: "home", personId: "other" } });
  const ask = async (method: string, path: string) => {
    const response = await other.request(testOrigin + path, { method });
    return { status: response.status, text: await response.text() };
  };
  expect((await ask("GET", "/api/photos")).text).toContain('"photos":[]');
  expect((await ask("GET", "/api/measurements")).text).toContain('"measurements":[]');
  for (const path of [
    `/api/photos/${testId(1)}`,
    `/api/photos/${testId(1)}/image`,
    `/api/photos/${testId(1)}/thumbnail`,
    `/api/measurements/${testId(7)}`,
  ]) {
    expect((await ask("GET", path)).status).toBe(404);
  }
  expect((await ask("DELETE", `/api/photos/${testId(1)}`)).status).toBe(404);
  expect((await ask("DELETE", `/api/measurements/${testId(7)}`)).status).toBe(404);
  expect((await api.send("GET", "/api/photos")).json.photos).toHaveLength(1);
});

test.each([
  ["missing", 404, "photo.missing"],
  ["damaged", 422, "photo.damaged"],
  ["locked", 503, "photos.locked"],
] as const)(
  "a photo whose file is %s is listed so, and a problem when it is asked for",
  async (fault, status, code) => {
    const photos = memoryPhotos();
    const api = await testApi({ photos: photos.store });
    await addPhoto(api, 1);
    const faulty = {
      ...photos.store,
      get: async () => fault,
      check: async (files: readonly unknown[]) => files.map(() => fault),
    };
    const app = createApp({ ...api.host, photos: faulty });
    const list = await (await app.request(`${testOrigin}/api/photos`)).json();
    expect(list.photos).toMatchObject([{ state: fault }]);
    const image = await app.request(`${testOrigin}/api/photos/${testId(1)}/image`);
    expect(image.status).toBe(status);
    expect(await image.json()).toMatchObject({ code, action: expect.stringMatching(/^Put/) });
  },
);
