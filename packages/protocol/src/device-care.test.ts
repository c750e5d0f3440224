import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addHours, type Instant, instant, isoDate } from "./calendar.ts";
import { careForDevice, type Device, type DeviceEvent, type DeviceUse } from "./device-care.ts";
import { propertyRuns } from "./testing/runs.ts";

const roller: Device = {
  id: "6f1b1b34-9f3f-4b53-9a53-5a0d1b6f0001",
  name: "Blue roller",
  kind: "roller",
  needleLengthUm: 250,
  construction: "single-needles",
  material: "steel",
  earlierUses: 0,
  usedByAnotherPerson: "no",
};
const today = isoDate("2027-03-13");
const at = (text: string) => instant(text);
const uses = (count: number, from = "2027-03-01T19:00:00Z"): readonly DeviceUse[] =>
  Array.from({ length: count }, (_, index) => ({
    endedAt: addHours(at(from), index),
    cleaned: true,
  }));
const event = (kind: "dropped" | "cleaned" | "retired", moment: string): DeviceEvent => ({
  id: "6f1b1b34-9f3f-4b53-9a53-5a0d1b6f0002",
  at: at(moment),
  kind,
});
const check = (found: Extract<DeviceEvent, { kind: "inspected" }>["found"], moment: string) =>
  ({
    id: "6f1b1b34-9f3f-4b53-9a53-5a0d1b6f0003",
    at: at(moment),
    kind: "inspected",
    found,
  }) as const;
const care = (
  record: { uses?: readonly DeviceUse[]; events?: readonly DeviceEvent[] },
  device: Partial<Device> = {},
  on = today,
) => careForDevice({ ...roller, ...device }, { uses: [], events: [], ...record }, on);
const rulesOf = ({ findings }: ReturnType<typeof care>) =>
  findings.flatMap(({ decidedBy }) => decidedBy.map(({ ruleId }) => ruleId));

test("a new device is fit, with all its life before it and no age", () => {
  expect(care({})).toEqual({ uses: 0, fitness: "fit", usesLeft: 15, findings: [] });
});

describe("uses", () => {
  test.each([
    [9, "fit", 6],
    [10, "warn", 5],
    [14, "warn", 1],
    [15, "blocked", 0],
    [40, "blocked", 0],
  ])("%d uses are %s with %d left", (count, fitness, usesLeft) => {
    expect(care({ uses: uses(count) })).toMatchObject({ uses: count, fitness, usesLeft });
  });

  test("uses before it was registered count", () => {
    expect(care({ uses: uses(3) }, { earlierUses: 7 })).toMatchObject({
      uses: 10,
      fitness: "warn",
    });
  });

  test("the warning and the block name value and limit", () => {
    expect(care({ uses: uses(10) }).findings[0]?.says).toBe(
      "It has 10 uses; at 15 it is worn out.",
    );
    expect(care({ uses: uses(15) }).findings[0]?.says).toBe("It has 15 uses; 15 are the limit.");
  });
});

describe("age", () => {
  test("three calendar months after the first use the device is closed, the day before it is not", () => {
    const device = { firstUsedOn: isoDate("2026-11-30") };

    expect(care({}, device, isoDate("2027-02-27"))).toMatchObject({
      fitness: "fit",
      ageDays: 89,
      daysLeft: 1,
    });
    expect(care({}, device, isoDate("2027-02-28"))).toMatchObject({
      fitness: "blocked",
      daysLeft: 0,
    });
  });

  test("a recorded use earlier than the registered day is the first use", () => {
    expect(
      care({ uses: uses(1, "2027-01-05T19:00:00Z") }, { firstUsedOn: isoDate("2027-02-01") }),
    ).toMatchObject({
      firstUsedOn: "2027-01-05",
      ageDays: 67,
    });
  });

  test("a first use that lies in the future gives no negative age", () => {
    expect(care({}, { firstUsedOn: isoDate("2027-03-20") })).toMatchObject({ ageDays: 0 });
  });
});

describe("condition", () => {
  test.each(["bent", "rusty", "residue", "snags"] as const)(
    "a check that found %s closes it",
    (found) => {
      const state = care({ events: [check(found, "2027-03-10T10:00:00Z")] });

      expect(state.fitness).toBe("blocked");
      expect(rulesOf(state)).toEqual(["device/inspection"]);
    },
  );

  test("residue that was cleaned off and checked opens it again", () => {
    const events = [
      check("straight-and-clean", "2027-03-11T10:00:00Z"),
      check("residue", "2027-03-10T10:00:00Z"),
    ];
    expect(care({ events }).fitness).toBe("fit");
  });

  test("a drop closes it until a later check found it straight", () => {
    const drop = event("dropped", "2027-03-10T10:00:00Z");

    expect(rulesOf(care({ events: [drop] }))).toEqual(["device/dropped"]);
    expect(
      rulesOf(care({ events: [drop, check("straight-and-clean", "2027-03-10T09:00:00Z")] })),
    ).toEqual(["device/dropped"]);
    expect(rulesOf(care({ events: [drop, check("bent", "2027-03-10T11:00:00Z")] }))).toEqual([
      "device/dropped",
      "device/inspection",
    ]);
    expect(
      care({ events: [drop, check("straight-and-clean", "2027-03-10T11:00:00Z")] }).fitness,
    ).toBe("fit");
  });

  test("retired is for good", () => {
    const events = [
      event("retired", "2027-03-01T10:00:00Z"),
      check("straight-and-clean", "2027-03-02T10:00:00Z"),
    ];
    expect(rulesOf(care({ events }))).toEqual(["device/retired"]);
  });

  test.each([
    ["yes", "Another person has used this device."],
    ["unknown", "You do not know whether another person has used this device."],
  ] as const)("used by another person: %s closes it", (usedByAnotherPerson, says) => {
    expect(care({}, { usedByAnotherPerson })).toMatchObject({
      fitness: "blocked",
      findings: [{ says }],
    });
  });
});

describe("cleaning", () => {
  const dirty: DeviceUse = { endedAt: at("2027-03-10T20:00:00Z"), cleaned: false };

  test("a device put away dirty stays closed until it is cleaned", () => {
    expect(rulesOf(care({ uses: [dirty] }))).toEqual(["device/clean-before-use"]);
    expect(
      care({ uses: [dirty], events: [event("cleaned", "2027-03-11T08:00:00Z")] }).fitness,
    ).toBe("fit");
  });

  test("a cleaning before the use does not count", () => {
    const events = [event("cleaned", "2027-03-10T19:59:00Z")];
    expect(care({ uses: [dirty], events }).fitness).toBe("blocked");
  });

  test("the newest use decides, in whatever order uses come", () => {
    const clean: DeviceUse = { endedAt: at("2027-03-12T20:00:00Z"), cleaned: true };
    expect(care({ uses: [clean, dirty] }).fitness).toBe("fit");
  });
});

const moment = fc
  .integer({ min: 0, max: 24 * 200 })
  .map((hours): Instant => addHours(at("2026-11-01T00:00:00Z"), hours));
const anyUse = fc.record({ endedAt: moment, cleaned: fc.boolean() });
const anyEvent: fc.Arbitrary<DeviceEvent> = fc.oneof(
  fc.record({
    id: fc.uuid(),
    at: moment,
    kind: fc.constantFrom("dropped" as const, "cleaned" as const, "retired" as const),
  }),
  fc.record({
    id: fc.uuid(),
    at: moment,
    kind: fc.constant("inspected" as const),
    found: fc.constantFrom("straight-and-clean" as const, "bent" as const, "residue" as const),
  }),
);
const anyRecord = fc.record({
  uses: fc.array(anyUse, { maxLength: 18 }),
  events: fc.array(anyEvent, { maxLength: 4 }),
});
const anyDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays(isoDate("2026-11-01"), days));
const rank = { fit: 0, warn: 1, blocked: 2 } as const;

describe("for every record", () => {
  test("wear never decreases: one more clean use never makes a device fitter (I-D1)", () => {
    fc.assert(
      fc.property(anyRecord, anyDay, (record, on) => {
        const newest = record.uses.toSorted((a, b) => (a.endedAt < b.endedAt ? 1 : -1))[0];
        const more = {
          ...record,
          uses: [
            ...record.uses,
            { endedAt: newest?.endedAt ?? at("2026-11-01T00:00:00Z"), cleaned: false },
          ],
        };
        const [before, after] = [care(record, {}, on), care(more, {}, on)];

        expect(after.uses).toBe(before.uses + 1);
        expect(after.usesLeft).toBeLessThanOrEqual(before.usesLeft);
        expect(rank[after.fitness]).toBeGreaterThanOrEqual(rank[before.fitness]);
      }),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });

  test("nobody but one sure owner ever gets it (I-D2), and age and uses end it (I-D3)", () => {
    fc.assert(
      fc.property(
        anyRecord,
        anyDay,
        fc.constantFrom("yes" as const, "unknown" as const),
        (record, on, shared) => {
          expect(care(record, { usedByAnotherPerson: shared }, on).fitness).toBe("blocked");
          expect(care(record, { earlierUses: 15 }, on).fitness).toBe("blocked");
          expect(care(record, { firstUsedOn: addDays(on, -92) }, on).fitness).toBe("blocked");
        },
      ),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });

  test("a device not marked clean is never open (I-D4)", () => {
    fc.assert(
      fc.property(anyRecord, anyDay, (record, on) => {
        const last = addHours(at("2026-11-01T00:00:00Z"), 24 * 201);
        const dirty = { ...record, uses: [...record.uses, { endedAt: last, cleaned: false }] };
        expect(care(dirty, {}, on).fitness).toBe("blocked");
      }),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });

  test("the order in which events arrive does not matter", () => {
    fc.assert(
      fc.property(anyRecord, anyDay, ({ uses: some, events }, on) => {
        const distinct = [...new Map(events.map((one) => [one.at, one])).values()];
        expect(
          care({ uses: some.toReversed(), events: distinct.toReversed() }, {}, on).fitness,
        ).toBe(care({ uses: some, events: distinct }, {}, on).fitness);
      }),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });
});
