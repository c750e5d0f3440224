import { expect, test } from "vitest";
import { testApi } from "./testing/test-host.ts";

test("the OpenAPI document names every route of the contract, each with a summary and a problem", async () => {
  const { send } = await testApi();
  const { json } = await send("GET", "/api/openapi.json");
  expect(json.openapi).toBe("3.1.0");
  const operations = Object.entries<Record<string, { summary?: string; responses: object }>>(
    json.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, responses }]) => {
      expect(summary, path).toMatch(/^[A-Z]/);
      expect(responses, path).toHaveProperty("default");
      return `${method.toUpperCase()} ${path}`;
    }),
  );
  expect(operations.sort()).toEqual(
    [
      "GET /api/health",
      "GET /api/answers",
      "PUT /api/answers",
      "POST /api/assessments",
      "GET /api/assessments",
      "GET /api/assessments/latest",
      "POST /api/plans/preview",
      "POST /api/plans",
      "GET /api/plans/current",
      "GET /api/plans/{id}",
      "GET /api/today",
      "GET /api/devices",
      "PUT /api/devices/{id}",
      "POST /api/devices/{id}/events",
      "POST /api/sessions/check",
      "POST /api/sessions/{id}/events",
      "GET /api/sessions",
      "GET /api/sessions/{id}",
      "POST /api/check-ins",
      "GET /api/check-ins",
      "GET /api/holds",
      "POST /api/holds",
      "POST /api/holds/{id}/clear",
      "POST /api/moves",
      "GET /api/settings",
      "PUT /api/settings",
      "GET /api/history",
      "POST /api/calendar-feed",
      "GET /api/calendar-feed",
      "DELETE /api/calendar-feed/{id}",
      "GET /calendar/{file}",
      "POST /api/photo-uploads",
      "GET /api/photo-uploads",
      "GET /api/photo-uploads/{id}",
      "PATCH /api/photo-uploads/{id}",
      "DELETE /api/photo-uploads/{id}",
      "POST /api/photo-uploads/{id}/finish",
      "GET /api/photos",
      "GET /api/photos/{id}",
      "PUT /api/photos/{id}",
      "DELETE /api/photos/{id}",
      "GET /api/photos/{id}/image",
      "GET /api/photos/{id}/thumbnail",
      "POST /api/measurements",
      "GET /api/measurements",
      "GET /api/measurements/{id}",
      "DELETE /api/measurements/{id}",
      "POST /api/measurements/{id}/edits",
      "GET /api/self-ratings",
      "PUT /api/self-ratings/{id}",
      "DELETE /api/self-ratings/{id}",
      "GET /api/export",
      "POST /api/import",
      "POST /api/erase",
      "GET /api/recovery",
      "POST /api/recovery",
    ].sort(),
  );
});

test("the schemas of what is sent stand under their names", async () => {
  const { send } = await testApi();
  const { schemas } = (await send("GET", "/api/openapi.json")).json.components;
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining([
      "Answers",
      "PlanChoices",
      "SessionEvent",
      "Device",
      "CheckIn",
      "PhotoUpload",
      "PhotoDetails",
      "Measurement",
      "MeasurementEdit",
      "Settings",
    ]),
  );
  expect(schemas.Settings.properties.theme.enum).toEqual(["auto", "light", "dark"]);
});

test("an address that exists names the methods it takes", async () => {
  const { send } = await testApi();
  const { status, headers, json } = await send("PATCH", "/api/settings");
  expect(status).toBe(405);
  expect(headers.get("allow")).toBe("GET, PUT");
  expect(json).toMatchObject({
    code: "route.method",
    message: "This address takes GET and PUT, not PATCH.",
  });
});
