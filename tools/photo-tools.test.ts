import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test("sixty changes of stored photos are all refused, and the others are served", async () => {
  const { stdout } = await run(process.execPath, [pathOf("./flip-photos.mjs"), "60"]);
  expect(stdout).toMatch(/^60 changes .*, 60 refused, 0 served/);
}, 60_000);

test("five kills in the middle of uploads lose nothing and leave nothing", async () => {
  const { stdout } = await run(process.execPath, [pathOf("./kill-uploads.mjs"), "5"]);
  expect(stdout).toMatch(/^5 kills, \d+ photos acknowledged, 0 lost, .* 0 files left over/);
}, 60_000);
