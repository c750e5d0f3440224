import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const folder = mkdtempSync(join(tmpdir(), "stipple-synth-"));
afterAll(() => rmSync(folder, { recursive: true }));

const small = ["measure", "synth", "--level", "L1", "--width", "1200", "--height", "800"];

test("measure synth writes a photo and the truth of it, and of the later photo", async () => {
  const words = [...small, "--seed", "3", "--second-shot", "3", "--out", join(folder, "pair")];
  const { status, stdout } = runStipple(words);
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(4);
  const { width, height, channels } = await sharp(join(folder, "pair", "L1-3.png")).metadata();
  expect({ width, height, channels }).toEqual({ width: 300, height: 200, channels: 3 });
  const truth = JSON.parse(readFileSync(join(folder, "pair", "L1-3.json"), "utf8"));
  const later = JSON.parse(readFileSync(join(folder, "pair", "L1-3-second.json"), "utf8"));
  expect(truth).toMatchObject({ umPerPx: 4, options: { seed: 3, level: "L1" } });
  expect(later).toMatchObject({ afterDays: 3 });
  expect(later.fromFirstPx).toHaveLength(9);
});

test("measure synth tells what became of the hairs by a second visit", () => {
  const words = [...small, "--second-visit", "0.2,0.2,0.2", "--out", folder, "--json"];
  const { status, stdout } = runStipple(words);
  expect(status).toBe(0);
  const [, visit] = JSON.parse(stdout);
  expect(Object.keys(visit.fates).toSorted()).toEqual(["gone", "kept", "new", "thicker"]);
});

test.each([
  [["--level", "L9"], '--level "L9" is not known.'],
  [["--seed", "1.5"], "--seed makes no sense."],
  [["--second-shot", "2", "--second-visit", "0.1"], "There can be one later photo only."],
])("measure synth %j is refused", (words, says) => {
  const { status, stderr } = runStipple(["measure", "synth", ...words]);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test("a folder that cannot be made is told", () => {
  const { status, stderr } = runStipple([...small, "--out", join(folder, "a", "b")]);
  expect(status).toBe(1);
  expect(stderr).toContain("There is no such folder.");
});
