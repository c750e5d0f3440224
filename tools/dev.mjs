// npm run dev: the server with its data under ./data, restarted when its sources change, and the web app with hot reload.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const children = [
  start(
    [
      "--watch",
      "apps/server/src/main.ts",
      "--no-open",
      "--allow-host",
      "localhost:4871",
      "--allow-host",
      "127.0.0.1:4871",
      ...process.argv.slice(2),
    ],
    root,
  ),
  start([join(root, "node_modules/vite/bin/vite.js")], join(root, "apps/web")),
];
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());
for (const child of children) child.once("close", () => stop());

function start(args, folder) {
  return spawn(process.execPath, args, { cwd: folder, stdio: "inherit" });
}

function stop() {
  for (const child of children) child.kill("SIGTERM");
}
