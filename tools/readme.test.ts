import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url);
const papers = ["README.md", "SAFETY.md", "PRIVACY.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const read = (name: string) => readFileSync(new URL(name, root), "utf8");

test("the example in the README prints what the README says", () => {
  const example = /```console\n\$ (.+)\n([\s\S]+?)```/.exec(read("README.md"));
  const [, command = "", output] = example ?? [];
  expect(execFileSync("bash", ["-c", command], { cwd: root, encoding: "utf8" })).toBe(output);
});

test.each(papers)("every file that %s names exists", (name) => {
  const links = [...read(name).matchAll(/(?:\]\(|src="|srcset=")([^)"#:]+)[)"]/g)].map(
    ([, link = ""]) => link,
  );
  expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([]);
});

test("the options in the README are those of the server", () => {
  const usage = execFileSync(process.execPath, ["apps/server/src/main.ts", "--help"], {
    cwd: root,
    encoding: "utf8",
  });
  const options = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].toSorted();
  const table = read("README.md").split("## Options")[1]?.split("| environment")[0] ?? "";
  expect(options(table)).toEqual(options(usage).filter((option) => option !== "--help"));
});
