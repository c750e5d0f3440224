import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import {
  createApp,
  type Host,
  holdForHistoryGap,
  homePerson,
  machineClock,
  sqliteDialect,
  type Tables,
} from "@stipple/api";
import { Kysely } from "kysely";
import { allowedHosts, type Config } from "./config.ts";
import { seedDemo } from "./demo.ts";
import type { DatabaseProblem } from "./inspect-file.ts";
import { type Opened, openDatabase } from "./open-database.ts";
import { lockFolder } from "./process-lock.ts";
import { recoveryOf } from "./recover.ts";
import { serveWeb } from "./serve-web.ts";

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** Lets running requests end, then closes the database and gives the folder back. */
  close(): Promise<void>;
}

const version = "0.1.0";
const webFolder = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Whoever sends headers or a body more slowly than this is cut off. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** How long running requests may take when the server is asked to stop. */
const drainMs = 10_000;

/** Locks the folder, opens its database, and answers on the port. */
export async function startServer(config: Config): Promise<RunningServer> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(config.dataFolder);
  const server = createServer(timeouts);
  try {
    const port = await listen(server, config);
    const home = openHome(config, allowedHosts(config, port));
    server.on(
      "request",
      getRequestListener(async (request) => (await home).fetch(request)),
    );
    const { close } = await home;
    return {
      url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
      async close() {
        await drain(server);
        await close();
        unlock();
      },
    };
  } catch (error) {
    server.close();
    unlock();
    throw error;
  }
}

interface Home {
  fetch(request: Request): Response | Promise<Response>;
  close(): Promise<void>;
}

/** The app on its database, or on its recovery until a copy was put in place. */
async function openHome(config: Config, hosts: readonly string[]): Promise<Home> {
  const web = serveWeb(webFolder);
  let opened = await openDatabase(config.dataFolder);
  let app = await appOf(opened);

  async function appOf(database: Opened) {
    const host = database.kind === "open" ? hostOf(database) : recoveringHost(database.problem);
    if (config.demo && database.kind === "open") await seedDemo(host);
    return createApp(host).get("*", (c) => web(c.req.raw));
  }

  function hostOf({ db, storage }: Pick<Host, "db" | "storage">): Host {
    return {
      db,
      storage,
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

  return { fetch: (request) => app.fetch(request), close: () => closeOf(opened) };
}

/** Stands where a database must stand while none is open; nothing is asked of it. */
function emptyDatabase(): Host["db"] {
  const sqlite = new DatabaseSync(":memory:");
  return new Kysely<Tables>({ dialect: sqliteDialect(() => sqlite) });
}

async function closeOf(opened: Opened): Promise<void> {
  if (opened.kind === "open") await opened.close();
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
