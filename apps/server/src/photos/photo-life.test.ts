import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noise, servedPicture, uploadPhoto } from "../testing/photos.ts";
import { running } from "../testing/running.ts";
import { allFiles, filesHolding, photoFiles } from "../testing/stored-files.ts";
import { tempFolder } from "../testing/temp-folder.ts";

type Server = Awaited<ReturnType<typeof running>>;

async function withPhotos(folder: string, count = 2) {
  const server = await running(folder);
  const ids: string[] = [];
  for (let number = 0; number < count; number++) {
    const bytes = await noise(300 + 40 * number, 200)
      .jpeg()
      .toBuffer();
    ids.push((await uploadPhoto(server, bytes)).id);
  }
  return { server, ids };
}

async function exportOf({ url }: Server): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${url}/api/export`)).arrayBuffer());
}

async function importInto({ url }: Server, zip: Uint8Array<ArrayBuffer>, query = "") {
  const response = await fetch(`${url}/api/import${query}`, {
    method: "POST",
    headers: { "content-type": "application/zip" },
    body: zip,
  });
  return { status: response.status, json: await response.json() };
}

test("a photo whose file is damaged or missing is listed so, and everything else works", async () => {
  const folder = tempFolder();
  const { server, ids } = await withPhotos(folder, 3);
  const [damaged = "", missing = "", sound = ""] = ids;
  const sizes = new Map<number, string>();
  for (const id of ids) sizes.set((await servedPicture(server, id)).length + 104, id);
  for (const path of photoFiles(folder).filter((file) => file.endsWith(".full"))) {
    const bytes = readFileSync(path);
    const id = sizes.get(bytes.length);
    if (id === damaged) writeFileSync(path, bytes.fill(0, 500, 501 + Math.floor(bytes.length / 2)));
    if (id === missing) rmSync(path);
  }
  await server.close();

  const again = await running(folder);
  const { photos } = (await again.send("GET", "/api/photos")).json;
  const states = Object.fromEntries(
    photos.map((photo: { id: string; state: string }) => [photo.id, photo.state]),
  );
  expect(states).toEqual({ [damaged]: "damaged", [missing]: "missing", [sound]: "ready" });
  expect(await servedPicture(again, damaged)).toBe("photo.damaged");
  expect(await servedPicture(again, missing)).toBe("photo.missing");
  expect(await servedPicture(again, sound)).toBeInstanceOf(Buffer);
  expect((await again.send("GET", "/api/today")).status).toBe(200);
  expect((await uploadPhoto(again, await noise(90, 90).png().toBuffer())).status).toBe(200);
  expect((await again.send("DELETE", `/api/photos/${damaged}`)).status).toBe(204);
  expect((await again.send("DELETE", `/api/photos/${missing}`)).status).toBe(204);
});

test("a lost key is told in the list, refuses uploads, and leaves everything else alone", async () => {
  const folder = tempFolder();
  const { server, ids } = await withPhotos(folder, 1);
  await server.close();
  rmSync(join(folder, "photo-key"));

  const again = await running(folder);
  const { json } = await again.send("GET", "/api/photos");
  expect(json.store).toMatchObject({ open: false, action: expect.stringMatching(/^Put the file/) });
  expect(json.photos).toMatchObject([{ state: "locked" }]);
  expect(await servedPicture(again, ids[0] ?? "")).toBe("photos.locked");
  const refused = await uploadPhoto(again, await noise(9, 9).png().toBuffer());
  expect(refused).toMatchObject({ status: 503, json: { code: "photos.locked" } });
  expect((await again.send("GET", "/api/today")).status).toBe(200);
  expect(allFiles(folder).some((path) => path.endsWith("photo-key"))).toBe(false);
});

test("export, import elsewhere and export again give the same bytes, photos and measurements included", async () => {
  const { server, ids } = await withPhotos(tempFolder());
  await server.send("POST", "/api/measurements", measurementOf(ids[0] ?? ""));
  await server.send("POST", `/api/measurements/${measurementId}/edits`, corrections);
  const zip = await exportOf(server);
  for (const id of ids) {
    const served = await servedPicture(server, id);
    expect(Buffer.from(zip).includes(served)).toBe(true);
  }

  const folder = tempFolder();
  const other = await running(folder);
  const { status, json } = await importInto(other, zip);
  expect({ status, json }).toMatchObject({
    status: 200,
    json: { counts: { photos: 2, measurements: 1 }, warnings: [] },
  });
  expect(Buffer.from(await exportOf(other)).equals(Buffer.from(zip))).toBe(true);
  const [first, second] = [server, other].map(
    async (one) => (await one.send("GET", "/api/photos")).json,
  );
  expect(await second).toEqual(await first);
  expect(await servedPicture(other, ids[1] ?? "", "thumbnail")).toBeInstanceOf(Buffer);
  const path = `/api/measurements/${measurementId}`;
  expect((await other.send("GET", path)).json).toEqual((await server.send("GET", path)).json);
  expect(photoFiles(folder)).toHaveLength(4);
});

const measurementId = "00000000-0000-4000-8000-00000000000a";

function measurementOf(photoId: string) {
  return {
    id: measurementId,
    photoId,
    measuredAt: "2026-11-22T18:10:00Z",
    algorithmVersion: "close-up/1",
    scale: { source: "typed", umPerPx: 4.5, umPerPxSd: 0.1 },
    quality: { isFit: true, numbers: {} },
    warnings: [],
    result: { kind: "close-up", totals, hairs: [hair] },
  };
}

const totals = {
  count: { value: 1 },
  areaCm2: 0.01,
  densityPerCm2: {
    total: { value: 100 },
    terminal: { value: 100 },
    intermediate: { value: 0 },
    vellus: { value: 0 },
  },
  cumulativeThicknessMmPerCm2: { value: 6.2 },
};
const hair = {
  id: "h1",
  polylinePx: [1, 2, 3.25, 4],
  score: 0.9,
  borderCut: false,
  source: "bank",
};
const corrections = {
  edits: [
    {
      id: "00000000-0000-4000-8000-00000000000b",
      at: "2026-11-22T19:00:00Z",
      kind: "hair-removed",
      hairId: "h1",
    },
  ],
  corrected: { editCount: 1, totals: { ...totals, count: { value: 0 } } },
};

test("a dry run and an archive whose photo was changed leave no file behind", async () => {
  const { server, ids } = await withPhotos(tempFolder());
  const zip = await exportOf(server);
  const folder = tempFolder();
  const other = await running(folder);
  expect((await importInto(other, zip, "?dryRun=1")).json.counts.photos).toBe(2);
  expect(photoFiles(folder)).toEqual([]);

  const served = await servedPicture(server, ids[1] ?? "");
  const inPixels = Buffer.from(zip).indexOf(served) + served.length - 500;
  zip[inPixels] = (zip[inPixels] ?? 0) ^ 1;
  const { status, json } = await importInto(other, zip);
  expect({ status, code: json.code }).toEqual({ status: 422, code: "import.damaged" });
  expect(photoFiles(folder)).toEqual([]);
  expect((await other.send("GET", "/api/photos")).json.photos).toEqual([]);
});

test("a photo that cannot be read is left out of the archive and told at the import", async () => {
  const folder = tempFolder();
  const { server } = await withPhotos(folder, 2);
  const fulls = photoFiles(folder).filter((file) => file.endsWith(".full"));
  for (const path of fulls.slice(1)) writeFileSync(path, "damaged");
  const zip = await exportOf(server);
  const other = await running(tempFolder());
  const { json } = await importInto(other, zip);
  expect(json.warnings).toContainEqual(expect.stringContaining("The pictures of 1 photo"));
  const { photos } = (await other.send("GET", "/api/photos")).json;
  expect(photos.map(({ state }: { state: string }) => state).sort()).toEqual(["missing", "ready"]);
  expect(Buffer.from(await exportOf(other)).equals(Buffer.from(zip))).toBe(true);
});

test("erasing everything leaves no photo, no key and no word about them", async () => {
  const folder = tempFolder();
  const { server } = await withPhotos(folder, 2);
  await server.send("POST", "/api/photo-uploads", {
    id: measurementId,
    bytes: 10,
    sha256: "0".repeat(64),
    details: { view: "vertex", takenOn: "2026-11-20", note: "canary-note-55" },
  });
  expect(filesHolding(folder, "canary-note-55").length).toBeGreaterThan(0);
  expect((await server.send("POST", "/api/erase", { confirm: "erase everything" })).status).toBe(
    204,
  );
  expect(photoFiles(folder)).toEqual([]);
  expect(readdirSync(folder)).not.toContain("photo-key");
  expect(filesHolding(folder, "canary-note-55")).toEqual([]);
  expect((await uploadPhoto(server, await noise(9, 9).png().toBuffer())).status).toBe(200);
});

test("photos that are newer than a restored copy are set aside, and are back when the newer database is", async () => {
  const folder = tempFolder();
  const { server, ids } = await withPhotos(folder, 1);
  await server.close();
  const database = join(folder, "stipple.sqlite");
  const newer = join(tempFolder(), "newer.sqlite");
  copyFileSync(database, newer);
  const [copy = ""] = readdirSync(join(folder, "copies"));
  copyFileSync(join(folder, "copies", copy), database);

  const older = await running(folder);
  expect((await older.send("GET", "/api/photos")).json.photos).toEqual([]);
  await older.close();
  copyFileSync(newer, database);
  const back = await running(folder);
  expect(await servedPicture(back, ids[0] ?? "")).toBeInstanceOf(Buffer);
  expect(photoFiles(folder).some((path) => path.includes("set-aside"))).toBe(false);
});
