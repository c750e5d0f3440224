import { serve } from "@hono/node-server";
import { sessionEventSchema } from "@stipple/protocol";
import { Hono } from "hono";
import { z } from "zod";

/** The least a server can do with a session event: check it and send it back. The measure for the real one. */
const schema = z.object({ events: z.array(sessionEventSchema) });
const app = new Hono().post("/api/sessions/:id/events", async (c) => {
  const { success, data } = schema.safeParse(await c.req.json());
  return success ? c.json(data) : c.json({}, 422);
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
