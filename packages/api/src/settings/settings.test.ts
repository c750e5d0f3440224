import { expect, test } from "vitest";
import { testApi } from "../testing/test-host.ts";

test("settings begin with the machine's time zone and neutral calendar titles, and are replaced whole", async () => {
  const api = await testApi();
  const { json: defaults } = await api.send("GET", "/api/settings");
  expect(defaults).toMatchObject({
    timeZone: "Europe/Berlin",
    discreetTitles: true,
    topicalTiming: "wait-24h",
  });
  const wanted = { ...defaults, theme: "dark", timeZone: "America/New_York", weekStartsOn: 7 };
  expect((await api.send("PUT", "/api/settings", wanted)).json).toEqual(wanted);
  expect((await api.send("GET", "/api/settings")).json).toEqual(wanted);
});

test.each([
  ["en-GB,en;q=0.9", { locale: "en-GB", weekStartsOn: 1 }],
  ["en-US", { locale: "en-US", weekStartsOn: 7 }],
  ["*", { locale: "en", weekStartsOn: 1 }],
  ["en-aa-aa", { locale: "en", weekStartsOn: 1 }],
])(
  "until they are saved, dates and weeks follow the browser's language: %s",
  async (header, expected) => {
    const api = await testApi();
    const { json } = await api.send("GET", "/api/settings", undefined, {
      "accept-language": header,
    });
    expect(json).toMatchObject(expected);
  },
);

test("a time zone that does not exist is refused in plain words", async () => {
  const api = await testApi();
  const { json: defaults } = await api.send("GET", "/api/settings");
  const wanted = { ...defaults, timeZone: "Mars/Base" };
  const { status, json } = await api.send("PUT", "/api/settings", wanted);
  expect(status).toBe(422);
  expect(json.message).toBe("timeZone must be an IANA time zone such as Europe/Berlin.");
});

test("a language that dates cannot be written in is refused, and nothing is saved", async () => {
  const api = await testApi();
  const { json: defaults } = await api.send("GET", "/api/settings");
  const { status, json } = await api.send("PUT", "/api/settings", {
    ...defaults,
    locale: "en-aa-aa",
  });
  expect(status).toBe(422);
  expect(json.message).toBe("locale must be a language tag such as en or pt-BR.");
  expect((await api.send("GET", "/api/settings")).json).toEqual(defaults);
});
