import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { isZip, readZipEntry } from "./zip-entry.ts";

/** A zip of these files, as small as the format allows. */
function zipOf(files: Readonly<Record<string, string>>, method: 0 | 8): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const sizes = [crc32(bytes), packed.length, bytes.length];
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    for (const [index, size] of sizes.entries()) local.writeUInt32LE(size, 14 + 4 * index);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    for (const [index, size] of sizes.entries()) entry.writeUInt32LE(size, 16 + 4 * index);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const text = "0123456789".repeat(200);
const limits = { name: "my.zip", mostBytes: 10_000 };
const files = { "manifest.json": "{}", "stipple.json": text };

test.each([0, 8] as const)("a file is found and unpacked, method %d", (method) => {
  const zip = zipOf(files, method);
  expect(isZip(zip)).toBe(true);
  expect(readZipEntry(zip, "stipple.json", limits).toString()).toBe(text);
});

test("text is no zip", () => {
  expect(isZip(Buffer.from("{}"))).toBe(false);
  expect(isZip(Buffer.from("PKxx"))).toBe(false);
});

test.each([0, 8] as const)("every flipped byte of the content is noticed, method %d", (method) => {
  const whole = zipOf({ "stipple.json": text }, method);
  const content = 30 + "stipple.json".length;
  for (let at = content; at < content + 20; at++) {
    const zip = Buffer.from(whole);
    zip[at] = (zip[at] ?? 0) ^ 0x55;
    expect(() => readZipEntry(zip, "stipple.json", limits)).toThrow("my.zip is damaged");
  }
});

test("a cut, a missing file and a bomb are refused", () => {
  const zip = zipOf(files, 8);
  for (let length = 0; length < zip.length; length += 7) {
    expect(() => readZipEntry(zip.subarray(0, length), "stipple.json", limits)).toThrow("damaged");
  }
  expect(() => readZipEntry(zip, "other.json", limits)).toThrow("my.zip is damaged");
  expect(() => readZipEntry(zip, "stipple.json", { ...limits, mostBytes: 100 })).toThrow("damaged");
});
