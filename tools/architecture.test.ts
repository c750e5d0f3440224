import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const simulation = "@stipple/simulation";

/** Where plans are made and answered: what these decide never comes from a model. */
const deciding = ["packages/protocol", "packages/api", "apps/server"];

const workspaces = ["packages", "apps"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`),
);

interface Manifest {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Packages of this project that a package asks for, under any kind of dependency. */
function asksFor(workspace: string): readonly string[] {
  const manifest: Manifest = JSON.parse(read(`${workspace}/package.json`));
  return Object.entries(manifest)
    .filter(([field]) => field.toLowerCase().endsWith("dependencies"))
    .flatMap(([, packages]) => Object.keys(packages ?? {}))
    .filter((name) => name.startsWith("@stipple/"));
}

const byName = new Map(
  workspaces.map((workspace) => [
    (JSON.parse(read(`${workspace}/package.json`)) as Manifest).name,
    workspace,
  ]),
);

/** All packages of this project behind a package, whatever the way. */
function behind(workspace: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const name of asksFor(workspace)) {
    const next = byName.get(name);
    if (seen.has(name) || next === undefined) continue;
    seen.add(name);
    behind(next, seen);
  }
  return seen;
}

function sources(workspace: string): readonly string[] {
  return readdirSync(new URL(`${workspace}/src/`, root), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${workspace}/src/${path}`);
}

test.each(deciding)("nothing the simulator says can reach %s through its packages", (workspace) => {
  expect([...behind(workspace)].toSorted()).not.toContain(simulation);
});

test.each(deciding)(
  "no source of %s names the simulator or reaches into its folder",
  (workspace) => {
    const files = sources(workspace);
    expect(files.length).toBeGreaterThan(4);
    const importing = files.filter((path) =>
      /(?:from|import)\s*\(?\s*["'][^"']*(?:@stipple\/simulation|\/simulation\/)/.test(read(path)),
    );
    expect(importing).toEqual([]);
  },
);

test("the simulator stands on what is decided, not the other way", () => {
  expect(asksFor("packages/simulation").toSorted()).toEqual([
    "@stipple/evidence",
    "@stipple/protocol",
  ]);
  expect(behind("apps/cli")).toContain(simulation);
});
