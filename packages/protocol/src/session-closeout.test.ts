import { describe, expect, test } from "vitest";
import type { Plan } from "./plan.ts";
import { doneEvent, guideSession, type SessionEventBody, speak } from "./session-guide.ts";
import { decided, homePlan, sections, windowPlan } from "./testing/plans.ts";
import {
  allStrokes,
  eventAt,
  eventsOf,
  feel,
  gatePassed,
  minute,
  runToEnd,
  sessionId,
  startedWith,
  stop,
  strokes,
  uuid,
} from "./testing/session-events.ts";

const plan = homePlan();
const [edge, other, middle] = sections.map(({ id }) => id);
if (edge === undefined || other === undefined || middle === undefined)
  throw new Error("3 sections");

const opening = [startedWith(plan), ...gatePassed];
const guide = (...bodies: readonly SessionEventBody[]) => guideSession(plan, eventsOf(...bodies));
const roll = (...bodies: readonly SessionEventBody[]) => guide(...opening, ...bodies);

describe("the topical step", () => {
  const afterRolling = (of: Plan, needleLengthUm = 250, felt: Parameters<typeof feel>[1] = {}) => [
    startedWith(of, needleLengthUm),
    ...gatePassed,
    ...[edge, other, middle].flatMap((id) => [...allStrokes(id), feel(id, felt)]),
  ];
  const at = (of: Plan, ...bodies: readonly SessionEventBody[]) =>
    guideSession(of, eventsOf(...bodies));
  const window = windowPlan();
  const applied = { kind: "topical-applied", product: "minoxidil" } as const;

  test("without a drug there is none", () => {
    const none = homePlan({ topicals: [], topicalTiming: decided("none" as const) });
    expect(at(none, ...afterRolling(none)).step.kind).toBe("clean");
  });

  test("waiting names the moment before which nothing goes on", () => {
    const state = at(plan, ...afterRolling(plan));

    expect(state.step).toMatchObject({ timing: "wait-24h", notBefore: "2027-03-15T19:23:00Z" });
    expect(speak(state.step)).toContain("Your product waits 24 hours");
    expect(doneEvent(state)).toEqual({ kind: "topical-waits" });
    expect(at(plan, ...afterRolling(plan), applied).ignored).toEqual([uuid(24)]);
  });

  test("the longest wait of several drugs counts", () => {
    const [minoxidil] = plan.topicals;
    if (minoxidil === undefined) throw new Error("no step");
    const two = homePlan({
      topicals: [minoxidil, { ...minoxidil, product: "finasteride-topical", waitAfterH: 48 }],
    });
    expect(at(two, ...afterRolling(two)).step).toMatchObject({ notBefore: "2027-03-16T19:23:00Z" });
  });

  test("the article's window counts down for an hour, and the product goes on", () => {
    const state = at(window, ...afterRolling(window));

    expect(state.step).toMatchObject({
      timing: "article-window",
      product: "minoxidil",
      opensAt: minute(23),
      closesAt: minute(83),
    });
    expect(doneEvent(state)).toEqual(applied);
    const done = at(window, ...afterRolling(window), applied);
    expect(done.step.kind).toBe("clean");
    expect(done.notices[0]).toContain("dizziness");
  });

  test.each<[string, readonly SessionEventBody[]]>([
    ["a needle above 0.3 mm", afterRolling(window, 301)],
    ["a section that bled", afterRolling(window, 250, { blood: "pinpoint" })],
    ["a section that hurt", afterRolling(window, 250, { painScore: 5 })],
  ])("the window stays closed after %s (I-C7)", (_, bodies) => {
    const state = at(window, ...bodies);

    expect(state.step).toMatchObject({
      timing: "wait-24h",
      decidedBy: [{}, { ruleId: "combination/wait-24h" }],
    });
    expect(doneEvent(state)).toEqual({ kind: "topical-waits" });
    expect(at(window, ...bodies, applied).ignored).toEqual([uuid(24)]);
  });

  test("another product, or one after the window has closed, changes nothing", () => {
    const serum = { kind: "topical-applied", product: "serum" } as const;
    expect(at(window, ...afterRolling(window), serum).ignored).toEqual([uuid(24)]);
    const events = [
      ...eventsOf(...afterRolling(window)),
      { ...eventAt(24, applied), at: minute(84) },
    ];
    expect(guideSession(window, events).ignored).toEqual([uuid(24)]);
  });

  test("a window without a drug to go on in it waits", () => {
    const empty = windowPlan({ topicals: [] });
    expect(at(empty, ...afterRolling(empty)).step).toMatchObject({ timing: "wait-24h" });
  });
});

describe("cleaning", () => {
  const rolled = [strokes(edge, 0), stop] as const;
  const clean = (step: "rinse-with-detergent" | "disinfect-alcohol-70" | "air-dry" | "into-case") =>
    ({ kind: "cleaning-done", step }) as const;

  test("goes rinse, alcohol with a timer of 10 minutes, air, case, closed", () => {
    const all = [
      clean("rinse-with-detergent"),
      clean("disinfect-alcohol-70"),
      clean("air-dry"),
      clean("into-case"),
    ];
    const steps = [0, 1, 2, 3, 4].map((count) => roll(...rolled, ...all.slice(0, count)).step);

    expect(steps).toMatchObject([
      { kind: "clean", step: "rinse-with-detergent" },
      { kind: "clean", step: "disinfect-alcohol-70", timerMin: 10 },
      { kind: "clean", step: "air-dry" },
      { kind: "clean", step: "into-case" },
      { kind: "closed", summary: { cleaned: true } },
    ]);
    expect(steps[0]).not.toHaveProperty("timerMin");
    expect(speak(steps[1] ?? { kind: "not-started" })).toContain("70 % alcohol for 10 minutes");
  });

  test("alcohol that was too short is said; ten minutes are enough", () => {
    const short = roll(...rolled, clean("rinse-with-detergent"), clean("disinfect-alcohol-70"));
    expect(short.notices).toEqual([
      "That was less than 10 minutes in alcohol. Leave it in for the rest.",
    ]);

    const events = eventsOf(...opening, ...rolled, clean("rinse-with-detergent"));
    const long = guideSession(plan, [
      ...events,
      { ...eventAt(12, clean("disinfect-alcohol-70")), at: minute(21) },
    ]);
    expect(long.notices).toEqual([]);
  });

  test("a step out of order changes nothing", () => {
    expect(roll(...rolled, clean("air-dry")).ignored).toEqual([uuid(11)]);
  });

  test("is never skipped silently", () => {
    const unclean = ["The device stays closed until you have cleaned it."];
    const skipped = roll(...rolled, { kind: "cleaning-skipped", why: "no alcohol" });

    expect(skipped).toMatchObject({
      step: { kind: "closed", summary: { cleaned: false } },
      notices: unclean,
    });
    expect(roll(...rolled, { kind: "closed" }).notices).toEqual(unclean);
    expect(roll(strokes(edge, 0), { kind: "closed" })).toMatchObject({
      step: { kind: "closed", summary: { cleaned: false } },
      endedAt: minute(10),
      notices: unclean,
    });
    expect(roll({ kind: "closed" }).notices).toEqual(unclean);
    expect(guide(startedWith(plan), { kind: "closed" }).notices).toEqual([]);
  });
});

describe("closing", () => {
  const whole = runToEnd(plan, eventsOf(startedWith(plan)));

  test("done at every step and a calm feeling lead through the whole session", () => {
    const state = guideSession(plan, whole);

    expect(whole).toHaveLength(29);
    expect(state).toMatchObject({
      sessionId,
      startedAt: minute(0),
      endedAt: minute(23),
      ignored: [],
      step: {
        kind: "closed",
        summary: {
          sectionsDone: 3,
          sectionsPlanned: 3,
          rollingMin: 15,
          worstPain: 1,
          bleeding: false,
          cleaned: true,
          topical: "waits",
        },
      },
    });
    expect(state).not.toHaveProperty("undoable");
    expect(speak(state.step)).toBe(
      "The session is closed. 3 of 3 sections done. The device is clean.",
    );
    expect(speak(guide(startedWith(plan), stop).step)).toBe(
      "The session is closed. 0 of 3 sections done.",
    );
  });

  test("one closing event after it is welcome, everything later is ignored", () => {
    const closed = eventAt(40, { kind: "closed" });
    const late = [
      eventAt(41, { kind: "closed" }),
      eventAt(42, strokes(edge, 0)),
      eventAt(43, stop),
    ];

    expect(guideSession(plan, [...whole, closed])).toEqual(guideSession(plan, whole));
    expect(guideSession(plan, [...whole, closed, ...late])).toEqual({
      ...guideSession(plan, whole),
      ignored: late.map(({ id }) => id),
    });
  });

  test("events of another session change nothing", () => {
    const foreign = { ...eventAt(40, strokes(edge, 0)), sessionId: uuid(99) };
    expect(guideSession(plan, [...eventsOf(...opening), foreign])).toMatchObject({
      ignored: [uuid(40)],
    });
  });
});

describe("taking back", () => {
  const undo = (number: number): SessionEventBody => ({ kind: "undone", eventId: uuid(number) });

  test("gives the state before the newest event, again and again", () => {
    const state = roll(strokes(edge, 0), strokes(edge, 1));
    expect(state.undoable).toBe(uuid(10));

    const once = roll(strokes(edge, 0), strokes(edge, 1), undo(10));
    expect(once).toMatchObject({ undoable: uuid(9), notices: ["Taken back."] });
    expect(once.sections[0]?.rolls).toEqual([3, 0, 0, 0]);
    expect(roll(strokes(edge, 0), strokes(edge, 1), undo(10), undo(9)).sections[0]?.rolls).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test("a mistaken stop is taken back while the device is not cleaned", () => {
    expect(roll(strokes(edge, 0), stop, undo(10)).step).toMatchObject({
      kind: "roll",
      direction: 1,
    });
  });

  test("only the newest event goes back, never the start, nothing after the end, nothing of another session", () => {
    expect(roll(strokes(edge, 0), strokes(edge, 1), undo(9)).ignored).toEqual([uuid(11)]);
    expect(guide(startedWith(plan), undo(0)).ignored).toEqual([uuid(1)]);
    expect(guide(undo(5)).ignored).toEqual([uuid(0)]);
    expect(guide(startedWith(plan), stop, undo(1)).ignored).toEqual([uuid(2)]);
    const foreign = { ...eventAt(10, undo(9)), sessionId: uuid(99) };
    expect(
      guideSession(plan, [...eventsOf(...opening, strokes(edge, 0)), foreign]).ignored,
    ).toEqual([uuid(10)]);
  });
});
