import type { Context, MiddlewareHandler } from "hono";
import { Problem } from "./problem.ts";

/**
 * Only pages of this server may talk to it. The Host header must name it exactly (DNS rebinding), and a
 * browser's Origin and Sec-Fetch-Site must not name another place. A calendar program sends neither.
 */
export function onlyAllowedHosts(allowedHosts: readonly string[]): MiddlewareHandler {
  const hosts = new Set(allowedHosts);
  const origins = new Set(allowedHosts.map((host) => `http://${host}`));

  return async (c, next) => {
    if (!hosts.has(hostOf(c))) throw notThisServer();
    if (!c.req.path.startsWith("/calendar/") && isForeign(c, origins)) throw notThisPage();
    return next();
  };
}

function hostOf(c: Context): string {
  return (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase();
}

function isForeign(c: Context, origins: ReadonlySet<string>): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined && !origins.has(origin.toLowerCase())) return true;

  const site = c.req.header("sec-fetch-site");
  if (site === undefined || site === "same-origin" || site === "none") return false;
  return !isLinkToPage(c);
}

/** A link on another page may open a page of the app, but reads and changes nothing. */
function isLinkToPage(c: Context): boolean {
  return (
    c.req.method === "GET" &&
    !c.req.path.startsWith("/api/") &&
    c.req.header("sec-fetch-mode") === "navigate" &&
    c.req.header("sec-fetch-dest") === "document"
  );
}

function notThisServer(): Problem {
  return new Problem("host.unknown", 421, {
    message: "The address in the request is not one of this server's own.",
    action: "Open the address that Stipple printed when it started.",
  });
}

function notThisPage(): Problem {
  return new Problem("origin.foreign", 403, {
    message: "The request comes from another website.",
    action: "Open Stipple itself and try again there.",
  });
}
