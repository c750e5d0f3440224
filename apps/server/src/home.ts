import type { RequestListener } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import {
  createApp,
  type Host,
  holdForHistoryGap,
  homePerson,
  machineClock,
  settlePhotos,
  sqliteDialect,
  type Tables,
} from "@stipple/api";
import { Kysely } from "kysely";
import { claimFolder } from "./claim-folder.ts";
import type { Config } from "./config.ts";
import type { DatabaseProblem } from "./inspect-file.ts";
import { type Opened, openDatabase } from "./open-database.ts";
import { openPhotos } from "./photos/open-photos.ts";
import { recoveryOf } from "./recover.ts";
import { serveWeb } from "./serve-web.ts";

const version = "0.1.0";
const webFolder = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** The app and its database. */
interface Home {
  readonly listener: RequestListener;
  close(): Promise<void>;
}

/** The app on its database, or on its recovery until a copy was put in place. */
export async function openHome(config: Config, hosts: readonly string[]): Promise<Home> {
  claimFolder(config);
  const web = serveWeb(webFolder);
  const photos = openPhotos(config.dataFolder);
  let opened = await openDatabase(config.dataFolder);
  let app = await appOf(opened);

  async function appOf(database: Opened) {
    const host = database.kind === "open" ? hostOf(database) : recoveringHost(database.problem);
    if (database.kind === "open") await trySettlePhotos(host);
    if (config.demo && database.kind === "open") {
      const { seedDemo } = await import("./demo.ts");
      await seedDemo(host);
    }
    return createApp(host).get("*", (c) => web(c.req.raw));
  }

  function hostOf({ db, storage }: Pick<Host, "db" | "storage">): Host {
    return {
      db,
      storage,
      photos,
      person: homePerson,
      clock: machineClock,
      allowedHosts: hosts,
      version,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      demo: config.demo,
      report: (fault) => console.error(fault),
    };
  }

  function recoveringHost(problem: DatabaseProblem): Host {
    const reopen = async (copyTakenAt: string) => {
      await closeOf(opened);
      opened = await openDatabase(config.dataFolder);
      if (opened.kind === "open") await holdForHistoryGap(hostOf(opened), copyTakenAt);
      app = await appOf(opened);
      return opened.kind === "open";
    };
    const storage = {
      state: () => ({ writable: false, reason: problem.message }),
      copy: async () => {},
      scrub: async () => {},
    };
    return {
      ...hostOf({ db: emptyDatabase(), storage }),
      recovery: recoveryOf(config.dataFolder, { problem, reopen }),
    };
  }

  return {
    listener: getRequestListener((request) => app.fetch(request)),
    async close() {
      photos.close();
      await closeOf(opened);
    },
  };
}

/** Photos that cannot be put in order now are put in order at a later start; what can be read is served. */
async function trySettlePhotos(host: Host): Promise<void> {
  const { open, reason, action } = host.photos.state();
  if (!open) console.error(`${reason} ${action}`);
  if (!host.storage.state().writable) return;
  await settlePhotos(host).catch((error: unknown) => {
    console.error(`The photos were not put in order: ${String(error)}`);
  });
}

/** Stands where a database must stand while none is open; nothing is asked of it. */
function emptyDatabase(): Host["db"] {
  const sqlite = new DatabaseSync(":memory:");
  return new Kysely<Tables>({ dialect: sqliteDialect(() => sqlite) });
}

async function closeOf(opened: Opened): Promise<void> {
  if (opened.kind === "open") await opened.close();
}
