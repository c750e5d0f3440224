import { sources } from "@stipple/evidence";
import { describe, expect, test } from "vitest";
import { protocolIds } from "./plan.ts";
import { protocols } from "./protocols.ts";

describe.each(protocolIds)("programme %s", (id) => {
  const protocol = protocols[id];

  test("names itself and sources that exist", () => {
    expect(protocol.id).toBe(id);
    expect(protocol.sources.filter((source) => !(source in sources))).toEqual([]);
  });

  test("keeps its lengths inside the table of limits", () => {
    const [minUm, maxUm] = protocol.needle.rangeUm;
    const limitUm = protocol.setting === "home" ? 500 : protocol.isTrial ? 1500 : 1000;
    expect(maxUm).toBeLessThanOrEqual(limitUm);
    expect(minUm).toBeLessThanOrEqual(protocol.needle.recommendedUm);
    expect(protocol.needle.recommendedUm).toBeLessThanOrEqual(maxUm);
    for (const arm of protocol.needle.armsUm ?? []) {
      expect(arm).toBeGreaterThanOrEqual(minUm);
      expect(arm).toBeLessThanOrEqual(maxUm);
    }
  });

  test("runs through its phases without gap or overlap, at least weekly apart", () => {
    for (const [index, { weeks, everyWeeks }] of protocol.phases.entries()) {
      const before = protocol.phases[index - 1];
      expect(everyWeeks).toBeGreaterThanOrEqual(1);
      expect(weeks[0]).toBe(before ? before.weeks[1] + everyWeeks : 1);
    }
  });

  test("looks back in weeks 4, 12, 16, 24 and 52", () => {
    expect(protocol.reviewWeeks).toEqual([4, 12, 16, 24, 52]);
  });
});

test("only trials go above 1.0 mm", () => {
  const above = Object.values(protocols).filter(({ needle }) => needle.rangeUm[1] > 1000);
  expect(above.map(({ id, isTrial }) => [id, isTrial])).toEqual([
    ["dhurat-2013", true],
    ["faghihi-2021", true],
  ]);
});
