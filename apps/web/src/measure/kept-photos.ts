import type { PhotoDetails } from "@stipple/protocol";
import type { PhotoToSend } from "./upload-photo.ts";

/**
 * Photos on their way to the server, so that a reload or an empty battery does not lose them. What lies on the disk is
 * encrypted with a key that the browser does not hand out, and goes when the photo has arrived.
 */
const databaseName = "stipple-photos";
const storeName = "on-their-way";

interface KeptPhoto {
  readonly id: string;
  readonly details: PhotoDetails;
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const cipher = "AES-GCM";

export async function keepPhoto({ id, file, details }: PhotoToSend): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: cipher, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: cipher, iv }, key, await file.arrayBuffer());
  const kept: KeptPhoto = { id, details, key, iv, sealed };
  await inStore("readwrite", (store) => store.put(kept));
}

export async function readKeptPhotos(): Promise<readonly PhotoToSend[]> {
  const kept: readonly KeptPhoto[] = await inStore("readonly", (store) => store.getAll());
  return Promise.all(
    kept.map(async ({ id, details, key, iv, sealed }) => {
      const bytes = await crypto.subtle.decrypt({ name: cipher, iv }, key, sealed);
      return { id, details, file: new Blob([bytes]) };
    }),
  );
}

export async function forgetPhoto(id: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(id));
}

async function inStore<Answer>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const asked = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: "id" });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
