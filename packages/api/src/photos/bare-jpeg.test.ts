import { expect, test } from "vitest";
import { isBareJpeg } from "./bare-jpeg.ts";

const table = [0xff, 0xdb, 0, 4, 1, 2];
const frame = [0xff, 0xc0, 0, 3, 8];
const scan = [0xff, 0xda, 0, 3, 1, 5, 0xff, 0, 7, 0xff, 0xd0, 9];
const end = [0xff, 0xd9];
const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

function jpeg(...segments: number[][]): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...segments.flat()]);
}

test.each([
  ["its pixels", jpeg(table, frame, scan, end)],
  ["JFIF and its pixels", jpeg(jfif, table, frame, scan, end)],
  ["several scans", jpeg(table, [0xff, 0xc2, 0, 3, 8], scan, table, scan, end)],
])("holds nothing but %s", (_, bytes) => {
  expect(isBareJpeg(bytes)).toBe(true);
});

test.each([
  ["EXIF", jpeg([0xff, 0xe1, 0, 4, 1, 2], table, frame, scan, end)],
  ["a colour profile", jpeg([0xff, 0xe2, 0, 4, 1, 2], table, frame, scan, end)],
  ["a comment", jpeg(table, [0xff, 0xfe, 0, 4, 1, 2], frame, scan, end)],
  ["a comment between scans", jpeg(table, frame, scan, [0xff, 0xfe, 0, 3, 1], scan, end)],
  ["a thumbnail in its JFIF", jpeg([0xff, 0xe0, 0, 20, ...Array(18).fill(1)], frame, scan, end)],
  ["bytes after its end", jpeg(table, frame, scan, end, [0x50, 0x4b])],
  ["no end", jpeg(table, frame, scan)],
  ["a segment without length", jpeg([0xff, 0xdb, 0, 1])],
  ["stray bytes between segments", jpeg(table, [1], frame, scan, end)],
  ["nothing", new Uint8Array()],
  ["another format", Uint8Array.from([0x89, 0x50])],
])("has %s", (_, bytes) => {
  expect(isBareJpeg(bytes)).toBe(false);
});
