import { afterEach, expect, test, vi } from "vitest";
import { newId } from "./new-id.ts";

afterEach(() => vi.unstubAllGlobals());

test("ids are version 4 UUIDs also where the browser has no randomUUID", () => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
  expect(newId()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});
