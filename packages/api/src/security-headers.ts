import type { MiddlewareHandler } from "hono";

/**
 * Scripts, pictures and data from this server alone. Mantine writes its styles into the page, and a script of this
 * server may compile WebAssembly (decision 0005), but never text.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const headers = Object.entries({
  "content-security-policy": contentPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // The viewfinder of Measure; no page inside another may have it.
  "permissions-policy": "camera=(self)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
});

/** Puts the browser's policy on every answer, refusals too; nothing of the API may be kept by a cache. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of headers) c.res.headers.set(name, value);
  if (c.req.path.startsWith("/api/")) c.res.headers.set("cache-control", "no-store");
};
