import { createRoute, z } from "@hono/zod-openapi";
import type { Host } from "../host.ts";
import { idParam, json, newRoutes } from "../openapi.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readCalendar } from "./calendar.ts";
import { feedOfToken, keepFeed, readFeeds, revokeFeed } from "./calendar-feed.queries.ts";
import { hashOf, newToken } from "./token.ts";

const feedSchema = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    revokedAt: z.string().optional(),
    lastReadAt: z.string().optional(),
  })
  .openapi("CalendarFeed");
export type CalendarFeed = z.infer<typeof feedSchema>;

const makeFeed = createRoute({
  method: "post",
  path: "/api/calendar-feed",
  summary: "Make a secret calendar address; it is shown once",
  responses: {
    201: json(
      z.object({ id: z.string(), createdAt: z.string(), path: z.string() }),
      "The address; only its hash is kept",
    ),
  },
});

const listFeeds = createRoute({
  method: "get",
  path: "/api/calendar-feed",
  summary: "The calendar addresses made so far",
  responses: { 200: json(z.object({ feeds: z.array(feedSchema) }), "Without their secrets") },
});

const revokeContract = createRoute({
  method: "delete",
  path: "/api/calendar-feed/{id}",
  summary: "Close a calendar address",
  request: { params: idParam },
  responses: { 204: { description: "Closed" } },
});

const calendarContract = createRoute({
  method: "get",
  path: "/calendar/{file}",
  summary: "The sessions as iCalendar",
  request: { params: z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) }) },
  responses: {
    200: {
      description: "The calendar",
      content: { "text/calendar": { schema: z.string() } },
    },
    304: { description: "Not changed since the ETag" },
  },
});

export function calendarFeedRoutes(host: Host, book: SessionBook) {
  const { db, person, clock } = host;
  return newRoutes()
    .openapi(makeFeed, async (c) => {
      const token = newToken();
      const feed = { id: crypto.randomUUID(), createdAt: clock() };
      await keepFeed(db, person, { ...feed, tokenHash: await hashOf(token) });
      return c.json({ ...feed, path: `/calendar/${token}.ics` }, 201);
    })
    .openapi(listFeeds, async (c) => c.json({ feeds: [...(await readFeeds(db, person))] }, 200))
    .openapi(revokeContract, async (c) => {
      const { id } = c.req.valid("param");
      if (!(await revokeFeed(db, person, { id, at: clock() }))) throw unknownFeed();
      return c.body(null, 204);
    })
    .openapi(calendarContract, async (c) => {
      const token = c.req.valid("param").file.replace(/\.ics$/, "");
      const feedId = await feedOfToken(db, await hashOf(token));
      if (!feedId) throw unknownFeed();
      const text = await readCalendar(host, book, feedId);
      const etag = `"${await hashOf(text)}"`;
      c.header("etag", etag);
      c.header("cache-control", "private, no-cache");
      if (isKnown(c.req.header("if-none-match"), etag)) return c.body(null, 304);
      return c.body(text, 200, { "content-type": "text/calendar; charset=utf-8" });
    });
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}

function unknownFeed(): Problem {
  return new Problem("calendar.unknown", 404, {
    message: "There is no calendar at this address, or it was closed.",
    action: "Make a new calendar address in the settings.",
  });
}
