import { describe, expect, test } from "vitest";
import { testApi } from "./testing/test-host.ts";

const own = ["127.0.0.1:4870", "localhost:4870", "[::1]:4870", "LOCALHOST:4870"];
const foreign = [
  "evil.example",
  "evil.example:4870",
  "localhost",
  "localhost:80",
  "localhost:48700",
  "localhost.:4870",
  "127.0.0.1",
  "127.0.0.2:4870",
  "127.1:4870",
  "0.0.0.0:4870",
  "[::]:4870",
  "[::ffff:127.0.0.1]:4870",
  "localhost:4870.evil.example",
  "evil.example#localhost:4870",
  "localhost:4870@evil.example",
  "user@localhost:4870",
  "",
  "2130706433:4870",
];
const foreignOrigins = [
  "http://evil.example",
  "https://localhost:4870",
  "http://localhost",
  "http://localhost:4871",
  "http://localhost:4870.evil.example",
  "http://evil.example:4870",
  "null",
  "file://",
  "",
  "chrome-extension://abc",
  "http://127.0.0.1:80",
  "http://[::ffff:127.0.0.1]:4870",
];
const paths = ["/api/today", "/api/erase", "/"];

async function statusOf(headers: Record<string, string>, path = "/api/today", method = "GET") {
  const { app } = await testApi();
  const response = await app.request(`http://localhost:4870${path}`, { method, headers });
  return response.status;
}

describe("only this server's own pages get through", () => {
  test.each(own)("Host %s is this server", async (host) => {
    expect(await statusOf({ host })).toBe(200);
  });

  test.each(foreign)("Host “%s” is not, on no path", async (host) => {
    for (const path of [...paths, "/calendar/x.ics"]) {
      expect(await statusOf({ host }, path)).toBe(421);
    }
  });

  test.each(foreignOrigins)(
    "Origin “%s” is refused for reading and for writing",
    async (origin) => {
      const host = "localhost:4870";
      expect(await statusOf({ host, origin })).toBe(403);
      expect(await statusOf({ host, origin }, "/api/erase", "POST")).toBe(403);
    },
  );

  test.each(["cross-site", "same-site"])(
    "Sec-Fetch-Site %s is refused by the API",
    async (site) => {
      const headers = { host: "localhost:4870", "sec-fetch-site": site };
      const link = { ...headers, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
      expect(await statusOf(headers)).toBe(403);
      expect(await statusOf(link)).toBe(403);
      expect(await statusOf(headers, "/api/erase", "POST")).toBe(403);
      expect(await statusOf({ ...headers, "sec-fetch-mode": "no-cors" }, "/assets/app.js")).toBe(
        403,
      );
      expect(await statusOf({ ...link, "sec-fetch-dest": "iframe" }, "/today")).toBe(403);
    },
  );

  test("a link on another page may open a page of the app", async () => {
    const link = {
      host: "localhost:4870",
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect(await statusOf(link, "/today")).toBe(404);
    expect(await statusOf(link, "/today", "POST")).toBe(403);
  });

  test.each(["same-origin", "none"])(
    "Sec-Fetch-Site %s is this page or a typed address",
    async (site) => {
      expect(await statusOf({ host: "localhost:4870", "sec-fetch-site": site })).toBe(200);
    },
  );

  test("a calendar program with a foreign Origin reaches the calendar, not the API", async () => {
    const headers = { host: "localhost:4870", origin: "https://calendar.example" };
    expect(await statusOf(headers, `/calendar/${"a".repeat(43)}.ics`)).toBe(404);
    expect(await statusOf(headers, "/api/calendar-feed", "POST")).toBe(403);
  });
});

test("no answer opens the API to other origins", async () => {
  const { app } = await testApi();
  const response = await app.request("http://localhost:4870/api/today", {
    method: "OPTIONS",
    headers: { origin: "http://localhost:4870", "access-control-request-method": "PUT" },
  });
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual(
    [],
  );
});

test("the browser's policy stands on answers and on refusals alike", async () => {
  const { app } = await testApi();
  for (const path of ["/api/today", "/api/nothing", "/nothing"]) {
    const { headers } = await app.request(`http://localhost:4870${path}`);
    // WebAssembly may be compiled (decision 0005); text may not be run as a script.
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(headers.get("content-security-policy")).not.toMatch(/ 'unsafe-eval'/);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toBe("camera=(self)");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  const { headers } = await app.request("http://localhost:4870/api/today");
  expect(headers.get("cache-control")).toBe("no-store");
});
