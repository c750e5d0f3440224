import { careForDevice, type Device, type DeviceEvent, type IsoDate } from "@stipple/protocol";
import type { Database } from "../db/database.ts";
import { fromJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import type { SessionFacts } from "../sessions/session-facts.ts";
import type { DeviceRow } from "./devices.routes.ts";

/** Every device with its state today, in the order of registration. */
export async function readDeviceRows(
  db: Database,
  person: PersonKey,
  record: { readonly sessions: readonly SessionFacts[]; readonly today: IsoDate },
): Promise<readonly DeviceRow[]> {
  const events = await readDeviceEvents(db, person);
  const devices = await readDevices(db, person);
  return devices.map((device) => deviceRowOf(device, events.get(device.id) ?? [], record));
}

function deviceRowOf(
  device: Device,
  events: readonly DeviceEvent[],
  { sessions, today }: { readonly sessions: readonly SessionFacts[]; readonly today: IsoDate },
): DeviceRow {
  const uses = sessions.flatMap(({ deviceId, done, row }) =>
    deviceId === device.id && done ? [{ endedAt: done.endedAt, cleaned: row.cleaned }] : [],
  );
  return { device, state: careForDevice(device, { uses, events }, today), events };
}

async function readDevices(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly Device[]> {
  const rows = await db
    .selectFrom("device")
    .select("device")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position")
    .execute();
  return rows.map(({ device }) => fromJson(device));
}

async function readDeviceEvents(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<ReadonlyMap<string, readonly DeviceEvent[]>> {
  const rows = await db
    .selectFrom("device_event")
    .select(["device_id", "event"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position")
    .execute();
  const byDevice = new Map<string, DeviceEvent[]>();
  for (const { device_id, event } of rows) {
    byDevice.set(device_id, [...(byDevice.get(device_id) ?? []), fromJson(event)]);
  }
  return byDevice;
}
