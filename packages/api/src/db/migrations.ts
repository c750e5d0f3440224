import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { photosAndMeasurements } from "./migrations/0002-photos-and-measurements.ts";
import { selfRatings } from "./migrations/0003-self-ratings.ts";

/** All migrations in order, for every kind of database. A released one is never changed. */
export const migrations: readonly { readonly name: string; readonly migration: Migration }[] = [
  { name: "0001-first-tables", migration: firstTables },
  { name: "0002-photos-and-measurements", migration: photosAndMeasurements },
  { name: "0003-self-ratings", migration: selfRatings },
];

/** Brings the tables to the newest version; throws what stopped it, and nothing of that step is kept. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(migrations.map(({ name, migration }) => [name, migration])),
  };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
