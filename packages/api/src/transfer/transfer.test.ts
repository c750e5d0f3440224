import { addHours } from "@stipple/protocol";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { Host } from "../host.ts";
import { testId } from "../testing/course.ts";
import { testApi, testOrigin } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

type Api = Awaited<ReturnType<typeof testApi>>;

async function exportOf({ app }: Pick<Api, "app">): Promise<Uint8Array<ArrayBuffer>> {
  const response = await app.request(`${testOrigin}/api/export`);
  expect(response.headers.get("content-type")).toBe("application/zip");
  return new Uint8Array(await response.arrayBuffer());
}

async function importInto(
  { app }: Pick<Api, "app">,
  zip: Uint8Array<ArrayBuffer>,
  { query = "", type = "application/zip" } = {},
) {
  const response = await app.request(`${testOrigin}/api/import${query}`, {
    method: "POST",
    headers: { "content-type": type },
    body: zip,
  });
  return { status: response.status, json: await response.json() };
}

/** The draft of an assessment, with the first day of a medicine that only figures show. */
const draft = { setting: "home", therapiesSince: { "minoxidil-topical": "2026-09-01" } };

/** A person with a course: sessions, a check-in with a hold, a move, a calendar that was read, settings. */
async function courseApi(changes: Partial<Host> = {}) {
  const api = await treatedApi(changes);
  await api.send("PUT", "/api/answers", { answers: draft });
  await api.doNextSession();
  await api.doNextSession();
  await api.send("POST", "/api/check-ins", {
    id: testId(0xc1),
    at: "2026-11-30T20:00:00+01:00",
    slot: "24h",
    graded: { redness: 1 },
    signs: ["pus"],
    note: "“Überrascht”, 头皮 🙂",
  });
  const rating = { id: testId(0xaa), on: "2026-11-30", rating: 1 };
  await api.send("PUT", `/api/self-ratings/${rating.id}`, rating);
  const feed = await api.send("POST", "/api/calendar-feed");
  await api.app.request(`${testOrigin}${feed.json.path}`);
  await api.send("POST", `/api/holds/${testId(0xc1)}/clear`, { doctorCleared: true });
  const { next } = (await api.send("GET", "/api/today")).json;
  await api.send("POST", "/api/moves", { number: next.number, to: "2026-12-08T18:00:00Z" });
  const { json: settings } = await api.send("GET", "/api/settings");
  await api.send("PUT", "/api/settings", { ...settings, theme: "dark" });
  return api;
}

test("export, import elsewhere and export again give the same bytes", async () => {
  const api = await courseApi();
  const zip = await exportOf(api);
  const other = await testApi({ timeZone: "America/New_York" });
  const { status, json } = await importInto(other, zip);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    dryRun: false,
    counts: { assessments: 1, plans: 1, devices: 1, sessionEvents: 126, checkIns: 1, holds: 1 },
  });
  const { ratings } = (await other.send("GET", "/api/self-ratings")).json;
  expect(ratings).toEqual([{ id: testId(0xaa), on: "2026-11-30", rating: 1 }]);
  expect(Buffer.from(await exportOf(other)).equals(Buffer.from(zip))).toBe(true);
});

test("after an import the other machine says the same as the first", async () => {
  const api = await courseApi();
  const other = await testApi();
  other.setNow(api.host.clock());
  await importInto(other, await exportOf(api));
  for (const path of ["/api/today", "/api/history", "/api/devices", "/api/settings"]) {
    expect((await other.send("GET", path)).json).toEqual((await api.send("GET", path)).json);
  }
});

test("the manifest names the file with its size and SHA-256", async () => {
  const files = unzipSync(await exportOf(await courseApi()));
  expect(Object.keys(files).sort()).toEqual(["manifest.json", "stipple.json"]);
  const content = files["stipple.json"] ?? new Uint8Array();
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(content));
  expect(JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()))).toEqual({
    format: "stipple-archive",
    version: 2,
    files: [
      { name: "stipple.json", bytes: content.length, sha256: Buffer.from(digest).toString("hex") },
    ],
  });
  expect(JSON.parse(strFromU8(content))).toMatchObject({ format: "stipple-export", version: 2 });
});

test("a dry run counts and keeps nothing", async () => {
  const zip = await exportOf(await courseApi());
  const other = await testApi();
  const empty = await exportOf(other);
  const { json } = await importInto(other, zip, { query: "?dryRun=1" });
  expect(json).toMatchObject({ dryRun: true, counts: { sessionEvents: 126 } });
  expect(Buffer.from(await exportOf(other)).equals(Buffer.from(empty))).toBe(true);
});

test("an import replaces what was there, after a copy was made", async () => {
  let copies = 0;
  const storage = {
    state: () => ({ writable: true }),
    copy: async () => {
      copies += 1;
    },
    scrub: async () => {},
  };
  const zip = await exportOf(await courseApi());
  const other = await testApi({ storage });
  await other.send("PUT", "/api/answers", { answers: { ageYears: 70 } });
  await importInto(other, zip);
  expect((await other.send("GET", "/api/answers")).json.answers).toEqual(draft);
  expect(copies).toBe(1);
});

/** An archive whose content was changed, with a manifest that fits it. */
async function archiveOf(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = strToU8(typeof content === "string" ? content : JSON.stringify(content));
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  const sha256 = Buffer.from(digest).toString("hex");
  const manifest = {
    format: "stipple-archive",
    version: 1,
    files: [{ name: "stipple.json", bytes: bytes.length, sha256 }],
  };
  const files = { "manifest.json": strToU8(JSON.stringify(manifest)), "stipple.json": bytes };
  return new Uint8Array(zipSync(files));
}

async function contentOf(api: Pick<Api, "app">) {
  return JSON.parse(strFromU8(unzipSync(await exportOf(api))["stipple.json"] ?? new Uint8Array()));
}

function calendarEntry(sequence: number) {
  const at = "2026-11-29T19:00:00Z";
  const moments = { startsAt: at, endsAt: at, changedAt: at };
  return { planId: testId(0xca), number: 1, ...moments, sequence, status: "confirmed" };
}

test("one changed byte is found by the manifest", async () => {
  const api = await courseApi();
  const files = unzipSync(await exportOf(api));
  const content = files["stipple.json"] ?? new Uint8Array();
  const at = strFromU8(content).indexOf('"dark"') + 1;
  content[at] = "l".charCodeAt(0);
  const { status, json } = await importInto(api, new Uint8Array(zipSync({ ...files })));
  expect({ status, code: json.code }).toEqual({ status: 422, code: "import.damaged" });
});

test.each([
  ["no zip at all", strToU8("PK but not really"), "import.damaged"],
  ["empty", new Uint8Array(), "import.damaged"],
  ["an empty zip", zipSync({}), "import.damaged"],
  ["a zip with another file", zipSync({ "../evil": strToU8("x") }), "import.damaged"],
  ["70 MiB of zeros", zipSync({ "stipple.json": new Uint8Array(70 << 20) }), "import.too_large"],
])("an archive that is %s is refused", async (_, zip, code) => {
  const { status, json } = await importInto(await testApi(), new Uint8Array(zip));
  expect(json.code).toBe(code);
  expect(status).toBeGreaterThanOrEqual(413);
});

test("a zip that lies about its size does not unpack further than it said", async () => {
  const zip = zipSync({ "stipple.json": new Uint8Array(8 << 20) });
  const view = new DataView(zip.buffer, zip.byteOffset);
  const directory = zip.findLastIndex(
    (_, index) => index + 4 <= zip.length && view.getUint32(index, true) === 0x02014b50,
  );
  view.setUint32(directory + 24, 10, true);
  const { json } = await importInto(await testApi(), new Uint8Array(zip));
  expect(json.code).toBe("import.damaged");
});

test.each<[string, (content: Record<string, unknown[]>) => unknown, string]>([
  ["is not JSON", () => "{", "import.damaged"],
  ["is nested 200 000 deep", () => "[".repeat(200_000), "request.too_deep"],
  ["has an unknown table", (content) => ({ ...content, films: [] }), "request.invalid"],
  ["is of a later version", (content) => ({ ...content, version: 3 }), "request.invalid"],
  ["misses a table", ({ holds: _, ...content }) => content, "request.invalid"],
  [
    "counts the changes of a calendar entry without end",
    (content) => ({ ...content, calendarEntries: [calendarEntry(9e15)] }),
    "request.invalid",
  ],
  [
    "has the same plan twice",
    (content) => ({ ...content, plans: [...(content.plans ?? []), ...(content.plans ?? [])] }),
    "import.unusable",
  ],
  [
    "has a plan without its assessment",
    (content) => ({ ...content, assessments: [] }),
    "import.unusable",
  ],
])("an archive that %s is refused whole", async (_, change, code) => {
  const api = await courseApi();
  const before = await exportOf(api);
  const { status, json } = await importInto(api, await archiveOf(change(await contentOf(api))));
  expect({ status, code: json.code }).toEqual({ status: 422, code });
  expect(json.action).toMatch(/^[A-Z]/);
  expect(Buffer.from(await exportOf(api)).equals(Buffer.from(before))).toBe(true);
  expect(api.faults).toEqual([]);
});

test("a disk that fills up during an import leaves everything as it was, and the next request works", async () => {
  const zip = await exportOf(await courseApi());
  const other = await testApi();
  await other.send("PUT", "/api/answers", { answers: { ageYears: 70 } });
  const { page_count: pages } = other.sqlite.prepare("pragma page_count").get() ?? {};
  other.sqlite.exec(`pragma max_page_count = ${Number(pages) + 3}`);
  const { status, json } = await importInto(other, zip);
  expect({ status, code: json.code }).toEqual({ status: 507, code: "storage.full" });
  expect((await other.send("GET", "/api/answers")).json.answers).toEqual({ ageYears: 70 });

  other.sqlite.exec("pragma max_page_count = 100000");
  expect((await importInto(other, zip)).status).toBe(200);
});

test("an archive must be marked as one", async () => {
  const { status, json } = await importInto(await testApi(), new Uint8Array(), {
    type: "text/plain",
  });
  expect({ status, code: json.code }).toEqual({ status: 415, code: "import.not_zip" });
});

test("erasing needs the exact words, and then nothing is left, calendar addresses included", async () => {
  let scrubbed = 0;
  const storage = {
    state: () => ({ writable: true }),
    copy: async () => {},
    scrub: async () => {
      scrubbed += 1;
    },
  };
  const api = await courseApi({ storage });
  const refused = await api.send("POST", "/api/erase", { confirm: "yes" });
  expect(refused.status).toBe(422);
  expect(refused.json.message).toContain("erase everything");
  expect((await api.send("GET", "/api/sessions")).json.sessions).toHaveLength(2);

  expect((await api.send("POST", "/api/erase", { confirm: "erase everything" })).status).toBe(204);
  const { format: _, version: __, ...tables } = await contentOf(api);
  expect(Object.values(tables).every((rows) => Array.isArray(rows) && rows.length === 0)).toBe(
    true,
  );
  expect((await api.send("GET", "/api/sessions")).json.sessions).toEqual([]);
  expect(scrubbed).toBe(1);
});

test("an archive that misses a session known here holds the plan, also when imported twice", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  const older = await exportOf(api);
  await api.doNextSession();
  const newer = await exportOf(api);

  expect((await importInto(api, older, { query: "?dryRun=1" })).status).toBe(200);
  expect((await api.send("GET", "/api/today")).json.holds).toEqual([]);
  for (let times = 1; times <= 2; times += 1) {
    await importInto(api, older);
    const today = (await api.send("GET", "/api/today")).json;
    expect(today.holds).toMatchObject([{ why: "history-gap", from: today.now }]);
    expect(today.next.kind).toBe("held");
  }

  const same = await testApi();
  same.setNow(api.host.clock());
  await importInto(same, newer);
  await importInto(same, newer);
  expect((await same.send("GET", "/api/today")).json.holds).toEqual([]);
});

test("an archive older than one interval holds the plan, even where nothing was known", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  const zip = await exportOf(api);
  const holdsAfter = async (hours: number) => {
    const other = await testApi();
    other.setNow(addHours(api.host.clock(), hours));
    await importInto(other, zip);
    return (await other.send("GET", "/api/today")).json.holds;
  };
  expect(await holdsAfter(167)).toEqual([]);
  expect(await holdsAfter(169)).toMatchObject([{ why: "history-gap" }]);
});
