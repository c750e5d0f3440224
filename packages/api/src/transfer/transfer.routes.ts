import { createRoute, z } from "@hono/zod-openapi";
import type { Host } from "../host.ts";
import { body, json, newRoutes } from "../openapi.ts";
import { settlePhotos } from "../photos/settle-photos.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { importArchive } from "./import.ts";
import { packArchive } from "./pack-archive.ts";
import { readRows } from "./read-rows.ts";
import { forgetReceived, receiveArchive } from "./receive-archive.ts";
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
      description: "Records, measurements, photos and a manifest with their hashes",
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
  const { db, person, photos, storage } = host;
  return newRoutes()
    .openapi(exportAll, async (c) => {
      const zip = packArchive(host, await readRows(db, person));
      return c.body(zip, 200, {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="stipple-export.zip"',
      });
    })
    .openapi(importAll, async (c) => {
      if (c.req.header("content-type") !== "application/zip") throw notZip();
      const isDry = c.req.valid("query").dryRun === "1";
      const received = await receiveArchive(host, c.req.raw);
      let isKept = false;
      try {
        const result = await importArchive(host, received, isDry);
        isKept = !isDry;
        return c.json(result, 200);
      } finally {
        book.forget();
        if (isKept) await settlePhotos(host).catch((fault: unknown) => host.report?.(fault));
        else await forgetReceived(host, received.fileIds);
      }
    })
    .openapi(eraseAll, async (c) => {
      await db.transaction().execute(async (trx) => {
        await deleteRows(trx, person);
        await photos.erase();
      });
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
