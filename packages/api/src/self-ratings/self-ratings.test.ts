import { expect, test } from "vitest";
import { testId } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";

const first = { id: testId(1), on: "2026-11-02", rating: -1 };
const second = { id: testId(2), on: "2026-11-20", rating: 2 };
const save = (api: Awaited<ReturnType<typeof testApi>>, rating: typeof first) =>
  api.send("PUT", `/api/self-ratings/${rating.id}`, rating);
const list = async (api: Awaited<ReturnType<typeof testApi>>) =>
  (await api.send("GET", "/api/self-ratings")).json.ratings;

test("ratings are listed by day, corrected under their id, and taken back", async () => {
  const api = await testApi();
  await save(api, second);
  expect((await save(api, first)).status).toBe(200);
  expect(await list(api)).toEqual([first, second]);

  await save(api, { ...second, rating: 0 });
  await save(api, { ...second, rating: 0 });
  expect(await list(api)).toEqual([first, { ...second, rating: 0 }]);

  expect((await api.send("DELETE", `/api/self-ratings/${first.id}`)).status).toBe(204);
  expect(await api.send("DELETE", `/api/self-ratings/${first.id}`)).toMatchObject({
    status: 404,
    json: { code: "self-rating.unknown" },
  });
  expect(await list(api)).toEqual([{ ...second, rating: 0 }]);
});

test("a rating off the scale, of a day to come or of another id is refused, and nothing is kept", async () => {
  const api = await testApi();
  api.setNow("2026-11-20T20:00:00Z");
  const refusals = [
    await save(api, { ...first, rating: 4 }),
    await save(api, { ...first, rating: 0.5 }),
    await save(api, { ...first, on: "2026-02-30" }),
    await save(api, { ...first, on: "2026-12-24" }),
    await api.send("PUT", `/api/self-ratings/${second.id}`, first),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  expect(refusals[3]?.json).toMatchObject({
    code: "self-rating.future",
    action: "Give the day on which you looked.",
  });
  expect(await list(api)).toEqual([]);
});
