import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const compressible = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/;

interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly etag: string;
  readonly isHashed: boolean;
  readonly packed: Map<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Serves the built web app. All files are read once, so that no path of a request ever reaches the disk.
 * A page address that is no file is answered with the app itself, which knows its pages.
 */
export function serveWeb(folder: string): (request: Request) => Promise<Response> {
  const files = readFiles(folder);

  return async (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname === "/" ? "/index.html" : pathname;
    const file = files.get(path) ?? (extname(path) === "" ? files.get("/index.html") : undefined);
    if (!file) return files.size > 0 ? missing() : notBuilt();

    const headers = new Headers({
      etag: file.etag,
      vary: "accept-encoding",
      "cache-control": file.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (request.headers.get("if-none-match") === file.etag) {
      return new Response(null, { status: 304, headers });
    }
    const { bytes, encoding } = await packedFor(file, request.headers.get("accept-encoding") ?? "");
    if (encoding) headers.set("content-encoding", encoding);
    headers.set("content-type", file.mediaType);
    return new Response(bytes, { headers });
  };
}

function readFiles(folder: string): ReadonlyMap<string, WebFile> {
  const paths = listFiles(folder);
  const files = new Map<string, WebFile>();
  for (const path of paths) {
    if (path.endsWith(".br") || path.endsWith(".gz")) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const packed = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const [encoding, suffix] of [
      ["br", ".br"],
      ["gzip", ".gz"],
    ] as const) {
      if (paths.includes(path + suffix)) {
        packed.set(encoding, new Uint8Array(readFileSync(join(folder, path + suffix))));
      }
    }
    files.set(`/${path.split(sep).join("/")}`, {
      bytes,
      mediaType: mediaTypes[extname(path)] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
      isHashed: path.startsWith(`assets${sep}`),
      packed,
    });
  }
  return files;
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

const compress = promisify(gzip);

/** Below this compressing saves less than its header costs. */
const leastPackedBytes = 1024;

async function packedFor({ bytes, mediaType, packed }: WebFile, accepted: string) {
  if (accepted.includes("br") && packed.has("br")) {
    return { bytes: packed.get("br") ?? bytes, encoding: "br" };
  }
  if (
    !accepted.includes("gzip") ||
    bytes.length < leastPackedBytes ||
    !compressible.test(mediaType)
  ) {
    return { bytes, encoding: undefined };
  }
  const known = packed.get("gzip") ?? new Uint8Array(await compress(bytes));
  packed.set("gzip", known);
  return { bytes: known, encoding: "gzip" };
}

function missing(): Response {
  return new Response("There is no such file.", { status: 404, headers: plainText });
}

function notBuilt(): Response {
  const text =
    "The web app is not built yet. Run npm start, or npm run dev and open the address it prints.";
  return new Response(text, { status: 503, headers: plainText });
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
