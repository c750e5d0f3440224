import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";
import type { Settings } from "./settings.routes.ts";

export interface SettingsTable extends PersonColumns {
  settings: Json<Settings>;
}
