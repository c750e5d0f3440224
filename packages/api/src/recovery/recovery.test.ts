import { expect, test } from "vitest";
import { testApi } from "../testing/test-host.ts";

const problem = {
  code: "database.corrupt",
  message: "The database file is damaged.",
  action: "Open a copy.",
};
const copies = [{ name: "2026-11-21.sqlite", takenAt: "2026-11-21T00:00:00Z", bytes: 4096 }];

async function damagedApi() {
  const restored: string[] = [];
  const recovery = {
    problem,
    copies: async () => copies,
    restore: async (name: string) => {
      if (name === "damaged.sqlite") return "damaged" as const;
      if (name !== copies[0]?.name) return "unknown" as const;
      restored.push(name);
      return "opened" as const;
    },
  };
  return { ...(await testApi({ recovery })), restored };
}

test("while the database is damaged every route but health and recovery says so", async () => {
  const api = await damagedApi();
  for (const path of ["/api/today", "/api/answers", "/api/export", "/api/nothing"]) {
    expect(await api.send("GET", path)).toMatchObject({ status: 503, json: problem });
  }
  expect((await api.send("GET", `/calendar/${"a".repeat(43)}.ics`)).status).toBe(503);
  expect((await api.send("GET", "/api/health")).status).toBe(200);
  expect((await api.send("GET", "/api/recovery")).json).toEqual({ problem, copies });
});

test("a copy is restored by its name, and by no other", async () => {
  const api = await damagedApi();
  const unknown = await api.send("POST", "/api/recovery", { copy: "../../etc/passwd" });
  expect(unknown).toMatchObject({ status: 404, json: { code: "recovery.copy_unknown" } });
  const damaged = await api.send("POST", "/api/recovery", { copy: "damaged.sqlite" });
  expect(damaged).toMatchObject({ status: 422, json: { code: "recovery.copy_damaged" } });
  const restored = await api.send("POST", "/api/recovery", { copy: "2026-11-21.sqlite" });
  expect(restored.json).toEqual({ restored: "2026-11-21.sqlite" });
  expect(api.restored).toEqual(["2026-11-21.sqlite"]);
});

test("a sound database needs no recovery", async () => {
  const api = await testApi();
  expect((await api.send("GET", "/api/recovery")).json.code).toBe("recovery.not_needed");
});
