import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test.each([
  "bench-growth",
  "bench-plan",
  "bench-session-event",
  "bench-sliders",
  "disk-full",
  "flip-photos",
  "kill-uploads",
  "kill-writes",
])("%s says how it is used, and does nothing else", async (name) => {
  const path = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, "--help"]);
  expect(stdout).toMatch(new RegExp(`^Usage: node tools/${name}\\.mjs`));
});
