import { expect, test } from "vitest";
import { testId } from "../testing/course.ts";
import {
  addPhoto,
  closeUpDetails,
  closeUpMeasurement,
  closeUpTotals,
  crownDetails,
  hair,
} from "../testing/photo-course.ts";
import { testApi } from "../testing/test-host.ts";

const at = "2026-11-22T19:00:00Z";

async function measuredApi() {
  const api = await testApi();
  await addPhoto(api, 1, closeUpDetails);
  const measurement = closeUpMeasurement(7, testId(1));
  const kept = await api.send("POST", "/api/measurements", measurement);
  expect(kept.status).toBe(200);
  const correct = (edits: readonly object[], editCount: number, totals: object = closeUpTotals) =>
    api.send("POST", `/api/measurements/${testId(7)}/edits`, {
      edits,
      corrected: { editCount, totals },
    });
  return { ...api, measurement, correct };
}

test("a measurement reads back as it was sent, every hair included", async () => {
  const { send, measurement } = await measuredApi();
  const { json } = await send("GET", `/api/measurements/${testId(7)}`);
  expect(json).toEqual({
    subject: { view: "close-up", siteId: "left of the mole", takenOn: "2026-11-21" },
    measurement,
    edits: [],
  });
});

test("sending it twice is harmless, another one under its id is refused", async () => {
  const { send, measurement } = await measuredApi();
  expect((await send("POST", "/api/measurements", measurement)).status).toBe(200);
  const other = { ...measurement, algorithmVersion: "close-up/2" };
  expect(await send("POST", "/api/measurements", other)).toMatchObject({
    status: 409,
    json: { code: "measurement.clash" },
  });
  expect((await send("GET", "/api/measurements")).json.measurements).toHaveLength(1);
});

test("a measurement of a photo that is not kept is refused", async () => {
  const { send } = await measuredApi();
  const stray = closeUpMeasurement(8, testId(0xbad));
  expect(await send("POST", "/api/measurements", stray)).toMatchObject({
    status: 404,
    json: { code: "photo.unknown" },
  });
});

test("every kind of edit is appended in order, and the first result stays beside the corrected totals", async () => {
  const { send, correct, measurement } = await measuredApi();
  const edits = [
    { id: testId(0x21), at, kind: "hair-added", hair: { ...hair, id: "m1", source: "manual" } },
    { id: testId(0x22), at, kind: "hair-removed", hairId: "h3" },
    {
      id: testId(0x23),
      at,
      kind: "hair-split",
      hairId: "h1",
      into: [
        { ...hair, id: "m2" },
        { ...hair, id: "m3" },
      ],
    },
    {
      id: testId(0x24),
      at,
      kind: "hairs-joined",
      hairIds: ["m2", "m3"],
      into: { ...hair, id: "m4" },
    },
    { id: testId(0x25), at, kind: "undone", editId: testId(0x24) },
  ];
  await correct(edits.slice(0, 2), 2);
  const totals = { ...closeUpTotals, count: { value: 4 } };
  const { json } = await correct(edits.slice(1), 5, totals);
  expect(json.edits).toEqual(edits);
  expect(json.corrected).toEqual({ editCount: 5, totals });
  expect(json.measurement).toEqual(measurement);
  const [row] = (await send("GET", "/api/measurements")).json.measurements;
  expect(row).toMatchObject({ editCount: 5, corrected: { totals: { count: { value: 4 } } } });
});

test("totals that were made without the edits of another page are refused, and nothing is kept", async () => {
  const { send, correct } = await measuredApi();
  await correct([{ id: testId(0x21), at, kind: "hair-removed", hairId: "h1" }], 1);
  const late = await correct([{ id: testId(0x22), at, kind: "hair-removed", hairId: "h2" }], 1);
  expect(late).toMatchObject({ status: 409, json: { code: "measurement.other_edits" } });
  const { json } = await send("GET", `/api/measurements/${testId(7)}`);
  expect(json.edits).toHaveLength(1);
});

test("the course of a site is in the order of the photos' days, without hairs", async () => {
  const { send, ...api } = await measuredApi();
  await addPhoto({ send, app: api.app }, 2, { ...closeUpDetails, takenOn: crownDetails.takenOn });
  await addPhoto({ send, app: api.app }, 3, crownDetails);
  await send("POST", "/api/measurements", closeUpMeasurement(8, testId(2)));
  await send("POST", "/api/measurements", {
    ...closeUpMeasurement(9, testId(3)),
    scale: { source: "none" },
    result: { kind: "coverage", totals: { coverageFraction: { value: 0.62 } } },
  });
  const idsAt = async (query: string) => {
    const { json } = await send("GET", `/api/measurements?${query}`);
    return json.measurements.map((row: { measurement: { id: string } }) => row.measurement.id);
  };
  expect(await idsAt("siteId=left%20of%20the%20mole")).toEqual([testId(8), testId(7)]);
  expect(await idsAt("view=vertex")).toEqual([testId(9)]);
  expect(await idsAt("kind=coverage")).toEqual([testId(9)]);
  const { json } = await send("GET", "/api/measurements");
  expect(JSON.stringify(json)).not.toContain("polylinePx");
});

test("only a close-up has hairs to correct", async () => {
  const { send } = await measuredApi();
  await send("POST", "/api/measurements", {
    ...closeUpMeasurement(9, testId(1)),
    result: { kind: "coverage", totals: { coverageFraction: { value: 0.62 } } },
  });
  const refused = await send("POST", `/api/measurements/${testId(9)}/edits`, {
    edits: [{ id: testId(0x21), at, kind: "hair-removed", hairId: "h1" }],
    corrected: { editCount: 1, totals: closeUpTotals },
  });
  expect(refused).toMatchObject({ status: 422, json: { code: "measurement.no_hairs" } });
  expect((await send("GET", `/api/measurements/${testId(9)}`)).json.edits).toEqual([]);
});

test("a deleted measurement is gone with its edits", async () => {
  const { send, correct, sqlite } = await measuredApi();
  await correct([{ id: testId(0x21), at, kind: "hair-removed", hairId: "h1" }], 1);
  expect((await send("DELETE", `/api/measurements/${testId(7)}`)).status).toBe(204);
  expect((await send("GET", `/api/measurements/${testId(7)}`)).status).toBe(404);
  expect(sqlite.prepare("select count(*) as n from measurement_edit").get()).toEqual({ n: 0 });
});

test("a close-up of 2 MiB is kept, and a body of more than 4 MiB is not read", async () => {
  const { send, measurement } = await measuredApi();
  const withHairs = (count: number) => ({
    ...measurement,
    id: testId(count),
    result: {
      ...measurement.result,
      hairs: Array.from({ length: count }, (_, index) => ({
        ...hair,
        id: `h${index}`,
        polylinePx: Array.from({ length: 800 }, (_, step) => 1000.5 + step),
      })),
    },
  });
  const large = withHairs(300);
  expect(JSON.stringify(large).length).toBeGreaterThan(1.6e6);
  expect((await send("POST", "/api/measurements", large)).status).toBe(200);
  const tooLarge = await send("POST", "/api/measurements", withHairs(1000));
  expect(tooLarge).toMatchObject({ status: 413, json: { code: "request.too_large" } });
});
