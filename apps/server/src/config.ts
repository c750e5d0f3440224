import { networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CannotStart } from "./cannot-start.ts";

/** How this server was asked to run. */
export interface Config {
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly opensBrowser: boolean;
  /** Host headers that mean this server besides its own addresses: the web app's development server. */
  readonly otherHosts: readonly string[];
}

export const usage = `Usage: npm start -- [options]

  --demo               use a separate demo database with six months of records
  --port <number>      port to listen on (4870)
  --host <address>     address to listen on (127.0.0.1: this computer only)
  --data <folder>      folder of the database (./data)
  --no-open            do not open the browser
  --allow-host <host>  also answer requests for this host and port
  --help               show this text`;

/** Reads the command line; throws a plain sentence for what it cannot use. */
export function readConfig(
  args: readonly string[],
  { opensBrowser }: { opensBrowser: boolean },
): Config | "help" {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      demo: { type: "boolean", default: false },
      port: { type: "string", default: "4870" },
      host: { type: "string", default: "127.0.0.1" },
      data: { type: "string" },
      open: { type: "boolean", default: opensBrowser },
      "allow-host": { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";

  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new CannotStart(`--port is ${values.port}; it must be a number from 0 to 65535.`);
  }
  return {
    demo: values.demo,
    host: values.host,
    port,
    dataFolder: resolve(values.data ?? (values.demo ? "demo-data" : "data")),
    opensBrowser: values.open,
    otherHosts: values["allow-host"],
  };
}

/** Every Host header that means this server when it listens on `port`. */
export function allowedHosts({ host, otherHosts }: Config, port: number): readonly string[] {
  const names = ["127.0.0.1", "localhost", "[::1]", ...addressesOf(host)];
  const places = names.flatMap((name) =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  return [...new Set([...places, ...otherHosts])];
}

/** The address to open on this computer: one that listens everywhere has no name of its own. */
export function addressOf(host: string, port: number): string {
  const [name] = isWildcard(host) ? ["localhost"] : addressesOf(host);
  return `http://${name}:${port}`;
}

/** Whether only this computer can reach the server. */
export function isLoopback(host: string): boolean {
  return ["127.0.0.1", "localhost", "::1"].includes(host);
}

function isWildcard(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

function addressesOf(host: string): readonly string[] {
  if (!isWildcard(host)) return [host.includes(":") ? `[${host}]` : host];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));
}
