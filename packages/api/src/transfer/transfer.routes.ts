import { createRoute, z } from "@hono/zod-openapi";
import { readBytes } from "../border.ts";
import type { Host } from "../host.ts";
import { body, json, newRoutes } from "../openapi.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { maxZipBytes, packArchive, unpackArchive } from "./archive.ts";
import { importArchive } from "./import.ts";
import { readRows } from "./read-rows.ts";
import { deleteRows } from "./write-rows.ts";

const archive = z.custom<Uint8Array>().openapi({ type: "string", format: "binary" });

const importSchema = z
  .object({
    /** Rows per table. */
    counts: z.record(z.string(), z.int()),
    dryRun: z.boolean(),
    warnings: z.array(z.string()),
  })
  .openapi("ImportResult");
export type ImportResult = z.infer<typeof importSchema>;

const exportAll = createRoute({
  method: "get",
  path: "/api/export",
  summary: "Everything, in one archive",
  responses: {
    200: {
      description: "stipple.json and manifest.json",
      content: { "application/zip": { schema: archive } },
    },
  },
});

const importAll = createRoute({
  method: "post",
  path: "/api/import",
  summary: "Replace everything by an archive, or only check it",
  request: {
    query: z.object({ dryRun: z.enum(["0", "1"]).optional() }),
    body: { required: true, content: { "application/zip": { schema: archive } } },
  },
  responses: { 200: json(importSchema, "What the archive holds") },
});

const eraseAll = createRoute({
  method: "post",
  path: "/api/erase",
  summary: "Erase everything for good",
  request: { body: body(z.strictObject({ confirm: z.literal("erase everything") })) },
  responses: { 204: { description: "Erased" } },
});

export function transferRoutes(host: Host, book: SessionBook) {
  const { db, person, storage } = host;
  return newRoutes()
    .openapi(exportAll, async (c) => {
      const zip = await packArchive(await readRows(db, person));
      return c.body(zip, 200, {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="stipple-export.zip"',
      });
    })
    .openapi(importAll, async (c) => {
      if (c.req.header("content-type") !== "application/zip") throw notZip();
      const archive = await unpackArchive(await readBytes(c.req.raw, maxZipBytes));
      const result = await importArchive(host, archive, c.req.valid("query").dryRun === "1");
      book.forget();
      return c.json(result, 200);
    })
    .openapi(eraseAll, async (c) => {
      await db.transaction().execute((trx) => deleteRows(trx, person));
      book.forget();
      await storage.scrub();
      return c.body(null, 204);
    });
}

function notZip(): Problem {
  return new Problem("import.not_zip", 415, {
    message: "The body is not marked as a zip archive.",
    action: "Send the exported file with the header content-type: application/zip.",
  });
}
