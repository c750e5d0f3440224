import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const text = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
const { packages }: { packages: Record<string, Locked> } = JSON.parse(text);
const downloaded = Object.entries(packages).filter(
  ([path, { link }]) => path.includes("node_modules/") && !link,
);

test("every package that is downloaded has its checksum in the lockfile", () => {
  expect(downloaded.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
  expect(downloaded.length).toBeGreaterThan(100);
});

test("the lockfile records no download address", () => {
  expect(downloaded.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
