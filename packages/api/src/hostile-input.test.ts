import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { calmAnswers, roller, sundayChoices, testId, wholeSession } from "./testing/course.ts";
import {
  addPhoto,
  announcement,
  closeUpDetails,
  closeUpMeasurement,
  closeUpTotals,
  hair,
  jpegLike,
} from "./testing/photo-course.ts";
import { testOrigin } from "./testing/test-host.ts";
import { treatedApi } from "./testing/treated-api.ts";

type Api = Awaited<ReturnType<typeof treatedApi>>;
let api: Api;
let photo: Awaited<ReturnType<typeof announcement>>;
let operations: { method: string; path: string; takesJson: boolean }[] = [];

beforeAll(async () => {
  api = await treatedApi();
  await addPhoto(api, 0xb1, closeUpDetails);
  await api.send("POST", "/api/measurements", closeUpMeasurement(0xb2, testId(0xb1)));
  photo = await announcement(testId(0xb3), jpegLike(2000), closeUpDetails);
  const { json } = await api.send("GET", "/api/openapi.json");
  operations = Object.entries<Record<string, { requestBody?: { content: object } }>>(
    json.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      takesJson: Object.keys(requestBody?.content ?? {}).includes("application/json"),
    })),
  );
});

/** Sends bytes as they are and checks what every answer must be: a success, or a problem a person can act on. */
async function probe(method: string, path: string, body?: string, type = "application/json") {
  const response = await api.app.request(`${testOrigin}${path}`, {
    method,
    ...(body !== undefined && { body, headers: { "content-type": type } }),
  });
  const text = await response.text();
  const where = `${method} ${path} ${body?.slice(0, 80)} → ${response.status} ${text.slice(0, 300)}`;
  expect(api.faults, where).toEqual([]);
  expect(response.status, where).not.toBe(500);
  expect(response.headers.get("x-content-type-options"), where).toBe("nosniff");
  if (response.status >= 400) {
    const problem = JSON.parse(text);
    expect(response.headers.get("content-type"), where).toBe("application/problem+json");
    expect(problem, where).toMatchObject({
      status: response.status,
      code: expect.stringMatching(/^[a-z_-]+(\.[a-z_-]+)?$/),
      message: expect.stringMatching(/.{8}/),
      action: expect.stringMatching(/^[A-Z/].{4}/),
    });
  }
  return response.status;
}

function filled(path: string, id: string): string {
  return path.replace("{id}", id).replace("{file}", id);
}

const unreadable: Record<string, string> = {
  empty: "",
  blank: " \n",
  "half an object": '{"answers":',
  "a stray brace": "}",
  "not JSON": "setting=home",
  "a lone surrogate and control characters": '{"a":"\ud800\u0000"}',
  "200 000 lists deep": "[".repeat(200_000),
  "200 000 objects deep": '{"a":'.repeat(200_000),
  "more than 1 MiB": `{"a":"${"x".repeat(1024 * 1024)}"}`,
};
const wrongShape = ["null", "[]", "{}", "0", "-0", '"text"', "true", "1e999", '{"__proto__":{}}'];

describe("every route that takes JSON", () => {
  test.each(Object.keys(unreadable))("refuses a body that is %s", async (name) => {
    for (const { method, path } of operations.filter(({ takesJson }) => takesJson)) {
      const status = await probe(method, filled(path, roller.id), unreadable[name]);
      expect([400, 413, 422]).toContain(status);
    }
  });

  test.each(wrongShape)("refuses %s", async (body) => {
    for (const { method, path } of operations.filter(({ takesJson }) => takesJson)) {
      expect(await probe(method, filled(path, roller.id), body)).toBeGreaterThanOrEqual(400);
    }
  });

  test("refuses a body that is not marked as JSON", async () => {
    for (const { method, path } of operations.filter(({ takesJson }) => takesJson)) {
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
      ]) {
        expect(await probe(method, filled(path, roller.id), "{}", type)).toBe(415);
      }
    }
  });

  test("never fails on any JSON at all", async () => {
    const bodies = fc.sample(fc.json({ maxDepth: 4 }), { numRuns: 30, seed: 7 });
    for (const { method, path } of operations.filter(({ takesJson }) => takesJson)) {
      for (const body of bodies) await probe(method, filled(path, roller.id), body);
    }
  });
});

test("no route fails on an unknown, malformed or hostile id", async () => {
  const ids = [testId(0xbad), "x", "0", "%00", "..%2f..%2fetc", "é", "%E0%A4%A", "a".repeat(5000)];
  for (const { method, path } of operations.filter((operation) => operation.path.includes("{"))) {
    for (const id of ids) {
      const status = await probe(method, filled(path, id), method === "GET" ? undefined : "{}");
      expect(status).toBeGreaterThanOrEqual(400);
    }
  }
});

test("an address that takes no body refuses one, whatever it says", async () => {
  for (const body of ["{}", "null", ...Object.values(unreadable)].filter(Boolean)) {
    expect([413, 422]).toContain(await probe("POST", "/api/calendar-feed", body));
  }
  expect((await api.send("GET", "/api/calendar-feed")).json.feeds).toEqual([]);
  expect(await probe("POST", "/api/calendar-feed")).toBe(201);
});

test("an address or a method that does not exist is a problem, too", async () => {
  for (const path of ["/api", "/api/", "/api/nothing", "/api/plans/current/x", "/calendar/x"]) {
    if (path !== "/api") expect(await probe("GET", path)).toBe(404);
  }
  expect(await probe("DELETE", "/api/settings")).toBe(405);
  expect(await probe("PUT", "/api/today", "{}")).toBe(405);
});

/** One good body for each route, to be spoiled one value at a time. */
function goodBodies(): Record<string, [method: string, path: string, body: unknown]> {
  const { plan } = api;
  const sessionId = testId(0xa000);
  const startedAt = api.host.clock();
  const events = wholeSession({ sessionId, planId: plan.id, plan: plan.plan, startedAt });
  const at = startedAt;
  return {
    answers: ["PUT", "/api/answers", { answers: calmAnswers }],
    assessments: ["POST", "/api/assessments", { answers: calmAnswers }],
    preview: ["POST", "/api/plans/preview", { choices: sundayChoices }],
    device: ["PUT", `/api/devices/${roller.id}`, { ...roller, needleCount: 192, lot: "A1" }],
    deviceEvents: [
      "POST",
      `/api/devices/${roller.id}/events`,
      { events: [{ id: testId(0xa1), at, kind: "inspected", found: "bent" }] },
    ],
    check: ["POST", "/api/sessions/check", { deviceId: roller.id, zones: ["vertex"] }],
    events: ["POST", `/api/sessions/${sessionId}/events`, { events: events.slice(0, 14) }],
    checkIn: [
      "POST",
      "/api/check-ins",
      { id: testId(0xa2), at, slot: "24h", graded: { redness: 1 }, signs: ["pus"], note: "n" },
    ],
    hold: ["POST", "/api/holds", { id: testId(0xa3), says: "Pause" }],
    clear: ["POST", `/api/holds/${testId(0xa3)}/clear`, { doctorCleared: false }],
    move: ["POST", "/api/moves", { number: 1, to: at }],
    photo: ["POST", "/api/photo-uploads", photo],
    photoDetails: [
      "PUT",
      `/api/photos/${testId(0xb1)}`,
      { ...closeUpDetails, roiPx: [[0, 0]], landmarksPx: [{ name: "mole", at: [1, 2] }] },
    ],
    measurement: ["POST", "/api/measurements", measurementOfOneHair()],
    edits: [
      "POST",
      `/api/measurements/${testId(0xb2)}/edits`,
      {
        edits: [{ id: testId(0xb5), at, kind: "hairs-joined", hairIds: ["a", "b"], into: hair }],
        corrected: { editCount: 1, totals: closeUpTotals },
      },
    ],
    erase: ["POST", "/api/erase", { confirm: "erase everything!" }],
  };
}

function measurementOfOneHair() {
  const { result, ...about } = closeUpMeasurement(0xb4, testId(0xb1));
  return { ...about, result: { ...result, hairs: [hair] } };
}

const spoiled = [
  null,
  "",
  "x".repeat(3000),
  "0.25 mm",
  "=1+1",
  -1,
  0,
  0.25,
  25,
  2 ** 53,
  1e308,
  true,
  [],
  {},
  [[]],
  "9999-12-31",
  "0000-01-01",
  "2026-02-30",
  "9999-12-31T23:59:59Z",
  "0001-01-01T00:00:00+23:59",
];

/** Every copy of the value in which one leaf, list or object is replaced, or one key is added. */
function* spoiledCopies(value: unknown): Generator<unknown> {
  for (const bad of spoiled) yield bad;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { ...value, unexpected: 1 };
  const entries = Object.entries(value).slice(0, 12);
  for (const [key, child] of entries) {
    for (const copy of spoiledCopies(child)) {
      yield Array.isArray(value)
        ? value.map((item, index) => (String(index) === key ? copy : item))
        : { ...value, [key]: copy };
    }
  }
}

test("no good body with one spoiled value makes any route fail, nor what is read afterwards", async () => {
  for (const [method, path, body] of Object.values(goodBodies())) {
    for (const copy of spoiledCopies(body)) await probe(method, path, JSON.stringify(copy));
  }
  for (const path of operations.filter(
    ({ method, path }) => method === "GET" && !path.includes("{"),
  )) {
    await probe("GET", path.path);
  }
  expect(await probe("GET", "/api/today")).toBe(200);
  expect(await probe("GET", "/api/sessions")).toBe(200);
}, 60_000);

test("a problem names fields and limits, and never repeats a text that was sent", async () => {
  const secret = "canary-of-a-private-text";
  for (const [method, path, body] of Object.values(goodBodies())) {
    const spoiledText = JSON.stringify(body).replace(
      /"(no|home|vertex|roller|24h|bent|Pause)"/,
      `"${secret}"`,
    );
    const response = await api.app.request(`${testOrigin}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: spoiledText,
    });
    if (response.status >= 400) expect(await response.text()).not.toContain(secret);
  }
});
