import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { addressOf, allowedHosts, type Config } from "./config.ts";
import { lockFolder } from "./process-lock.ts";

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** Lets running requests end, then closes the database and gives the folder back. */
  close(): Promise<void>;
}

/** Whoever sends headers or a body more slowly than this is cut off. An archive with photos may take minutes. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 5_000,
};

/** How long running requests may take when the server is asked to stop. */
const drainMs = 10_000;

/**
 * Locks the folder, opens its database, and answers on the port. The app is loaded once the lock and the port are
 * this process's own, so that whoever cannot have them is told at once.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(config.dataFolder);
  const server = createServer(timeouts);
  try {
    const port = await listen(server, config);
    const home = loadHome(config, port);
    server.on("request", (request, response) => {
      home.then(
        ({ listener }) => listener(request, response),
        () => response.destroy(),
      );
    });
    const { close } = await home;
    return {
      url: addressOf(config.host, port),
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

async function loadHome(config: Config, port: number) {
  const { openHome } = await import("./home.ts");
  return openHome(config, allowedHosts(config, port));
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
