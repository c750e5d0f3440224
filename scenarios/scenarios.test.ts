import {
  addHours,
  compareInstants,
  type DoneSession,
  doneSession,
  elapsedHours,
} from "@stipple/protocol";
import { describe, expect, test } from "vitest";
import { checkScenario, readReadme, readScenario, scenarioNames } from "./files.ts";
import { replay } from "./replay.ts";
import type { CourseLine } from "./replay-world.ts";

const names = scenarioNames();
const replays = new Map(names.map((name) => [name, replay(readScenario(name))]));

function lived(name: string) {
  const found = replays.get(name);
  if (!found) throw new Error(`There is no scenario "${name}".`);
  return found;
}

/** Sessions really rolled, from their events alone. */
function doneIn(name: string): DoneSession[] {
  return lived(name).acts.flatMap((act) => {
    if (act.kind !== "session") return [];
    const done = doneSession(act.events, addHours(act.at, 12));
    return done ? [done] : [];
  });
}

/** Hours from the end of each session to the start of the next. */
function gapsH(name: string): number[] {
  const done = doneIn(name);
  return done
    .slice(1)
    .map(({ startedAt }, index) => elapsedHours(done[index]?.endedAt ?? startedAt, startedAt));
}

function lines(name: string, did?: string): CourseLine[] {
  const { course } = lived(name).summary;
  return course.filter((line) => did === undefined || line.did === did);
}

function startsOf(name: string): string[] {
  return doneIn(name).map(({ startedAt }) => startedAt);
}

describe.each(names)("%s", (name) => {
  test("happens as its expected.json says", () => {
    expect(checkScenario(name)).toEqual([]);
  });

  test("says why it exists and what must hold", () => {
    expect(readReadme(name)).toMatch(/^# .+\n\n[\s\S]+Must hold: /);
  });

  test("nobody rolls against the guard unless they said so themselves", () => {
    const against = lines(name, "session").filter(({ guard }) => guard !== undefined);
    const wanted = readScenario(name).course.filter(
      (step) => step.do === "session" && step.anyway === true,
    );
    expect(against).toHaveLength(wanted.length);
  });

  test("uses no word that promises", () => {
    expect(JSON.stringify(lived(name).summary)).not.toMatch(
      /no side effects|\bcures?\b|guaranteed|regrow your hair|\bno risk\b/i,
    );
  });
});

test("home, minoxidil: 200–300 µm, a drug 24 hours later, 72 hours between, the moved day kept", () => {
  const name = "home-minoxidil-vertex";
  expect(lived(name).summary.plan).toMatchObject({
    needleUm: "200–300, 250 planned",
    maxPer168h: 2,
    topicalTiming: "wait-24h",
    topicals: ["minoxidil: 12 h before, 24 h after"],
  });
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(72);
  expect(lines(name, "session")[0]).toMatchObject({
    at: "Sun 2026-03-01 20:00 (19:00Z)",
    sections: "8 of 8",
    topicalFrom: "Mon 2026-03-02 20:06 (19:06Z)",
  });
  // Moved from Wednesday to Thursday 22:15; Sunday 20:00 would be too soon, so Wednesday is next.
  expect(startsOf(name).slice(3)).toEqual(["2026-03-12T21:15:00Z", "2026-03-18T19:15:00Z"]);
});

test("home, no drug: up to 500 µm once a week; pain and blood stop their section, not the session", () => {
  const name = "home-stage-ii-no-topical";
  expect(lived(name).summary.plan).toMatchObject({
    needleUm: "200–500, 500 planned",
    intervalH: "168 planned, 144 at least",
    topicals: [],
  });
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(144);
  expect(lines(name, "session")[1]).toMatchObject({
    sections: "2 of 4",
    worstPain: 5,
    bleeding: true,
  });
});

test("the article's window: chosen knowingly, at most 300 µm, minoxidil in the session itself", () => {
  const name = "home-article-window";
  const plan = lived(name).summary.plan;
  expect(plan).toMatchObject({
    needleUm: "200–300, 250 planned",
    topicalTiming: "article-window",
    topicals: ["minoxidil: 12 h before, 0 h after"],
  });
  expect(plan?.needleRules).toContain("needle-length/with-topical");
  const appliedAfterMin = lived(name).acts.flatMap((act) => {
    if (act.kind !== "session") return [];
    const end = doneSession(act.events, addHours(act.at, 12))?.endedAt;
    const applied = act.events.find(({ kind }) => kind === "topical-applied");
    return end && applied ? [elapsedHours(end, applied.at) * 60] : [];
  });
  expect(appliedAfterMin).toHaveLength(2);
  expect(Math.max(...appliedAfterMin)).toBeLessThanOrEqual(30);
});

test("a clinic with PRP: weekly for two months, then every two weeks, PRP without a wait", () => {
  const name = "clinic-prp-stage-iv";
  expect(lived(name).summary.plan).toMatchObject({
    needleUm: "500–1000, 1000 planned",
    topicals: ["prp: 0 h before, 0 h after"],
  });
  const days = startsOf(name).map((at) => at.slice(0, 10));
  expect(days.slice(0, 8)).toEqual([
    "2026-01-12",
    "2026-01-19",
    "2026-01-26",
    "2026-02-02",
    "2026-02-09",
    "2026-02-16",
    "2026-02-23",
    "2026-03-02",
  ]);
  expect(days[8]).toBe("2026-03-16");
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(144);
});

test("long hair turns the star into a fan; in a clinic a drug that waits leaves 500–1000 µm open", () => {
  const { plan } = lived("clinic-long-hair-stage-v").summary;
  expect(plan).toMatchObject({
    needleUm: "500–1000, 500 planned",
    topicals: ["minoxidil: 12 h before, 24 h after"],
  });
  const [pattern, degrees] = String(plan?.stroke).split(" ");
  expect(pattern).toBe("fan");
  const fan = (degrees ?? "").replace("°,", "").split("/").map(Number);
  expect(fan).toHaveLength(4);
  expect(Math.max(...fan.map(Math.abs))).toBe(60);
});

test("a woman of Sinclair 3 and skin type V is planned for, once a week although she wished for twice", () => {
  const { assessment, plan } = lived("woman-sinclair-3").summary;
  expect(assessment).toMatchObject({
    outcome: "suitable-with-caution",
    insideStudiedRange: true,
    restrictions: ["pigmentRisk"],
  });
  expect(plan).toMatchObject({
    intervalH: "168 planned, 144 at least",
    changedWishes: ["twice a week → once a week (frequency/pigment)"],
  });
  expect(plan?.stroke).toMatch(/^fan /);
});

test("an infected scalp has no plan, whatever is wished, until it has healed", () => {
  const name = "excluded-scalp-infection";
  const { assessment, plan, refusal } = lived(name).summary;
  expect(assessment.outcome).toBe("see-doctor");
  expect(plan).toBeUndefined();
  expect(refusal).toMatchObject({
    because: "assessment",
    rules: expect.stringContaining("contraindications/scalp-infection"),
  });
  expect(String(refusal?.nextStep).length).toBeGreaterThan(20);
  expect(lines(name).map(({ did }) => did)).toEqual(["no session", "answered again", "session"]);
  expect(startsOf(name)).toEqual(["2026-07-08T18:00:00Z"]);
});

test("clinic length and the article's window rule each other out: a conflict that names both", () => {
  const name = "conflict-clinic-window";
  const { refusal } = lived(name).summary;
  expect(refusal).toMatchObject({
    because: "conflict",
    rules: "needle-length/clinic, needle-length/with-topical",
  });
  expect(lines(name, "answered again")[0]).toMatchObject({
    plan: { needleUm: "500–1000, 500 planned", topicalTiming: "wait-24h" },
  });
});

test("a red flag holds the plan until a doctor has cleared it, and nothing is made up for", () => {
  const name = "red-flag-held-and-cleared";
  expect(lines(name, "check-in")[0]).toMatchObject({ urgency: "doctor-today", holdsPlan: true });
  expect(JSON.stringify(lines(name, "session refused"))).toContain("guard.held");
  expect(lines(name, "hold stays: a doctor has to clear it")[0]?.next).toMatch(/^held: /);
  expect(lines(name, "hold cleared")[0]?.next).toMatch(/^4 on Sun 2026-04-05 20:00/);
  expect(startsOf(name)).toEqual([
    "2026-03-15T19:00:00Z",
    "2026-03-22T19:00:00Z",
    "2026-04-05T18:00:00Z",
  ]);
});

test("a missed month is a number, not a debt: one session at a time, 72 hours or more apart", () => {
  const name = "missed-month";
  expect(lines(name, "looked")[0]?.next).toMatch(/; 3 missed$/);
  expect(startsOf(name).map((at) => at.slice(0, 10))).toEqual([
    "2026-06-28",
    "2026-07-05",
    "2026-07-12",
    "2026-08-11",
    "2026-08-16",
    "2026-08-23",
  ]);
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(72);
  expect(lived(name).summary.end.adherence).toMatch(/^6 of 9, /);
});

test("Berlin in spring: a third start after 167 hours is left out, and the plan says so", () => {
  const name = "daylight-saving-berlin-spring";
  expect(startsOf(name)).toEqual([
    "2026-03-22T19:00:00Z",
    "2026-03-25T19:15:00Z",
    "2026-04-01T18:00:00Z",
    "2026-04-05T18:00:00Z",
    "2026-04-08T18:15:00Z",
  ]);
  expect(JSON.stringify(lived(name).summary.plan?.changedWishes)).toContain("2026-03-29");
});

test("Berlin in autumn: of the two 02:30 the first, and the clock's extra hour is counted", () => {
  const name = "daylight-saving-berlin-autumn";
  const starts = doneIn(name).map(({ startedAt }) => startedAt);
  expect(starts[2]).toBe("2026-10-25T00:30:00Z");
  expect(starts[3]).toBe("2026-10-28T01:30:00Z");
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(72);
});

test("New York: 02:30 does not exist on 8 March, the session is at 03:30", () => {
  const name = "daylight-saving-new-york";
  expect(startsOf(name)).toEqual([
    "2026-03-01T07:30:00Z",
    "2026-03-08T07:30:00Z",
    "2026-03-15T06:30:00Z",
  ]);
  expect(lines(name, "session").map(({ at }) => String(at).slice(15, 20))).toEqual([
    "02:30",
    "03:30",
    "02:30",
  ]);
});

test("eight months after a transplant the answer is a date; after it, with the surgeon's word, a plan", () => {
  const name = "wait-hair-transplant";
  const { assessment, refusal } = lived(name).summary;
  expect(assessment).toMatchObject({ outcome: "wait", waitUntil: "2027-01-10" });
  expect(refusal?.because).toBe("assessment");
  expect(lines(name, "answered again")[0]).toMatchObject({
    assessment: { outcome: "suitable-with-caution" },
    plan: { needleUm: expect.stringMatching(/^200–300, /) },
  });
  expect(startsOf(name).map((at) => at.slice(0, 10))).toEqual(["2027-01-17"]);
});

test("isotretinoin closes home and leaves a clinic open, but not the article's window", () => {
  const name = "relative-flag-clinic-only";
  const { assessment, refusal } = lived(name).summary;
  expect(assessment.outcome).toBe("clinic-only");
  expect(refusal?.rules).toContain("contraindications/oral-isotretinoin");
  expect(lines(name, "answered again")[0]).toMatchObject({
    assessment: {
      outcome: "suitable-with-caution",
      restrictions: ["hasRelativeFlag", "usesDrugTopical"],
    },
    plan: {
      needleUm: "300–300, 300 planned",
      topicalTiming: "wait-24h",
      topicals: ["minoxidil: 12 h before, 24 h after"],
      changedWishes: [expect.stringContaining("combination/window-and-health")],
    },
  });
});

test("1.5 mm is planned only as the named trial with a doctor's override, and waits a day with minoxidil", () => {
  const name = "trial-protocol-with-override";
  expect(lived(name).summary.refusal).toMatchObject({
    because: "protocol",
    rules: "needle-length/trial-without-override",
  });
  expect(lines(name, "answered again")[0]).toMatchObject({
    plan: {
      needleUm: "1500–1500, 1500 planned",
      intervalH: "168 planned, 144 at least",
      topicals: ["minoxidil: 12 h before, 24 h after"],
      sessions: { count: 12 },
    },
  });
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(144);
});

test("a roller is warned about at 10 uses, closed at 15 or while unclean, and a new one starts at 0", () => {
  const name = "device-worn-out";
  const devices = lines(name, "session").map(({ device }) => String(device).split(" uses")[0]);
  expect(devices).toEqual([
    "fit, 9",
    "warn, 10",
    "blocked, 11",
    "warn, 12",
    "warn, 13",
    "warn, 14",
    "blocked, 15",
    "fit, 1",
  ]);
  expect(lines(name, "session refused").map(({ guard }) => JSON.stringify(guard))).toEqual([
    expect.stringContaining("not cleaned"),
    expect.stringContaining("15 uses"),
  ]);
});

test("sessions outside the rules are kept as they were and push the next date later", () => {
  const name = "rolled-too-often";
  const done = doneIn(name);
  expect(gapsH(name).filter((gap) => gap < 72)).toHaveLength(2);
  expect(JSON.stringify(lines(name, "session refused"))).toContain("guard.too_soon");
  const [, second, third, fourth] = done;
  if (!second || !third || !fourth) throw new Error("Four sessions were rolled.");
  expect(elapsedHours(third.endedAt, fourth.startedAt)).toBeGreaterThanOrEqual(72);
  expect(elapsedHours(second.startedAt, fourth.startedAt)).toBeGreaterThanOrEqual(168);
  expect(compareInstants(fourth.startedAt, addHours(second.startedAt, 169))).toBeLessThan(0);
});

test("half a year for the demo: 30 sessions, two missed, three rollers, no hold", () => {
  const name = "demo-six-months";
  expect(doneIn(name)).toHaveLength(30);
  expect(Math.min(...gapsH(name))).toBeGreaterThanOrEqual(72);
  expect(lines(name, "new device")).toHaveLength(2);
  expect(lived(name).summary.end).toMatchObject({
    adherence: expect.stringMatching(/^19 of 21, /),
    openHolds: [],
  });
});
