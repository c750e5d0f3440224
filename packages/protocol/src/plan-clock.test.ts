import { describe, expect, test } from "vitest";
import {
  addDays,
  dateOfEpochDay,
  elapsedHours,
  epochDay,
  epochMs,
  type IsoDate,
  instant,
  instantAt,
  isoDate,
  localDate,
  localTime,
  wallClock,
  weekdayOf,
  weekdayOfEpochDay,
  zonedInstant,
} from "./calendar.ts";
import type { Plan } from "./plan.ts";
import { draftPlan } from "./plan-draft.ts";
import { assessmentOf } from "./testing/arbitraries.ts";

const calm = {
  hasRelativeFlag: false,
  hasCardiovascularFlag: false,
  usesDrugTopical: false,
  noHairDrugs: false,
  pigmentRisk: false,
};

function homePlan({
  firstOn,
  timeOfDay = "20:00",
  timeZone,
  sessionsPerWeek = 2,
  needleLengthUm = 250,
}: {
  readonly firstOn: IsoDate;
  readonly timeOfDay?: string;
  readonly timeZone: string;
  readonly sessionsPerWeek?: 1 | 2;
  readonly needleLengthUm?: number;
}): Plan {
  const nowMs = epochMs(zonedInstant(firstOn, "00:00", timeZone));
  const plan = draftPlan({
    answers: { setting: "home", therapies: ["none"], hairLength: "under-1-cm" },
    assessment: assessmentOf(calm, nowMs),
    choices: {
      protocolId: "article-home",
      zones: ["vertex"],
      firstOn,
      timeOfDay,
      timeZone,
      sessionsPerWeek,
      needleLengthUm,
    },
    history: [],
    now: instantAt(nowMs),
  });
  if (plan.kind === "refused") throw new Error(plan.says);
  return plan;
}

/** The shortest gap from an end to the next start, and the shortest over three starts, in hours. */
function shortest({ sessions, sessionMin }: Plan) {
  const starts = sessions.map(({ startsAt }) => startsAt);
  const gaps = starts.slice(1).map((start, index) => elapsedHours(starts[index] ?? start, start));
  const spans = starts.slice(2).map((start, index) => elapsedHours(starts[index] ?? start, start));
  return { gapH: Math.min(...gaps) - sessionMin.value / 60, spanH: Math.min(...spans) };
}

describe("clock changes", () => {
  test("twice a week keeps 72 hours and the week of the spring change loses the session that would break the cap", () => {
    const plan = homePlan({ firstOn: isoDate("2026-03-01"), timeZone: "America/New_York" });
    const local = plan.sessions
      .slice(0, 5)
      .map(({ date, startsAt }) => `${date} ${localTime(startsAt, "America/New_York")}`);

    expect(local).toEqual([
      "2026-03-01 20:00",
      "2026-03-04 20:15",
      "2026-03-11 20:00",
      "2026-03-15 20:00",
      "2026-03-18 20:15",
    ]);
    expect(plan.changedWishes.map(({ wish }) => wish)).toContain("a session on 2026-03-08");
  });

  test("once a week stays at its time of day, 167 hours across the spring change", () => {
    const plan = homePlan({
      firstOn: isoDate("2026-03-22"),
      timeZone: "Europe/Berlin",
      sessionsPerWeek: 1,
      needleLengthUm: 500,
    });
    const [first, second] = plan.sessions;
    expect(first && second && elapsedHours(first.startsAt, second.startsAt)).toBe(167);
    expect(
      new Set(plan.sessions.map(({ startsAt }) => localTime(startsAt, "Europe/Berlin"))),
    ).toEqual(new Set(["20:00"]));
    expect(plan.sessions).toHaveLength(24);
    expect(plan.changedWishes).toEqual([]);
  });

  test("across the spring change three days are 71 hours, so the second session starts later", () => {
    const plan = homePlan({ firstOn: isoDate("2026-03-27"), timeZone: "Europe/Berlin" });
    const [first, second] = plan.sessions;
    expect(second?.date).toBe("2026-03-30");
    expect(second && localTime(second.startsAt, "Europe/Berlin")).toBe("21:15");
    expect(first && second && elapsedHours(first.startsAt, second.startsAt)).toBe(72.25);
  });

  test("a start that moves past midnight shows the day it has then", () => {
    const plan = homePlan({
      firstOn: isoDate("2026-06-01"),
      timeOfDay: "23:55",
      timeZone: "Asia/Kolkata",
    });
    expect(plan.sessions[1]?.date).toBe("2026-06-05");
    expect(plan.sessions[1]?.startsAt).toBe("2026-06-04T18:45:00Z");
  });

  test("a day the calendar skipped costs a session, not a gap", () => {
    const plan = homePlan({ firstOn: isoDate("2011-12-28"), timeZone: "Pacific/Apia" });
    const { gapH, spanH } = shortest(plan);
    expect(gapH).toBeGreaterThanOrEqual(72);
    expect(spanH).toBeGreaterThanOrEqual(168);
  });
});

test("in every time zone the gaps hold in elapsed hours and each session shows its own day (I-T3)", () => {
  const broken = Intl.supportedValuesOf("timeZone").flatMap((timeZone, index) =>
    ["2026-02-10", "2026-08-25", "2027-10-01", "2028-02-27"].flatMap((firstOn) =>
      ([1, 2] as const).flatMap((sessionsPerWeek) => {
        const timeOfDay = ["00:00", "02:30", "20:00", "23:59"][index % 4] ?? "";
        const plan = homePlan({ firstOn: isoDate(firstOn), timeOfDay, timeZone, sessionsPerWeek });
        const { gapH, spanH } = shortest(plan);
        const isDayShown = plan.sessions.every(
          ({ date, startsAt }) => date === localDate(startsAt, timeZone),
        );
        return gapH >= 72 && spanH >= 168 && isDayShown ? [] : [`${timeZone} ${firstOn}`];
      }),
    ),
  );
  expect(broken).toEqual([]);
});

describe("the wall clock of many days", () => {
  const zones = Intl.supportedValuesOf("timeZone");

  test("says the same moments and days as one look-up at a time, in every zone", () => {
    const from = epochDay(isoDate("2026-01-01"));
    const broken = zones.filter((timeZone, index) => {
      const clock = wallClock(timeZone, from, from + 366);
      return Array.from({ length: 61 }, (_, step) => from + step * 6 + (index % 6)).some((day) => {
        const date = dateOfEpochDay(day);
        const moment = zonedInstant(date, "02:30", timeZone);
        return (
          clock.msAt(day, 150) !== epochMs(moment) ||
          dateOfEpochDay(clock.dayOf(epochMs(moment))) !== localDate(moment, timeZone)
        );
      });
    });
    expect(broken).toEqual([]);
  });

  test("a skipped time moves forward by the gap, a doubled one is its first occurrence", () => {
    const spring = epochDay(isoDate("2026-03-29"));
    const autumn = epochDay(isoDate("2026-10-25"));
    const clock = wallClock("Europe/Berlin", spring, autumn);
    expect(instantAt(clock.msAt(spring, 150))).toBe("2026-03-29T01:30:00Z");
    expect(instantAt(clock.msAt(autumn, 150))).toBe("2026-10-25T00:30:00Z");
    expect(clock.dayOf(epochMs(instant("2026-03-28T23:30:00Z")))).toBe(spring);
  });

  test("a text that is no moment is refused", () => {
    const { sessions } = homePlan({ firstOn: isoDate("2026-03-01"), timeZone: "UTC" });
    const [first] = sessions.map(({ startsAt }) => startsAt);
    expect(first && epochMs(first)).toBe(Date.UTC(2026, 2, 1, 20));
    expect(() => JSON.parse('["soon"]').map(epochMs)).toThrow("soon is not a moment");
  });

  test("days and moments survive the way to numbers and back", () => {
    expect(dateOfEpochDay(epochDay(isoDate("2028-02-29")))).toBe("2028-02-29");
    expect(addDays(isoDate("2028-02-29"), 1)).toBe(
      dateOfEpochDay(epochDay(isoDate("2028-02-29")) + 1),
    );
    expect(instantAt(epochMs(instant("2026-03-08T19:00:00Z")))).toBe("2026-03-08T19:00:00Z");
    expect(instantAt(epochMs(instant("2026-03-08T19:00:00.250Z")))).toBe(
      "2026-03-08T19:00:00.250Z",
    );
    for (const day of [-1, 0, 3, 20_520]) {
      expect(weekdayOfEpochDay(day)).toBe(weekdayOf(dateOfEpochDay(day)));
    }
  });
});

test("a first start that the clocks skip at midnight falls on the next day, and the plan says so", () => {
  const { sessions, changedWishes } = homePlan({
    firstOn: isoDate("2028-03-25"),
    timeOfDay: "23:00",
    timeZone: "America/Godthab",
  });

  expect(sessions[0]).toMatchObject({ date: "2028-03-26", startsAt: "2028-03-26T01:00:00Z" });
  expect(changedWishes).toContainEqual({
    wish: "first session on 2028-03-25",
    became: "first session on 2028-03-26",
    decidedBy: [expect.objectContaining({ ruleId: "frequency/elapsed-time" })],
  });
});
