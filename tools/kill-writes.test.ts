import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const tool = fileURLToPath(new URL("./kill-writes.mjs", import.meta.url));

test("five kills in the middle of acknowledged writes lose nothing", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [tool, "5"]);
  expect(stdout).toMatch(/^5 kills, [1-9]\d* events acknowledged, 0 lost/);
}, 60_000);
