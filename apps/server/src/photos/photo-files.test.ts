import { randomUUID } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { PhotoFile, PhotoPart } from "@stipple/api";
import { expect, test, vi } from "vitest";
import { allFiles, photoFiles } from "../testing/stored-files.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { openPhotoFiles } from "./photo-files.ts";

const me = { clinicId: "home", personId: "me" };

function newFile(part: PhotoPart = "full", person = me): PhotoFile {
  return { person, photoId: randomUUID(), fileId: randomUUID(), part };
}

function pathOf(folder: string, { fileId, part }: PhotoFile): string {
  return join(folder, "photos", `${fileId}.${part}`);
}

function content(seed: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 5000 }, (_, index) => (index * seed) % 256);
}

test("what was put is got, by a later opening too, and only the owner can read the files", async () => {
  const folder = join(tempFolder(), "data");
  const file = newFile();
  await openPhotoFiles(folder).put(file, content(3));
  expect(await openPhotoFiles(folder).get(file)).toEqual(content(3));
  expect(statSync(join(folder, "photo-key")).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "photos")).mode & 0o777).toBe(0o700);
  expect(statSync(pathOf(folder, file)).mode & 0o777).toBe(0o600);
  expect(allFiles(folder)).toHaveLength(2);
});

test("the same bytes look different every time, and the key of the folder stays the same", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  const before = readFileSync(pathOf(folder, file));
  const key = readFileSync(join(folder, "photo-key"));
  await store.put(file, content(3));
  const after = readFileSync(pathOf(folder, file));
  for (let at = 16; at + 16 <= before.length; at += 16) {
    expect(after.includes(before.subarray(at, at + 16))).toBe(false);
  }
  expect(readFileSync(join(folder, "photo-key")).equals(key)).toBe(true);
});

test("every byte of the head and every hundredth of the rest is missed when one of its bits changes", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  const sound = readFileSync(pathOf(folder, file));
  for (let at = 0; at < sound.length; at += at < 110 ? 1 : 100) {
    const spoiled = Buffer.from(sound);
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(pathOf(folder, file), spoiled);
    expect(["damaged", "locked"]).toContain(await store.get(file));
  }
  for (const length of [0, 1, 50, 104, sound.length - 1]) {
    writeFileSync(pathOf(folder, file), sound.subarray(0, length));
    expect(await store.get(file)).toBe("damaged");
  }
  writeFileSync(pathOf(folder, file), Buffer.concat([sound, Buffer.alloc(1)]));
  expect(await store.get(file)).toBe("damaged");
  writeFileSync(pathOf(folder, file), sound);
  expect(await store.get(file)).toEqual(content(3));
});

test("a file in the place of another is refused: other person, photo, name or part", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  const others: PhotoFile[] = [
    { ...file, person: { ...me, personId: "other" } },
    { ...file, person: { ...me, clinicId: "other" } },
    { ...file, photoId: randomUUID() },
    { ...file, fileId: randomUUID() },
    { ...file, part: "thumbnail" },
    { ...file, part: "from-0" },
  ];
  for (const other of others) {
    if (pathOf(folder, other) !== pathOf(folder, file)) {
      copyFileSync(pathOf(folder, file), pathOf(folder, other));
    }
    expect(await store.get(other)).toBe("damaged");
  }
});

test("the states of many files are told, and a file that changed is read again", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const [ready, damaged, missing] = [newFile(), newFile(), newFile()];
  for (const file of [ready, damaged, missing]) await store.put(file, content(7));
  expect(await store.check([ready, damaged, missing])).toEqual(["ready", "ready", "ready"]);

  const spoiled = readFileSync(pathOf(folder, damaged));
  spoiled[2000] = (spoiled[2000] ?? 0) ^ 1;
  writeFileSync(pathOf(folder, damaged), spoiled);
  rmSync(pathOf(folder, missing));
  expect(await store.check([ready, damaged, missing])).toEqual(["ready", "damaged", "missing"]);
  expect(await store.get(missing)).toBe("missing");
});

test("a key that is missing is told and never replaced; put back, it opens everything", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  renameSync(join(folder, "photo-key"), join(folder, "elsewhere"));

  const { open, reason, action } = store.state();
  expect(open).toBe(false);
  expect(reason).toContain("The file photo-key is missing");
  expect(action).toMatch(/^Put the file photo-key back/);
  expect(await store.get(file)).toBe("locked");
  expect(await store.check([file])).toEqual(["locked"]);
  await expect(store.put(newFile(), content(3))).rejects.toThrow("photo-key is missing");
  expect(existsSync(join(folder, "photo-key"))).toBe(false);

  renameSync(join(folder, "elsewhere"), join(folder, "photo-key"));
  expect(store.state()).toEqual({ open: true });
  expect(await store.get(file)).toEqual(content(3));
});

test.each([
  [
    "one letter changed",
    (text: string) => text.replace(/ (.)/, (_, letter) => ` ${letter === "A" ? "B" : "A"}`),
  ],
  ["cut", (text: string) => text.slice(0, 30)],
  ["empty", () => ""],
])("a key with %s is told, and takes nothing in", async (_, spoil) => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  const path = join(folder, "photo-key");
  writeFileSync(path, spoil(readFileSync(path, "latin1")));
  expect(store.state().reason).toContain("photo-key in the data folder is damaged");
  expect(await store.get(file)).toBe("locked");
  await expect(store.put(newFile(), content(3))).rejects.toThrow("damaged");
});

test("photos of another folder's key are locked, not damaged", async () => {
  const [folder, other] = [tempFolder(), tempFolder()];
  const file = newFile();
  await openPhotoFiles(folder).put(file, content(3));
  await openPhotoFiles(other).put(newFile(), content(3));
  copyFileSync(join(other, "photo-key"), join(folder, "photo-key"));
  expect(await openPhotoFiles(folder).get(file)).toBe("locked");
});

test("once the photos of a lost key are deleted, new ones get a new key", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  rmSync(join(folder, "photo-key"));
  await store.delete([file]);
  expect(store.state()).toEqual({ open: true });
  await store.put(file, content(5));
  expect(await store.get(file)).toEqual(content(5));
});

test("a deleted file's key is overwritten before the file goes", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  const path = pathOf(folder, file);
  const before = readFileSync(path);
  const second = join(folder, "second-name");
  const { linkSync } = await import("node:fs");
  linkSync(path, second);
  await store.delete([file]);
  expect(existsSync(path)).toBe(false);
  const left = readFileSync(second);
  expect(left.subarray(104).equals(before.subarray(104))).toBe(true);
  expect(left.subarray(28, 60).equals(before.subarray(28, 60))).toBe(false);
  await store.delete([file]);
});

test("pieces nobody names are removed, pictures nobody names wait for 30 days and come back when they are named", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const [kept, stray, piece, strayPiece] = [
    newFile(),
    newFile("thumbnail"),
    newFile("from-0"),
    newFile("from-65536"),
  ];
  for (const file of [kept, stray, piece, strayPiece]) await store.put(file, content(3));
  writeFileSync(join(folder, "photos", `${randomUUID()}.full.abcdef.incoming`), "half");
  const uploads = [piece.fileId];
  await store.keepOnly({ photos: [kept.fileId], uploads });
  expect(readdirSync(join(folder, "photos")).sort()).toEqual(
    [`${kept.fileId}.full`, `${piece.fileId}.from-0`, "set-aside"].sort(),
  );
  expect(await store.get(stray)).toEqual(content(3));

  await store.keepOnly({ photos: [kept.fileId, stray.fileId], uploads });
  expect(existsSync(pathOf(folder, stray))).toBe(true);

  await store.keepOnly({ photos: [kept.fileId], uploads });
  const waiting = join(folder, "photos", "set-aside", `${stray.fileId}.thumbnail`);
  const day = 24 * 3600;
  const ago = (days: number) => Date.now() / 1000 - days * day;
  utimesSync(waiting, ago(29.9), ago(29.9));
  await store.keepOnly({ photos: [kept.fileId], uploads });
  expect(existsSync(waiting)).toBe(true);
  utimesSync(waiting, ago(30.1), ago(30.1));
  await store.keepOnly({ photos: [kept.fileId], uploads });
  expect(existsSync(waiting)).toBe(false);
});

test("a piece of a finished upload is removed beside its picture", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  await store.put({ ...file, part: "from-0" }, content(3));
  await store.keepOnly({ photos: [file.fileId], uploads: [] });
  expect(photoFiles(folder)).toEqual([pathOf(folder, file)]);
});

test("erasing leaves neither photos nor key", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  await store.put(newFile(), content(3));
  await store.erase();
  expect(allFiles(folder)).toEqual([]);
  await store.erase();
});

test("a write that fails leaves what was there, and nothing half", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  mkdirSync(pathOf(folder, { ...file, part: "thumbnail" }));
  await expect(store.put({ ...file, part: "thumbnail" }, content(3))).rejects.toThrow();
  expect(photoFiles(folder)).toEqual([pathOf(folder, file)]);
  expect(await store.get(file)).toEqual(content(3));
});

test("a file that may not be read is damaged, not a fault", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const file = newFile();
  await store.put(file, content(3));
  rmSync(pathOf(folder, file));
  mkdirSync(pathOf(folder, file));
  expect(await store.get(file)).toBe("damaged");
  chmodSync(pathOf(folder, file), 0o700);
});

test("a list of large photos is told within about a second, the rest of it the next time", async () => {
  const folder = tempFolder();
  const store = openPhotoFiles(folder);
  const [first, second] = [newFile(), newFile()];
  for (const file of [first, second]) await store.put(file, content(3));
  for (const file of [first, second]) {
    const spoiled = readFileSync(pathOf(folder, file));
    writeFileSync(pathOf(folder, file), spoiled.fill(0, 3000, 3010));
  }
  const clock = vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValueOnce(1);
  clock.mockReturnValueOnce(1001);
  expect(await store.check([first, second])).toEqual(["damaged", "ready"]);
  clock.mockRestore();
  expect(await store.check([first, second])).toEqual(["damaged", "damaged"]);
});
