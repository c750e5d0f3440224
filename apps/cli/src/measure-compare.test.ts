import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const folder = mkdtempSync(join(tmpdir(), "stipple-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A measured close-up with hairs at fixed places, the first `left` of them. */
function closeUpFile(name: string, left: number, warnings: readonly object[] = []): string {
  const hairs = Array.from({ length: left }, (_, at) => {
    const root = [100 + ((at * 397) % 1700), 100 + ((at * 631) % 1200)];
    const tip = [(root[0] ?? 0) + 120 + (at % 5) * 12, (root[1] ?? 0) + 90 - (at % 7) * 9];
    return { root, tip, polyline: [root, tip], widthUm: 60, score: 0.95, borderCut: false };
  });
  const perCm2 = left * 2;
  const path = join(folder, name);
  const density = { total: perCm2, terminal: perCm2, intermediate: 0, vellus: 0 };
  writeFileSync(
    path,
    JSON.stringify({
      kind: "measured",
      algorithmVersion: "x",
      umPerPx: 4,
      hairs,
      density,
      warnings,
    }),
  );
  return path;
}

const full = closeUpFile("full.json", 90);

test("measure compare finds a spot with every fifth hair gone worse, hair by hair", () => {
  const { status, stdout } = runStipple([
    "measure",
    "compare",
    full,
    closeUpFile("less.json", 72),
    "--json",
  ]);
  expect(status).toBe(0);
  const { quantities, hairs } = JSON.parse(stdout);
  expect(quantities["density-total"]).toMatchObject({ answer: "worse", mode: "matched" });
  expect(Math.abs(hairs.netFraction + 0.2)).toBeLessThan(0.03);
});

test("measure compare of a photo with itself has no detectable change", () => {
  const { status, stdout } = runStipple(["measure", "compare", full, full]);
  expect(status).toBe(0);
  expect(stdout).toContain("no detectable change (+0.0 %)");
});

test("a blurred photo is not comparable and the answer says why", () => {
  const blurred = closeUpFile("blurred.json", 40, [
    { code: "blurred", says: "The photo is blurred." },
  ]);
  const { status, stdout } = runStipple(["measure", "compare", full, blurred]);
  expect(status).toBe(1);
  expect(stdout).toContain("The photo is blurred.");
});

test("measure compare refuses what is no measurement", () => {
  const path = join(folder, "other.json");
  writeFileSync(path, '{"hairs": 3}');
  const { status, stderr } = runStipple(["measure", "compare", full, path]);
  expect(status).toBe(2);
  expect(stderr).toContain("is not a measured close-up.");
});

test("measure align lays a photo on itself and draws the grid; a black one is not aligned", async () => {
  const dots = Array.from(
    { length: 160 },
    (_, at) => `<circle cx="${(at * 127) % 500}" cy="${(at * 211) % 480}" r="${2 + (at % 4)}"/>`,
  );
  const photo = join(folder, "photo.png");
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="480"><rect width="500" height="480" fill="#c9a"/>${dots.join("")}</svg>`;
  await sharp(Buffer.from(head)).png().toFile(photo);
  const drawing = join(folder, "grid.svg");
  const { status, stdout } = runStipple([
    "measure",
    "align",
    photo,
    photo,
    "--json",
    "--svg",
    drawing,
  ]);
  expect(status).toBe(0);
  const { homography } = JSON.parse(stdout);
  expect(Math.abs(homography[2])).toBeLessThan(0.2);
  expect(readFileSync(drawing, "utf8")).toContain('viewBox="0 0 500 480"');

  const black = join(folder, "black.png");
  await sharp({ create: { width: 300, height: 300, channels: 3, background: "#000" } })
    .png()
    .toFile(black);
  const refused = runStipple(["measure", "align", photo, black]);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain("shown side by side");
});
