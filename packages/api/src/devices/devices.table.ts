import type { Device, DeviceEvent } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

export interface DeviceTable extends PersonColumns {
  id: string;
  position: number;
  device: Json<Device>;
}

/** Append-only; ids are made by the client. */
export interface DeviceEventTable extends PersonColumns {
  id: string;
  device_id: string;
  position: number;
  event: Json<DeviceEvent>;
}
