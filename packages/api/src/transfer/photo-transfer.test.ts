import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { sha256Of } from "../sha256.ts";
import { testId } from "../testing/course.ts";
import { memoryPhotos } from "../testing/memory-photos.ts";
import { addPhoto, closeUpDetails, closeUpMeasurement } from "../testing/photo-course.ts";
import { testApi, testOrigin } from "../testing/test-host.ts";
import { writeZip } from "./zip-writer.ts";

type Api = Pick<Awaited<ReturnType<typeof testApi>>, "app">;
type Files = Record<string, Uint8Array<ArrayBuffer>>;

async function photoApi() {
  const photos = memoryPhotos();
  const api = await testApi({ photos: photos.store });
  await addPhoto(api, 1, closeUpDetails);
  await addPhoto(api, 2);
  await api.send("POST", "/api/measurements", closeUpMeasurement(7, testId(1)));
  return { ...api, stored: photos.files };
}

async function emptyApi() {
  const photos = memoryPhotos();
  return { ...(await testApi({ photos: photos.store })), stored: photos.files };
}

async function exportOf({ app }: Api): Promise<Uint8Array<ArrayBuffer>> {
  const response = await app.request(`${testOrigin}/api/export`);
  return new Uint8Array(await response.arrayBuffer());
}

async function filesOf(api: Api): Promise<Files> {
  const files = unzipSync(await exportOf(api));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new Uint8Array(bytes)]),
  );
}

async function importInto({ app }: Api, files: Zippable) {
  const response = await app.request(`${testOrigin}/api/import`, {
    method: "POST",
    headers: { "content-type": "application/zip" },
    body: new Uint8Array(zipSync(files)),
  });
  return { status: response.status, json: await response.json() };
}

/** The same files with a manifest that fits them. */
async function relisted({ "manifest.json": _, ...files }: Files, version = 2): Promise<Files> {
  const listed = await Promise.all(
    Object.entries(files).map(async ([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: await sha256Of(bytes),
    })),
  );
  const manifest = { format: "stipple-archive", version, files: listed };
  return { ...files, "manifest.json": strToU8(JSON.stringify(manifest)) };
}

const photo = `photos/${testId(1)}.jpg`;
const measurement = `measurements/${testId(7)}.json`;

test("the archive has a file for each photo and each measurement, and a manifest of all of them", async () => {
  const files = await filesOf(await photoApi());
  const names = [photo, `photos/${testId(2)}.jpg`, measurement, "stipple.json"];
  expect(Object.keys(files).sort()).toEqual([...names, "manifest.json"].sort());
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  expect(manifest.files.map(({ name }: { name: string }) => name).sort()).toEqual(names.sort());
  const { photos } = JSON.parse(strFromU8(files["stipple.json"] ?? new Uint8Array()));
  expect(photos).toMatchObject([{ id: testId(1), details: closeUpDetails }, { id: testId(2) }]);
  expect(JSON.stringify(photos)).not.toContain("fileId");
});

test("photos and measurements keep their order and everything in them, in whatever order the zip has them", async () => {
  const api = await photoApi();
  const files = await filesOf(api);
  const other = await emptyApi();
  const turned = Object.fromEntries(Object.entries(files).toReversed());
  const { status, json } = await importInto(other, turned);
  expect({ status, counts: json.counts }).toMatchObject({
    status: 200,
    counts: { photos: 2, measurements: 1 },
  });
  for (const path of ["/api/photos", "/api/measurements", `/api/measurements/${testId(7)}`]) {
    expect((await other.send("GET", path)).json).toEqual((await api.send("GET", path)).json);
  }
  expect(await filesOf(other)).toEqual(files);
});

function change(
  files: Files,
  name: string,
  edit: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Files {
  return { ...files, [name]: edit(files[name] ?? new Uint8Array()) };
}

function textIn(files: Files, name: string, from: string, to: string): Files {
  return change(files, name, (bytes) => strToU8(strFromU8(bytes).replace(from, to)));
}

const exif = Uint8Array.from([0xff, 0xe1, 0, 4, 69, 120]);

test.each<[string, (files: Files) => Files, string]>([
  [
    "a photo with EXIF",
    (files) =>
      change(files, photo, (jpeg) =>
        Uint8Array.from([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]),
      ),
    "import.damaged",
  ],
  [
    "a photo with bytes after its end",
    (files) => change(files, photo, (jpeg) => Uint8Array.from([...jpeg, 80, 75])),
    "import.damaged",
  ],
  [
    "a photo that is a page",
    (files) => change(files, photo, () => strToU8("<svg/>")),
    "import.damaged",
  ],
  [
    "a photo that is not the one of its row",
    (files) => textIn(files, "stipple.json", '"bytes": ', '"bytes": 1'),
    "import.damaged",
  ],
  [
    "a photo of another size than its row says",
    (files) => textIn(files, "stipple.json", '"widthPx": 2', '"widthPx": 3'),
    "import.damaged",
  ],
  [
    "a photo without a row",
    (files) => ({ ...files, [`photos/${testId(9)}.jpg`]: files[photo] ?? new Uint8Array() }),
    "import.damaged",
  ],
  [
    "a photo under a path",
    (files) => ({ ...files, "photos/../../evil.jpg": files[photo] ?? new Uint8Array() }),
    "import.damaged",
  ],
  [
    "a measurement under another id",
    (files) => textIn(files, measurement, testId(7), testId(8)),
    "import.damaged",
  ],
  [
    "a measurement with a range beside its value",
    (files) => textIn(files, measurement, "[90,160]", "[126,160]"),
    "request.invalid",
  ],
  [
    "a photo twice in its rows",
    (files) => textIn(files, "stipple.json", `"id": "${testId(2)}"`, `"id": "${testId(1)}"`),
    "import.damaged",
  ],
])("an archive that has %s is refused whole, and leaves no file", async (_, spoil, code) => {
  const files = await relisted(spoil(await filesOf(await photoApi())));
  const other = await emptyApi();
  const { status, json } = await importInto(other, files);
  expect({ status, code: json.code }).toEqual({ status: 422, code });
  expect(other.stored.size).toBe(0);
  expect((await other.send("GET", "/api/photos")).json.photos).toEqual([]);
  expect(other.faults).toEqual([]);
});

test("a file that the manifest does not list, and one it lists that is not there, refuse the archive", async () => {
  const files = await filesOf(await photoApi());
  const { [photo]: _, ...without } = files;
  const { [measurement]: __, ...unlisted } = files;
  const added = { ...(await relisted(unlisted)), [measurement]: files[measurement] };
  for (const archive of [without, added]) {
    const other = await emptyApi();
    expect((await importInto(other, archive as Files)).json.code).toBe("import.damaged");
    expect(other.stored.size).toBe(0);
  }
});

test("an archive from before there were photos is still taken, and replaces what was there", async () => {
  const api = await photoApi();
  const {
    photos: _,
    selfRatings: __,
    ...tables
  } = JSON.parse(strFromU8((await filesOf(api))["stipple.json"] ?? new Uint8Array()));
  const old = { "stipple.json": strToU8(JSON.stringify({ ...tables, version: 1 })) };
  const { status, json } = await importInto(api, await relisted(old, 1));
  expect({ status, counts: json.counts }).toMatchObject({ status: 200, counts: { photos: 0 } });
  expect((await api.send("GET", "/api/photos")).json.photos).toEqual([]);
  expect((await api.send("GET", "/api/measurements")).json.measurements).toEqual([]);
});

test("a zip of more than 65,535 files is written in the form for many files", async () => {
  async function* manyFiles() {
    for (let number = 0; number < 66_000; number++) {
      yield { name: `${number}`, bytes: Uint8Array.of(number & 255), isPacked: false };
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeZip(manyFiles())) parts.push(part);
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  expect(Object.keys(files).length).toBe(66_000);
  expect(files["65999"]).toEqual(Uint8Array.of(65_999 & 255));
});
