import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { PhotoFile } from "@stipple/api";
import type { PhotoKey } from "./photo-key.ts";

/**
 * A sealed file, all of it authenticated:
 *
 *     magic 8 | key id 8 | nonce 12 | wrapped key 32 | tag 16 | nonce 12 | tag 16 | encrypted bytes
 *
 * The bytes are encrypted by AES-256-GCM under a key made for this file alone; that key is wrapped by AES-256-GCM
 * under the key of the folder. Both also authenticate everything before them and whose file this is, of which photo,
 * under which name and which part, so that no file can stand for another or for an older self.
 */
const magic = Buffer.from("stipple\x01", "latin1");
const keyIdAt = 8;
const wrapNonceAt = 16;
const wrappedAt = 28;
const wrapTagAt = 60;
const nonceAt = 76;
const tagAt = 88;
export const sealHeaderBytes = 104;

const cipher = "aes-256-gcm";
const tagBytes = 16;

export function seal({ bytes: key, id }: PhotoKey, file: PhotoFile, content: Uint8Array): Buffer {
  const fileKey = randomBytes(32);
  const header = Buffer.concat([magic, id, randomBytes(12)]);
  const wrap = createCipheriv(cipher, key, header.subarray(wrapNonceAt), {
    authTagLength: tagBytes,
  });
  wrap.setAAD(Buffer.concat([header, identityOf(file)]));
  const wrapped = Buffer.concat([wrap.update(fileKey), wrap.final(), wrap.getAuthTag()]);

  const nonce = randomBytes(12);
  const beforeNonce = Buffer.concat([header, wrapped]);
  const encrypt = createCipheriv(cipher, fileKey, nonce, { authTagLength: tagBytes });
  encrypt.setAAD(Buffer.concat([beforeNonce, identityOf(file)]));
  const encrypted = [encrypt.update(content), encrypt.final()];
  fileKey.fill(0);
  return Buffer.concat([beforeNonce, nonce, encrypt.getAuthTag(), ...encrypted]);
}

/** The content, or why it cannot be had: sealed by another key, or not the bytes that were sealed for this file. */
export function unseal(
  { bytes: key, id }: PhotoKey,
  file: PhotoFile,
  sealed: Buffer,
): Uint8Array<ArrayBuffer> | "damaged" | "locked" {
  if (sealed.length < sealHeaderBytes || !sealed.subarray(0, keyIdAt).equals(magic))
    return "damaged";
  if (!sealed.subarray(keyIdAt, wrapNonceAt).equals(id)) return "locked";
  try {
    const unwrap = createDecipheriv(cipher, key, sealed.subarray(wrapNonceAt, wrappedAt), {
      authTagLength: tagBytes,
    });
    unwrap.setAAD(Buffer.concat([sealed.subarray(0, wrappedAt), identityOf(file)]));
    unwrap.setAuthTag(sealed.subarray(wrapTagAt, nonceAt));
    const fileKey = Buffer.concat([
      unwrap.update(sealed.subarray(wrappedAt, wrapTagAt)),
      unwrap.final(),
    ]);
    const decrypt = createDecipheriv(cipher, fileKey, sealed.subarray(nonceAt, tagAt), {
      authTagLength: tagBytes,
    });
    decrypt.setAAD(Buffer.concat([sealed.subarray(0, nonceAt), identityOf(file)]));
    decrypt.setAuthTag(sealed.subarray(tagAt, sealHeaderBytes));
    const content = decrypt.update(sealed.subarray(sealHeaderBytes));
    decrypt.final();
    return new Uint8Array(content.buffer as ArrayBuffer, content.byteOffset, content.byteLength);
  } catch {
    return "damaged";
  }
}

function identityOf({ person, photoId, fileId, part }: PhotoFile): Buffer {
  return Buffer.from(JSON.stringify([person.clinicId, person.personId, photoId, fileId, part]));
}
