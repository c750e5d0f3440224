import { crc32, inflateRawSync } from "node:zlib";
import { Problem } from "./problem.ts";

/** Marks of the three records of a zip that are read (PKWARE, "APPNOTE", 4.3). */
const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;
const directoryBytes = 46;
const localBytes = 30;

/** Whether bytes begin as a zip does. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === localMark;
}

/**
 * One file of a zip, unpacked and held against its checksum.
 *
 * @param mostBytes limit of the unpacked size, so that a small zip cannot fill the memory
 */
export function readZipEntry(
  zip: Buffer,
  entry: string,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Buffer {
  try {
    const found = findEntry(zip, entry);
    if (found !== undefined) {
      const bytes = unpack(zip, found, mostBytes);
      if (bytes.length === found.bytes && crc32(bytes) === found.checksum) return bytes;
    }
  } catch (error) {
    if (!(error instanceof RangeError || (error instanceof Error && "code" in error))) throw error;
  }
  throw new Problem(`${name} is damaged, or not an archive that Stipple exported.`, {
    detail: `${entry} cannot be read from it.`,
    action: "Export again, and give the archive unchanged.",
  });
}

interface Found {
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the file's own header stands. */
  readonly at: number;
}

/** Looks a file up in the directory, which stands at the end of a zip. */
function findEntry(zip: Buffer, entry: string): Found | undefined {
  const end = endOf(zip);
  if (end === undefined) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count && zip.readUInt32LE(at) === directoryMark; index++) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const from = at + directoryBytes;
    if (zip.toString("utf8", from, from + nameBytes) === entry) {
      return {
        method: zip.readUInt16LE(at + 10),
        checksum: zip.readUInt32LE(at + 16),
        packedBytes: zip.readUInt32LE(at + 20),
        bytes: zip.readUInt32LE(at + 24),
        at: zip.readUInt32LE(at + 42),
      };
    }
    at = from + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

function endOf(zip: Buffer): number | undefined {
  const least = Math.max(0, zip.length - endBytes - longestComment);
  for (let at = zip.length - endBytes; at >= least; at--) {
    if (zip.readUInt32LE(at) === endMark) return at;
  }
  return undefined;
}

function unpack(zip: Buffer, { method, packedBytes, at }: Found, mostBytes: number): Buffer {
  const from = at + localBytes + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(from, from + packedBytes);
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostBytes });
}
