import { expect, test } from "vitest";
import { roller, testId } from "../testing/course.ts";
import { testApi } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";

test("a registered device is fit and keeps its place when corrected", async () => {
  const api = await testApi();
  const second = { ...roller, id: testId(2), name: "Red roller" };
  await api.send("PUT", `/api/devices/${roller.id}`, roller);
  await api.send("PUT", `/api/devices/${second.id}`, second);
  const corrected = { ...roller, name: "Old blue roller" };
  const { json } = await api.send("PUT", `/api/devices/${roller.id}`, corrected);
  expect(json).toMatchObject({ device: corrected, state: { fitness: "fit", uses: 0 }, events: [] });

  const list = await api.send("GET", "/api/devices");
  const names = list.json.devices.map((row: { device: { name: string } }) => row.device.name);
  expect(names).toEqual(["Old blue roller", "Red roller"]);
});

test("every session counts as a use of its device", async () => {
  const api = await treatedApi();
  await api.doNextSession();
  await api.doNextSession();
  const { json } = await api.send("GET", "/api/devices");
  expect(json.devices[0].state).toMatchObject({ uses: 2, firstUsedOn: "2026-11-22" });
});

test("a dropped and bent device is blocked, and sending the events twice keeps them once", async () => {
  const api = await treatedApi();
  const at = "2026-11-22T18:30:00Z";
  const events = [
    { id: testId(0xe1), at, kind: "dropped" },
    { id: testId(0xe2), at, kind: "inspected", found: "bent" },
  ];
  await api.send("POST", `/api/devices/${roller.id}/events`, { events });
  const { json } = await api.send("POST", `/api/devices/${roller.id}/events`, { events });
  expect(json.events).toEqual(events);
  expect(json.state.fitness).toBe("blocked");
  const today = await api.send("GET", "/api/today");
  expect(today.json.alarms).toContainEqual(
    expect.objectContaining({ code: "device.blocked", to: "/devices" }),
  );
});

test("events of an unknown device, and a device under another id, are refused", async () => {
  const api = await testApi();
  const events = [{ id: testId(0xe1), at: "2026-11-22T18:30:00Z", kind: "dropped" }];
  const unknown = await api.send("POST", `/api/devices/${testId(9)}/events`, { events });
  expect(unknown).toMatchObject({ status: 404, json: { code: "device.unknown" } });
  const mismatch = await api.send("PUT", `/api/devices/${testId(9)}`, roller);
  expect(mismatch).toMatchObject({ status: 422, json: { code: "device.mismatch" } });
});
