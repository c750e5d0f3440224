import { deflateSync } from "fflate";

/** A file for an archive; pictures are stored as they are, texts are packed. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
}

/**
 * Writes a zip piece by piece, one file in memory at a time. The same files give the same bytes: they carry no real
 * time. Above 4 GiB or 65,535 files the directory is in the form zip programs know as ZIP64.
 */
export async function* writeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const listed: Listed[] = [];
  let offset = 0;
  for await (const { name, bytes, isPacked } of entries) {
    const content = isPacked ? deflateSync(bytes, { level: 6 }) : bytes;
    const file: Listed = {
      name: new TextEncoder().encode(name),
      method: isPacked ? 8 : 0,
      crc: crc32(bytes),
      packedBytes: content.length,
      bytes: bytes.length,
      offset,
    };
    const header = localHeader(file);
    yield header;
    yield content;
    listed.push(file);
    offset += header.length + content.length;
  }
  let directoryBytes = 0;
  for (const file of listed) {
    const header = directoryHeader(file);
    yield header;
    directoryBytes += header.length;
  }
  yield endOfZip({ count: listed.length, offset, bytes: directoryBytes });
}

interface Listed {
  readonly name: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

const max16 = 0xffff;
const max32 = 0xffff_ffff;

/** Names are UTF-8. */
const flags = 0x0800;
/** The first day a zip can carry, 1 January 1980 at midnight. */
const dosTime = 0;
const dosDate = 0x0021;
const version = 20;
const version64 = 45;

function localHeader({ name, method, crc, packedBytes, bytes }: Listed): Uint8Array {
  return Uint8Array.from([
    ...u32(0x04034b50),
    ...[version, flags, method, dosTime, dosDate].flatMap(u16),
    ...[crc, packedBytes, bytes].flatMap(u32),
    ...[name.length, 0].flatMap(u16),
    ...name,
  ]);
}

function directoryHeader({ name, method, crc, packedBytes, bytes, offset }: Listed): Uint8Array {
  const isFar = offset >= max32;
  const needs = isFar ? version64 : version;
  const farOffset = isFar ? [...u16(1), ...u16(8), ...u64(offset)] : [];
  return Uint8Array.from([
    ...u32(0x02014b50),
    ...[needs, needs, flags, method, dosTime, dosDate].flatMap(u16),
    ...[crc, packedBytes, bytes].flatMap(u32),
    ...[name.length, farOffset.length, 0, 0, 0].flatMap(u16),
    ...[0, isFar ? max32 : offset].flatMap(u32),
    ...name,
    ...farOffset,
  ]);
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly bytes: number;
}

function endOfZip(directory: Directory): Uint8Array {
  const { count, offset, bytes } = directory;
  const isLarge = count >= max16 || offset + bytes >= max32;
  const shown = isLarge ? max16 : count;
  return Uint8Array.from([
    ...(isLarge ? endOfZip64(directory) : []),
    ...u32(0x06054b50),
    ...[0, 0, shown, shown].flatMap(u16),
    ...(isLarge ? [max32, max32] : [bytes, offset]).flatMap(u32),
    ...u16(0),
  ]);
}

function endOfZip64({ count, offset, bytes }: Directory): readonly number[] {
  return [
    ...u32(0x06064b50),
    ...u64(44),
    ...[version64, version64].flatMap(u16),
    ...[0, 0].flatMap(u32),
    ...[count, count, bytes, offset].flatMap(u64),
    ...[0x07064b50, 0].flatMap(u32),
    ...u64(offset + bytes),
    ...u32(1),
  ];
}

function u16(value: number): readonly number[] {
  return [value & 0xff, value >>> 8];
}

function u32(value: number): readonly number[] {
  return [...u16(value & max16), ...u16(value >>> 16)];
}

function u64(value: number): readonly number[] {
  return [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = max32;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ max32) >>> 0;
}
