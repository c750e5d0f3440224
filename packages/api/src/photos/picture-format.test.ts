import { expect, test } from "vitest";
import { sniffFormat } from "./picture-format.ts";

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const png = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR0123456789abcCRC!";

test.each([
  ["jpeg", "\xff\xd8\xff\xe1"],
  ["png", `${png}\0\0\0\x01IDATxCRC!`],
  ["animated-png", `${png}\0\0\0\x08acTL01234567CRC!\0\0\0\x01IDAT`],
  ["png", png],
  ["webp", "RIFF\0\0\0\0WEBPVP8 "],
  ["unknown", "RIFF\0\0\0\0WAVEfmt "],
  ["gif", "GIF89a\x01\0"],
  ["avif", "\0\0\0\x1cftypavif\0\0\0\0mif1avif"],
  ["avif", "\0\0\0\x1cftypmif1\0\0\0\0mif1avif"],
  ["heic", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
  ["heic", "\0\0\0\x18ftypmif1\0\0\0\0mif1heix"],
  ["unknown", "\0\0\0\x18ftypisom\0\0\0\0isommp42"],
  ["unknown", "\0\0\0\x10ftypisom\0\0\0\0avif"],
  ["unknown", "<svg xmlns="],
  ["unknown", "%PDF-1.7"],
  ["unknown", "II*\0\x08\0\0\0"],
  ["unknown", ""],
  ["unknown", "ftyp"],
])("is %s: %j", (format, text) => {
  expect(sniffFormat(bytesOf(text))).toBe(format);
});
