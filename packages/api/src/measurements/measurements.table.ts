import type {
  CorrectedTotals,
  MeasuredHair,
  Measurement,
  MeasurementEdit,
  MeasurementResult,
} from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";
import type { Subject } from "../photos/photos.queries.ts";

type CloseUp = Extract<MeasurementResult, { kind: "close-up" }>;

/** A result without its hairs, which are most of its size and are not needed for a history. */
type ResultTotals = Exclude<MeasurementResult, CloseUp> | Omit<CloseUp, "hairs">;

export type MeasurementTotals = Omit<Measurement, "result"> & { readonly result: ResultTotals };

export interface MeasurementTable extends PersonColumns {
  id: string;
  position: number;
  photo_id: string;
  /** Follows the photo, and stays when the photo is deleted. */
  subject: Json<Subject>;
  measurement: Json<MeasurementTotals>;
  hairs: Json<readonly MeasuredHair[]> | null;
  corrected: Json<CorrectedTotals> | null;
}

/** Append-only; ids are made by the client. */
export interface MeasurementEditTable extends PersonColumns {
  id: string;
  measurement_id: string;
  position: number;
  edit: Json<MeasurementEdit>;
}
