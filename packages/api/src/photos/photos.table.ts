import type { Instant, PhotoDetails, PhotoUpload } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

/** What is known of the picture itself; all of it was true when it was written. */
export interface StoredPicture {
  readonly bytes: number;
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface PhotoTable extends PersonColumns {
  id: string;
  position: number;
  /** Names the files of the picture; another picture under the same id gets another. */
  file_id: string;
  added_at: Instant;
  details: Json<PhotoDetails>;
  picture: Json<StoredPicture>;
  /** Set before the files are removed, so that a deletion that was cut short is ended at the next start. */
  erased_at: Instant | null;
}

/** An upload that is not finished. */
export interface PhotoUploadTable extends PersonColumns {
  id: string;
  position: number;
  file_id: string;
  /** When the last piece arrived. */
  changed_at: Instant;
  upload: Json<PhotoUpload>;
  received_bytes: number;
  /** Where each piece begins, in order. */
  piece_offsets: Json<readonly number[]>;
}
