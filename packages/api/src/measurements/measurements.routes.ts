import { createRoute, z } from "@hono/zod-openapi";
import {
  type CorrectedTotals,
  compareInstants,
  correctedTotalsSchema,
  type Measurement,
  type MeasurementEdit,
  measurementEditSchema,
  measurementSchema,
} from "@stipple/protocol";
import { toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { refuseImplausible } from "../moments.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { unknownPhoto } from "../photos/photo-problems.ts";
import { readPhoto, subjectOf } from "../photos/photos.queries.ts";
import { subjectQuery } from "../photos/photos.routes.ts";
import { Problem } from "../problem.ts";
import {
  deleteMeasurement,
  keepEdits,
  keepMeasurement,
  type MeasurementRecord,
  type MeasurementRow,
  readMeasurement,
  readMeasurements,
  saveCorrected,
} from "./measurements.queries.ts";

const record = shape<MeasurementRecord>("MeasurementRecord", "A measurement, its hairs and edits");
const row = shape<MeasurementRow>("MeasurementRow", "A measurement in the history");

const keepContract = createRoute({
  method: "post",
  path: "/api/measurements",
  summary: "Keep what was measured in a photo; sending twice is harmless",
  request: { body: body(measurementSchema) },
  responses: { 200: json(record, "Kept") },
});

const listContract = createRoute({
  method: "get",
  path: "/api/measurements",
  summary: "The course of a view or a site, oldest first, without hairs",
  request: {
    query: subjectQuery.extend({
      kind: z.enum(["close-up", "coverage", "anagen-share"]).optional(),
    }),
  },
  responses: { 200: json(z.object({ measurements: z.array(row) }), "By the day of the photo") },
});

const readContract = createRoute({
  method: "get",
  path: "/api/measurements/{id}",
  summary: "One measurement with every hair and every edit",
  request: { params: idParam },
  responses: { 200: json(record, "The measurement") },
});

const editContract = createRoute({
  method: "post",
  path: "/api/measurements/{id}/edits",
  summary: "Add corrections, and what the hairs add up to then; sending twice is harmless",
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        edits: z.array(measurementEditSchema).min(1).max(500),
        corrected: correctedTotalsSchema,
      }),
    ),
  },
  responses: { 200: json(record, "Corrected; the first result stays beside it") },
});

const deleteContract = createRoute({
  method: "delete",
  path: "/api/measurements/{id}",
  summary: "Delete a measurement with its edits",
  request: { params: idParam },
  responses: { 204: { description: "Deleted" } },
});

export function measurementRoutes(host: Host) {
  const { db, person } = host;
  return newRoutes()
    .openapi(keepContract, async (c) => {
      return c.json(await keep(host, c.req.valid("json")), 200);
    })
    .openapi(listContract, async (c) => {
      const { view, siteId, kind } = c.req.valid("query");
      const measurements = (await readMeasurements(db, person)).filter(
        (row) =>
          (view === undefined || row.view === view) &&
          (siteId === undefined || row.siteId === siteId) &&
          (kind === undefined || row.measurement.result.kind === kind),
      );
      return c.json({ measurements: measurements.toSorted(byDay) }, 200);
    })
    .openapi(readContract, async (c) => {
      return c.json(await known(host, c.req.valid("param").id), 200);
    })
    .openapi(editContract, async (c) => {
      const { id } = c.req.valid("param");
      await known(host, id);
      await correct(host, id, c.req.valid("json"));
      return c.json(await known(host, id), 200);
    })
    .openapi(deleteContract, async (c) => {
      if (!(await deleteMeasurement(db, person, c.req.valid("param").id))) throw unknown();
      return c.body(null, 204);
    });
}

/** By the day of the photo, then by the moment of measuring. */
function byDay(a: MeasurementRow, b: MeasurementRow): number {
  if (a.takenOn !== b.takenOn) return a.takenOn < b.takenOn ? -1 : 1;
  return compareInstants(a.measurement.measuredAt, b.measurement.measuredAt);
}

async function keep(host: Host, measurement: Measurement): Promise<MeasurementRecord> {
  const { db, person } = host;
  refuseImplausible([measurement.measuredAt]);
  return db.transaction().execute(async (trx) => {
    const same = await readMeasurement(trx, person, measurement.id);
    if (same && toJson(same.measurement) !== toJson(measurement)) throw clash();
    if (same) return same;

    const photo = await readPhoto(trx, person, measurement.photoId);
    if (!photo) throw unknownPhoto();
    const subject = subjectOf(photo.details);
    await keepMeasurement(trx, person, { subject, measurement, edits: [] });
    return { subject, measurement, edits: [] };
  });
}

interface Corrections {
  readonly edits: readonly MeasurementEdit[];
  readonly corrected: CorrectedTotals;
}

/** Keeps the edits if the totals were made of all of them, those of another open page included. */
async function correct(
  { db, person }: Host,
  id: string,
  { edits, corrected }: Corrections,
): Promise<void> {
  refuseImplausible(edits.map(({ at }) => at));
  await db.transaction().execute(async (trx) => {
    await keepEdits(trx, person, { measurementId: id, edits });
    const kept = await readMeasurement(trx, person, id);
    if (kept?.measurement.result.kind !== "close-up") throw noHairs();
    if (kept.edits.length !== corrected.editCount) throw otherEdits(kept.edits.length);
    await saveCorrected(trx, person, { id, corrected });
  });
}

async function known({ db, person }: Host, id: string): Promise<MeasurementRecord> {
  const found = await readMeasurement(db, person, id);
  if (!found) throw unknown();
  return found;
}

function unknown(): Problem {
  return new Problem("measurement.unknown", 404, {
    message: "There is no measurement of this id.",
    action: "Look at the measurements listed at /api/measurements.",
  });
}

function clash(): Problem {
  return new Problem("measurement.clash", 409, {
    message: "Another measurement is kept under this id. That one stays.",
    action: "Send it under a new id.",
  });
}

function noHairs(): Problem {
  return new Problem("measurement.no_hairs", 422, {
    message: "Only the hairs of a close-up can be corrected one by one.",
    action: "Measure the photo again.",
  });
}

function otherEdits(editCount: number): Problem {
  return new Problem("measurement.other_edits", 409, {
    message: `With these there would be ${editCount} corrections, and the totals were made of another number.`,
    action: "Read the measurement again, apply your corrections to it, and send them again.",
  });
}
