import { createRoute, z } from "@hono/zod-openapi";
import {
  type Device,
  type DeviceEvent,
  type DeviceState,
  deviceEventSchema,
  deviceSchema,
  localDate,
} from "@stipple/protocol";
import { recordClock } from "../db/clock.ts";
import { columnsOf, nextPosition } from "../db/database.ts";
import { toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { refuseImplausible } from "../moments.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readSettings } from "../settings/settings.queries.ts";
import { readDeviceRows } from "./devices.queries.ts";

/** A device, what happened to it, and whether it may be used today. */
export interface DeviceRow {
  readonly device: Device;
  readonly state: DeviceState;
  readonly events: readonly DeviceEvent[];
}

const deviceRow = shape<DeviceRow>("DeviceRow", "A device with its state and events");

const listDevices = createRoute({
  method: "get",
  path: "/api/devices",
  summary: "Every registered device",
  responses: { 200: json(z.object({ devices: z.array(deviceRow) }), "Devices") },
});

const saveDevice = createRoute({
  method: "put",
  path: "/api/devices/{id}",
  summary: "Register a device or correct its facts",
  request: { params: idParam, body: body(deviceSchema) },
  responses: { 200: json(deviceRow, "Registered") },
});

const addDeviceEvents = createRoute({
  method: "post",
  path: "/api/devices/{id}/events",
  summary: "Record what happened to a device; sending twice is harmless",
  request: {
    params: idParam,
    body: body(z.strictObject({ events: z.array(deviceEventSchema).min(1).max(200) })),
  },
  responses: { 200: json(deviceRow, "Recorded") },
});

export function deviceRoutes(host: Host, book: SessionBook) {
  return newRoutes()
    .openapi(listDevices, async (c) => {
      return c.json({ devices: [...(await readDevicesNow(host, book))] }, 200);
    })
    .openapi(saveDevice, async (c) => {
      const { id } = c.req.valid("param");
      const device = c.req.valid("json");
      if (device.id !== id) throw otherDevice();
      await keepDevice(host, device);
      return c.json(await readDeviceNow(host, book, id), 200);
    })
    .openapi(addDeviceEvents, async (c) => {
      const { id } = c.req.valid("param");
      const { events } = c.req.valid("json");
      refuseImplausible(events.map(({ at }) => at));
      await readDeviceNow(host, book, id);
      await keepDeviceEvents(host, id, events);
      return c.json(await readDeviceNow(host, book, id), 200);
    });
}

async function readDevicesNow(host: Host, book: SessionBook): Promise<readonly DeviceRow[]> {
  const now = host.clock();
  const sessions = await book.all(now);
  const { timeZone } = await readSettings(host);
  return readDeviceRows(host.db, host.person, { sessions, today: localDate(now, timeZone) });
}

async function readDeviceNow(host: Host, book: SessionBook, id: string): Promise<DeviceRow> {
  const rows = await readDevicesNow(host, book);
  const row = rows.find(({ device }) => device.id === id);
  if (!row) throw unknownDevice();
  return row;
}

async function keepDevice({ db, person }: Host, device: Device): Promise<void> {
  const text = toJson(device);
  await db
    .insertInto("device")
    .values({
      ...columnsOf(person),
      id: device.id,
      position: nextPosition("device", person),
      device: text,
    })
    .onConflict((conflict) =>
      conflict.columns(["clinic_id", "person_id", "id"]).doUpdateSet({ device: text }),
    )
    .execute();
}

async function keepDeviceEvents(
  { db, person, clock }: Host,
  deviceId: string,
  events: readonly DeviceEvent[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const event of events) {
      await trx
        .insertInto("device_event")
        .values({
          ...columnsOf(person),
          id: event.id,
          device_id: deviceId,
          position: nextPosition("device_event", person),
          event: toJson(event),
        })
        .onConflict((conflict) => conflict.columns(["clinic_id", "person_id", "id"]).doNothing())
        .execute();
    }
    await recordClock(trx, person, clock());
  });
}

/** No device of this id is registered. */
export function unknownDevice(): Problem {
  return new Problem("device.unknown", 404, {
    message: "No device of this id is registered.",
    action: "Register the device first.",
  });
}

function otherDevice(): Problem {
  return new Problem("device.mismatch", 422, {
    message: "The id in the address and the id of the device differ.",
    action: "Send the device to the address with its own id.",
  });
}
