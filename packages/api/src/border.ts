import type { HonoRequest, MiddlewareHandler } from "hono";
import { Problem } from "./problem.ts";

/** Limits of what is read from a request (reliability goals R12). */
const maxJsonBytes = 1024 * 1024;
/** A close-up has some hundreds of hairs, each a line of some hundred numbers. */
const maxMeasurementBytes = 4 * 1024 * 1024;
export const maxJsonDepth = 64;

/**
 * The one entry of JSON: its format, size and depth are checked before anything parses it.
 * Whatever cannot be read is answered with a problem, never with a fault.
 */
export const jsonBorder: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  if ((method !== "POST" && method !== "PUT") || c.req.path === "/api/import") return next();

  if (takesNoBody(c.req.path)) {
    if ((await readBytes(c.req.raw, maxJsonBytes)).length > 0) throw unexpectedBody();
    return next();
  }
  const mediaType = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new Problem("request.not_json", 415, {
      message: "The body is not marked as JSON.",
      action: "Send it with the header content-type: application/json.",
    });
  }

  await limitSize(c.req, maxBytesOf(c.req.path));
  if (depthOf(await c.req.text()) > maxJsonDepth) throw tooDeep();
  return next();
};

function takesNoBody(path: string): boolean {
  return path === "/api/calendar-feed" || /^\/api\/photo-uploads\/[^/]+\/finish$/.test(path);
}

function maxBytesOf(path: string): number {
  return path.startsWith("/api/measurements") ? maxMeasurementBytes : maxJsonBytes;
}

/** Refuses an announced length above the limit; a body of unknown length is counted as it comes. */
async function limitSize(request: HonoRequest, maxBytes: number): Promise<void> {
  const announced = Number(request.header("content-length") ?? Number.NaN);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (Number.isSafeInteger(announced)) return;

  const { url, method, headers } = request.raw;
  request.raw = new Request(url, {
    method,
    headers,
    body: await readBytes(request.raw, maxBytes),
  });
}

/** The body's bytes, refused as soon as there are more than `maxBytes`. */
export async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);

  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** How deep lists and objects of a JSON text are nested; stops counting above the limit. */
export function depthOf(json: string): number {
  if (json.length <= maxJsonDepth) return 0;

  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === quote) index = endOfText(json, index);
    else if (code === openList || code === openObject) deepest = Math.max(deepest, ++depth);
    else if (code === closeList || code === closeObject) depth--;
    if (deepest > maxJsonDepth) break;
  }
  return deepest;
}

const quote = 34;
const backslash = 92;
const openList = 91;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

function endOfText(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === backslash) index++;
    else if (code === quote) return index;
  }
  return json.length;
}

function unexpectedBody(): Problem {
  return new Problem("request.unexpected_body", 422, {
    message: "This address takes no body.",
    action: "Send the request without one.",
  });
}

function tooLarge(maxBytes: number): Problem {
  return new Problem("request.too_large", 413, {
    message: `The body is larger than ${maxBytes / 1024} KiB.`,
    action: "Send less at once.",
  });
}

/** JSON nested deeper than anything Stipple sends. */
export function tooDeep(): Problem {
  return new Problem("request.too_deep", 422, {
    message: `The JSON is nested deeper than ${maxJsonDepth} levels.`,
    action: "Send it as /api/openapi.json describes.",
  });
}
