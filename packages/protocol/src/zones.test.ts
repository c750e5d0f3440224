import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "./testing/runs.ts";
import { expandZones, partZoneIds, sections, sectionsOf, zoneIds, zonesOverlap } from "./zones.ts";

describe("sections", () => {
  test("there are 24 of them, 4 + 2 + 2 + 8 + 8, each with an id of its own", () => {
    const counts = partZoneIds.map((zone) => sections.filter((one) => one.zone === zone).length);
    expect(counts).toEqual([4, 2, 2, 8, 8]);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(24);
    expect(new Set(sections.map(({ name }) => name)).size).toBe(24);
  });

  test("an id tells the zone, a name reads as words", () => {
    expect(sections.find(({ id }) => id === "vertex/left-back")?.name).toBe("vertex, left back");
    expect(sections.find(({ id }) => id === "mid-scalp/far-right-front")?.name).toBe(
      "mid-scalp, far right front",
    );
    expect(sections.every(({ id, zone }) => id.startsWith(`${zone}/`))).toBe(true);
  });

  test("the edge of the whole area is rolled before what it encloses (S31)", () => {
    const rolled = sectionsOf(["vertex", "frontal-hairline"]);
    expect(rolled.map(({ isEdge }) => isEdge)).toEqual([
      ...Array<boolean>(8).fill(true),
      ...Array<boolean>(4).fill(false),
    ]);
    expect(rolled[0]?.id).toBe("frontal-hairline/far-left");
    expect(rolled.at(-1)?.id).toBe("vertex/right-back");
  });
});

describe("zones", () => {
  test("the whole scalp is all five zones, whatever is named beside it", () => {
    expect(expandZones(["vertex", "whole-scalp"])).toEqual(partZoneIds);
    expect(sectionsOf(["whole-scalp"])).toHaveLength(24);
  });

  test("order and repetition of a wish do not matter", () => {
    expect(expandZones(["vertex", "left-temple", "vertex"])).toEqual(["left-temple", "vertex"]);
  });

  test("two lists overlap exactly when they share a section", () => {
    const someZones = fc.subarray([...zoneIds]);
    fc.assert(
      fc.property(someZones, someZones, (a, b) => {
        const inA = new Set(sectionsOf(a).map(({ id }) => id));
        expect(zonesOverlap(a, b)).toBe(sectionsOf(b).some(({ id }) => inA.has(id)));
        expect(zonesOverlap(b, a)).toBe(zonesOverlap(a, b));
      }),
      { numRuns: Math.min(propertyRuns, 2000) },
    );
  });
});
