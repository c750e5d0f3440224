import fc from "fast-check";
import { expect, test } from "vitest";
import { depthOf, maxJsonDepth } from "./border.ts";
import { testApi, testOrigin } from "./testing/test-host.ts";

function nested(depth: number): string {
  return `${"[".repeat(depth)}${"]".repeat(depth)}`;
}

test("a text of 64 levels passes and one of 65 does not", () => {
  expect(depthOf(nested(64))).toBeLessThanOrEqual(maxJsonDepth);
  expect(depthOf(nested(65))).toBe(65);
});

test("brackets inside texts do not count, whatever is escaped", () => {
  expect(depthOf(`{"a":"${"[{".repeat(100)}"}`)).toBe(1);
  expect(depthOf(`{"a\\\\":"\\"${"[".repeat(100)}"}`)).toBe(1);
  expect(depthOf(`["\\\\",${nested(70)}]`)).toBe(65);
});

test("the depth of any JSON is the depth of its value", () => {
  const depthOfValue = (value: unknown): number =>
    typeof value === "object" && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOfValue))
      : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      if (text.length > maxJsonDepth) expect(depthOf(text)).toBe(depthOfValue(value));
    }),
    { numRuns: 200 },
  );
});

function streamed(body: ReadableStream) {
  const headers = { "content-type": "application/json" };
  return { method: "PUT", headers, body, duplex: "half" };
}

test("a body of unknown length is cut off at 1 MiB", async () => {
  const { app } = await testApi();
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(64 * 1024).fill(32));
    },
  });
  const response = await app.request(`${testOrigin}/api/answers`, streamed(endless));
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(25);
});

test("a short body of unknown length is read", async () => {
  const { app } = await testApi();
  const body = new Blob(['{"answers":{"ageYears":', "40}}"]).stream();
  const response = await app.request(`${testOrigin}/api/answers`, streamed(body));
  expect(await response.json()).toMatchObject({ answers: { ageYears: 40 } });
});
