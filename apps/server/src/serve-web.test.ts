import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { serveWeb } from "./serve-web.ts";
import { tempFolder } from "./testing/temp-folder.ts";

const script = `console.log("${"x".repeat(4000)}");`;

function builtWeb() {
  const root = tempFolder();
  const folder = join(root, "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Stipple</title>");
  writeFileSync(join(folder, "sw.js"), "self.addEventListener('fetch', () => {});");
  writeFileSync(join(folder, ".sources"), "hash");
  writeFileSync(join(folder, "assets", "app-1a2b.js"), script);
  writeFileSync(join(folder, "assets", "big-3c4d.js"), script);
  writeFileSync(join(folder, "assets", "big-3c4d.js.br"), "brotli bytes");
  const web = serveWeb(folder);
  return (path: string, headers: Record<string, string> = {}) =>
    web(new Request(`http://localhost:4870${path}`, { headers }));
}

test("every page address is answered with the app, and asks again each time", async () => {
  const get = builtWeb();
  for (const path of ["/", "/today", "/session/0b5e", "/index.html"]) {
    const response = await get(path);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<title>Stipple</title>");
  }
});

test("files with a hash in their name are kept for a year, the service worker is not", async () => {
  const get = builtWeb();
  const asset = await get("/assets/app-1a2b.js");
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await asset.text()).toBe(script);
  expect((await get("/sw.js")).headers.get("cache-control")).toBe("no-cache");
});

test("a browser that has the file is told so", async () => {
  const get = builtWeb();
  const etag = (await get("/")).headers.get("etag") ?? "";
  const again = await get("/", { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect((await get("/", { "if-none-match": '"other"' })).status).toBe(200);
});

test("a file is sent packed as the browser can unpack it", async () => {
  const get = builtWeb();
  const zipped = await get("/assets/app-1a2b.js", { "accept-encoding": "gzip, deflate" });
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(script);
  const brotli = await get("/assets/big-3c4d.js", { "accept-encoding": "gzip, br" });
  expect(brotli.headers.get("content-encoding")).toBe("br");
  expect(await brotli.text()).toBe("brotli bytes");
  expect((await get("/assets/big-3c4d.js")).headers.get("content-encoding")).toBeNull();
});

test.each([
  "/assets/gone-5e6f.js",
  "/secret.txt",
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/assets/..%5c..%5csecret.txt",
  "/.sources",
  "/%00.js",
])("%s is not there", async (path) => {
  const response = await builtWeb()(path);
  expect(response.status === 404 || (await response.text()).includes("<title>")).toBe(true);
  expect(await (await builtWeb()(path)).text()).not.toContain("secret");
});

test("before the app is built the page says how to build it", async () => {
  const response = await serveWeb(join(tempFolder(), "none"))(
    new Request("http://localhost:4870/"),
  );
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm start");
});
