import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CheckIn,
  checkInSchema,
  gradedSymptoms,
  type Sign,
  signs,
  type Urgency,
} from "./aftercare.ts";
import { aftercareClock } from "./aftercare-clock.ts";
import { aftercareRules } from "./aftercare-rules.ts";
import { triage } from "./aftercare-triage.ts";
import { addHours, instant } from "./calendar.ts";
import { guideSession, type SessionEventBody, type SessionStep } from "./session-guide.ts";
import { decided, homePlan, windowPlan } from "./testing/plans.ts";
import { propertyRuns } from "./testing/runs.ts";
import { eventsOf, gatePassed, startedWith } from "./testing/session-events.ts";

const urgencies: readonly Urgency[] = [
  "self-care",
  "watch",
  "doctor-in-1-2-weeks",
  "doctor-today",
  "emergency",
];
const rank = (urgency: Urgency) => urgencies.indexOf(urgency);
const report = (
  given: readonly Sign[],
  graded: CheckIn["graded"] = {},
  slot: CheckIn["slot"] = "24h",
) => triage({ signs: [...given], graded, slot });

const expected = {
  "chest-pain-or-fainting": "emergency",
  "trouble-breathing-or-face-swelling": "emergency",
  "widespread-hives": "emergency",
  "confusion-with-fever": "emergency",
  "suicidal-thoughts": "emergency",
  "spreading-redness-or-warmth": "doctor-today",
  pus: "doctor-today",
  "fever-38": "doctor-today",
  "red-streaks": "doctor-today",
  "tender-neck-nodes-with-fever": "doctor-today",
  "pain-rising-after-24h": "doctor-today",
  "palpitations-or-dizziness": "doctor-today",
  "sudden-weight-gain-or-swollen-hands": "doctor-today",
  blisters: "doctor-today",
  "needlestick-or-shared-roller": "doctor-today",
  "redness-over-72h": "doctor-in-1-2-weeks",
  "firm-bumps-over-2-weeks": "doctor-in-1-2-weeks",
  "line-or-grid-marks": "doctor-in-1-2-weeks",
  "colour-change": "doctor-in-1-2-weeks",
  "raised-growing-scar": "doctor-in-1-2-weeks",
  "scaly-itchy-rash": "doctor-in-1-2-weeks",
  "shedding-over-8-weeks": "doctor-in-1-2-weeks",
  "new-bald-patches": "doctor-in-1-2-weeks",
  "low-mood-or-sexual-symptoms": "doctor-in-1-2-weeks",
} as const satisfies Record<Sign, Urgency>;

describe("signs", () => {
  test.each(signs)("%s has its urgency, holds the plan and says what to do", (sign) => {
    const { urgency, holdsPlan, advice } = report([sign]);

    expect(urgency).toBe(expected[sign]);
    expect(holdsPlan).toBe(true);
    expect(advice).toHaveLength(1);
    expect(advice[0]?.says).toMatch(/^[A-Z].*\.$/);
    expect(advice[0]?.decidedBy[0]?.policy.sources).not.toEqual([]);
  });

  test.each(signs.filter((sign) => expected[sign] === "emergency"))(
    "%s names emergency services, in the headline and in the advice",
    (sign) => {
      const { says, advice } = report([sign]);
      expect(says).toMatch(/^Call emergency services now \(112/);
      expect(advice[0]?.says).toMatch(/call emergency services/);
    },
  );

  test("dark thoughts name a crisis line, a needlestick the 72 hours that treatment has", () => {
    expect(report(["suicidal-thoughts"]).advice[0]?.says).toContain("crisis line");
    expect(report(["needlestick-or-shared-roller"]).advice[0]?.says).toContain("within 72 hours");
  });

  test("the most urgent sign decides and comes first", () => {
    const { urgency, advice } = report(["colour-change", "pus", "chest-pain-or-fainting"]);
    expect(urgency).toBe("emergency");
    expect(advice.map(({ decidedBy }) => decidedBy[0]?.ruleId)).toEqual([
      "aftercare/life-threat",
      "aftercare/infection",
      "aftercare/marks-and-scars",
    ]);
  });
});

describe("graded symptoms", () => {
  test("nothing reported is usual aftercare and holds nothing", () => {
    expect(report([])).toEqual({
      urgency: "self-care",
      says: "Nothing here asks for more than the usual aftercare.",
      advice: [],
      holdsPlan: false,
    });
    expect(report([], { redness: 0 }).advice).toEqual([]);
  });

  test.each([
    ["redness", "24h", ["self-care", "self-care", "watch"]],
    ["redness", "72h", ["watch", "doctor-in-1-2-weeks", "doctor-in-1-2-weeks"]],
    ["redness", "7d", ["watch", "doctor-in-1-2-weeks", "doctor-in-1-2-weeks"]],
    ["redness", "any", ["watch", "doctor-in-1-2-weeks", "doctor-in-1-2-weeks"]],
    ["pain", "24h", ["self-care", "watch", "doctor-today"]],
    ["pain", "72h", ["watch", "doctor-in-1-2-weeks", "doctor-today"]],
    ["swelling", "any", ["watch", "doctor-in-1-2-weeks", "doctor-today"]],
    ["itch", "7d", ["self-care", "watch", "doctor-in-1-2-weeks"]],
    ["flaking", "7d", ["self-care", "self-care", "watch"]],
    ["shedding", "24h", ["self-care", "watch", "doctor-in-1-2-weeks"]],
  ] as const)("%s at %s: mild, moderate, severe → %j", (symptom, slot, urgency) => {
    const found = [1, 2, 3].map((grade) => report([], { [symptom]: grade }, slot).urgency);
    expect(found).toEqual(urgency);
  });

  test.each([
    ["any", 10, "self-care", false],
    ["any", 71.9, "self-care", false],
    ["any", 72, "doctor-in-1-2-weeks", true],
    ["24h", 71.9, "self-care", false],
    ["24h", 72, "doctor-in-1-2-weeks", true],
    ["72h", 71.9, "doctor-in-1-2-weeks", true],
  ] as const)(
    "moderate redness at %s, %d hours after the session: %s",
    (slot, elapsedH, urgency, holdsPlan) => {
      expect(triage({ signs: [], graded: { redness: 2 }, slot, elapsedH })).toMatchObject({
        urgency,
        holdsPlan,
      });
    },
  );

  test("lasting redness gives the reason of lasting redness", () => {
    expect(report([], { redness: 2 }, "72h").advice[0]?.decidedBy[0]?.ruleId).toBe(
      "aftercare/lasting-redness",
    );
  });

  test("watching does not hold the plan", () => {
    expect(report([], { pain: 2 }).holdsPlan).toBe(false);
  });
});

describe("for every report", () => {
  const graded = fc.record(
    Object.fromEntries(gradedSymptoms.map((symptom) => [symptom, fc.integer({ min: 0, max: 3 })])),
    { requiredKeys: [] },
  );
  const some = fc.subarray([...signs]);
  const slot = fc.constantFrom("24h" as const, "72h" as const, "7d" as const, "any" as const);

  test("one more sign or a higher grade never lowers the urgency", () => {
    fc.assert(
      fc.property(
        some,
        graded,
        slot,
        fc.constantFrom(...signs),
        fc.constantFrom(...gradedSymptoms),
        (given, grades, at, more, symptom) => {
          const before = report(given, grades, at);
          const higher = { ...grades, [symptom]: Math.min(3, (grades[symptom] ?? 0) + 1) };

          expect(rank(report([...given, more], grades, at).urgency)).toBeGreaterThanOrEqual(
            rank(before.urgency),
          );
          expect(rank(report(given, higher, at).urgency)).toBeGreaterThanOrEqual(
            rank(before.urgency),
          );
        },
      ),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });

  test("the order and repetition of signs do not matter", () => {
    fc.assert(
      fc.property(some, graded, slot, (given, grades, at) => {
        expect(report([...given.toReversed(), ...given], grades, at)).toEqual(
          report(given, grades, at),
        );
      }),
      { numRuns: Math.min(5000, propertyRuns) },
    );
  });
});

describe("the clock", () => {
  const endedAt = instant("2027-03-14T19:20:00Z");
  const clockAt = (hours: number, changes: Partial<Parameters<typeof aftercareClock>[0]> = {}) =>
    aftercareClock({
      plan: homePlan(),
      endedAt,
      checkIns: [],
      now: addHours(endedAt, hours),
      ...changes,
    });
  const ids = (hours: number) =>
    clockAt(hours).avoidNow.map(({ id }) => id.replace("aftercare/", ""));

  test.each([
    [0, ["hands-off", "products", "washing", "sweat", "sun", "heat", "pain-gel", "chemicals"]],
    [2, ["products", "washing", "sweat", "sun", "heat", "pain-gel", "chemicals"]],
    [23.99, ["products", "washing", "sweat", "sun", "heat", "pain-gel", "chemicals"]],
    [24, ["sun", "heat", "pain-gel", "chemicals"]],
    [48, ["pain-gel", "chemicals"]],
    [72, ["chemicals"]],
    [168, []],
  ])("%d hours after the session these are still to be avoided: %j", (hours, avoided) => {
    expect(ids(hours)).toEqual(avoided);
  });

  test("what becomes possible again comes in order, each with its moment and reason", () => {
    const { later } = clockAt(1);
    expect(later.map(({ until }) => until)).toEqual(later.map(({ until }) => until).toSorted());
    expect(later[0]).toMatchObject({ says: "A loose hat.", until: "2027-03-14T21:20:00Z" });
    expect(later.at(-1)).toMatchObject({ until: "2027-03-21T19:20:00Z" });
    expect(clockAt(200).later).toEqual([]);
  });

  test("check-ins are due after 24 h, 72 h and 7 d, and done by one made after the session", () => {
    const checkIn = (slot: CheckIn["slot"], at: string): CheckIn =>
      checkInSchema.parse({
        id: "00000000-0000-4000-8000-000000000001",
        at,
        slot,
        graded: {},
        signs: [],
      });
    const checkIns = [
      checkIn("24h", "2027-03-15T20:00:00Z"),
      checkIn("72h", "2027-03-11T20:00:00Z"),
      checkIn("any", "2027-03-21T20:00:00Z"),
    ];

    expect(clockAt(30, { checkIns }).checkIns).toEqual([
      { slot: "24h", dueAt: "2027-03-15T19:20:00Z", done: true },
      { slot: "72h", dueAt: "2027-03-17T19:20:00Z", done: false },
      { slot: "7d", dueAt: "2027-03-21T19:20:00Z", done: false },
    ]);
  });

  test.each([
    [0, "inflammation", "2027-03-17T19:20:00Z"],
    [71.9, "inflammation", "2027-03-17T19:20:00Z"],
    [72, "proliferation", "2027-04-04T19:20:00Z"],
    [21 * 24, "remodelling", "2028-03-13T19:20:00Z"],
  ])("after %d hours the skin is in %s", (hours, id, until) => {
    expect(clockAt(hours).phase).toMatchObject({ id, until });
  });

  test("after a year nothing is left to say", () => {
    expect(clockAt(365 * 24)).toMatchObject({ avoidNow: [], later: [] });
    expect(clockAt(365 * 24)).not.toHaveProperty("phase");
  });

  test("a drug waits 24 hours from the end of rolling, then until the skin is calm", () => {
    expect(clockAt(23.9).topical).toMatchObject({
      notBefore: "2027-03-15T19:20:00Z",
      isDue: false,
    });
    expect(clockAt(24).topical).toMatchObject({
      isDue: true,
      says: "You may use your product again, if your scalp is calm: no redness, no sting.",
    });
    const none = homePlan({ topicals: [], topicalTiming: decided("none" as const) });
    expect(clockAt(1, { plan: none })).not.toHaveProperty("topical");
  });

  describe("the article's window", () => {
    const plan = windowPlan();
    const rolled = (needleLengthUm: number, ...bodies: readonly SessionEventBody[]) =>
      guideSession(
        plan,
        eventsOf(
          startedWith(plan, needleLengthUm),
          ...gatePassed,
          { kind: "strokes-done", sectionId: "vertex/left-back", direction: 0, rolls: 3 },
          ...bodies,
        ),
      ).step;
    const ended = { kind: "rolling-ended" } as const;
    const open = rolled(300, ended);
    const waits = { notBefore: "2027-03-15T19:20:00Z", isDue: false };

    test("is due at once where the session opened it, for an hour; then the next dose waits", () => {
      expect(clockAt(-0.1, { plan, step: open }).topical).toMatchObject({ isDue: true });
      expect(clockAt(1.1, { plan, step: open }).topical).toMatchObject(waits);
    });

    test.each<[string, SessionStep | undefined]>([
      ["the session is not known", undefined],
      ["rolling goes on", rolled(250)],
      ["rolling was stopped", rolled(250, { kind: "stopped", why: "person" })],
      [
        "a section was stopped",
        rolled(250, { kind: "section-stopped", sectionId: "vertex/left-back", why: "pain" }, ended),
      ],
      ["the needle was longer than 0.3 mm", rolled(500, ended)],
      [
        "the product went on",
        rolled(250, ended, { kind: "topical-applied", product: "minoxidil" }),
      ],
      ["the product waits", rolled(250, ended, { kind: "topical-waits" })],
    ])("is closed when %s: the product waits a day, for the reason of the wait", (_, step) => {
      const { topical } = clockAt(0.1, { plan, ...(step && { step }) });
      expect(topical).toMatchObject(waits);
      expect(topical?.decidedBy.map(({ ruleId }) => ruleId)).toContain("combination/wait-24h");
    });
  });
});

test("no aftercare text promises anything", () => {
  const texts = JSON.stringify([aftercareRules, signs.map((sign) => report([sign]))]);
  expect(texts.replaceAll('"The treatment has no unwanted effects', "")).not.toMatch(
    /no side effects|guarantee|cure|no risk|harmless|sterile/i,
  );
});
