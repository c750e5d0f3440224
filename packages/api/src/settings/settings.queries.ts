import { columnsOf } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import type { Settings } from "./settings.routes.ts";

/** The saved settings, or the defaults: the time zone of the machine, the language the browser asks for. */
export async function readSettings(
  { db, person, timeZone }: Host,
  acceptLanguage?: string,
): Promise<Settings> {
  const row = await db
    .selectFrom("settings")
    .select("settings")
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .executeTakeFirst();
  return row ? fromJson(row.settings) : { ...defaults, ...localeOf(acceptLanguage), timeZone };
}

/** The first language of an `Accept-Language` header, and the day its weeks start on. */
function localeOf(acceptLanguage = ""): Pick<Settings, "locale" | "weekStartsOn"> | undefined {
  const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/.exec(acceptLanguage.trim())?.[0];
  if (tag === undefined || !isLocale(tag)) return undefined;
  const locale: WeekLocale = new Intl.Locale(tag);
  return { locale: tag, weekStartsOn: locale.getWeekInfo?.().firstDay ?? defaults.weekStartsOn };
}

/** Whether dates can be written in the language of this tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** What hosts know of a locale and the language's own types do not yet. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number };
}

const defaults = {
  locale: "en",
  weekStartsOn: 1,
  lengthUnit: "mm",
  theme: "auto",
  speech: true,
  sound: true,
  vibration: true,
  autoAdvance: true,
  discreetTitles: true,
  topicalTiming: "wait-24h",
} as const;

/** Replaces the settings. */
export async function saveSettings({ db, person }: Host, settings: Settings): Promise<void> {
  const text = toJson(settings);
  await db
    .insertInto("settings")
    .values({ ...columnsOf(person), settings: text })
    .onConflict((conflict) =>
      conflict.columns(["clinic_id", "person_id"]).doUpdateSet({ settings: text }),
    )
    .execute();
}
