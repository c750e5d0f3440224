import { spawn } from "node:child_process";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { sentenceOf } from "./cannot-start.ts";
import { type Config, isLoopback, readConfig, usage } from "./config.ts";
import { startServer } from "./start-server.ts";

process.umask(0o077);
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/node", import.meta.url)));

try {
  const opensBrowser = process.stdout.isTTY === true && !process.env.CI;
  const config = readConfig(process.argv.slice(2), { opensBrowser });
  if (config === "help") console.log(usage);
  else await run(config);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const server = await startServer(config);
  console.log(`Stipple${config.demo ? " (demo)" : ""} is at ${server.url}`);
  if (!isLoopback(config.host)) {
    console.warn("Everyone in your network can open this address and read what is kept here.");
  }
  if (config.opensBrowser) openBrowser(server.url);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", url]
        : ["xdg-open", url];
  spawn(command ?? "", args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
