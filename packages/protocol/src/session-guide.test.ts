import { describe, expect, test } from "vitest";
import { gateRules } from "./session-gate.ts";
import { doneEvent, guideSession, type SessionEventBody, speak } from "./session-guide.ts";
import { gateChecks } from "./session-record.ts";
import { homePlan, sections, trialPlan } from "./testing/plans.ts";
import {
  allStrokes,
  eventsOf,
  feel,
  gatePassed,
  minute,
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

describe("the gate", () => {
  test("nothing happens before the session was started", () => {
    const state = guide(stop, { kind: "closed" });

    expect(state).toEqual({
      step: { kind: "not-started" },
      sections: [],
      notices: [],
      ignored: [uuid(0), uuid(1)],
    });
    expect(doneEvent(state)).toBeUndefined();
    expect(speak(state.step)).toBe("Ready when you are.");
  });

  test("asks the eight checks in their order, each with a reason", () => {
    const asked = gateChecks.map((_, count) => guide(...opening.slice(0, count + 1)).step);

    expect(asked).toMatchObject(gateChecks.map((check) => ({ kind: "gate", check })));
    for (const step of asked) {
      if (step.kind !== "gate") throw new Error("not a gate");
      expect(speak(step)).toMatch(/^(Is|Are|Do) .*\?$/);
      expect(step.decidedBy[0]?.reason).toMatch(/\.$/);
    }
  });

  test("keeps the reason for a bare scalp, where the article says otherwise", () => {
    const step = guide(...opening.slice(0, 4)).step;

    expect(step).toMatchObject({
      check: "nothing-medicated-on-scalp",
      decidedBy: [{ ruleId: "combination/nothing-before", verdict: "disagrees" }],
    });
  });

  test.each(gateChecks)(
    "%s: no and unknown both close the session before the first stroke",
    (check) => {
      const before = opening.slice(0, gateChecks.indexOf(check) + 1);
      const says = (answer: "no" | "unknown") => {
        const { step } = guide(...before, { kind: "gate-answered", check, answer });
        if (step.kind !== "blocked") throw new Error("not blocked");
        expect(step).toMatchObject({ check });
        expect(step.nextStep).toMatch(/\.$/);
        expect(speak(step)).toBe(`${step.says} ${step.nextStep}`);
        return step.says;
      };
      expect(says("unknown")).toBe("You are not sure about this, and that counts as no.");
      expect(says("no")).not.toBe(says("unknown"));
    },
  );

  test("a blocked gate only ends, or takes its answer back", () => {
    const blocked = [
      startedWith(plan),
      { kind: "gate-answered", check: gateChecks[0], answer: "no" },
    ] as const;
    const more = { kind: "gate-answered", check: gateChecks[0], answer: "yes" } as const;

    expect(guide(...blocked, more)).toMatchObject({
      step: { kind: "blocked" },
      ignored: [uuid(2)],
    });
    expect(guide(...blocked, stop).step).toMatchObject({
      kind: "closed",
      summary: { stoppedWhy: "person" },
    });
    expect(guide(...blocked, { kind: "closed" }).step.kind).toBe("closed");
    expect(guide(...blocked, { kind: "undone", eventId: uuid(1) }).step).toMatchObject({
      kind: "gate",
      check: gateChecks[0],
    });
  });

  test("an answer out of order changes nothing, nor does a stroke before the gate", () => {
    const state = guide(
      startedWith(plan),
      { kind: "gate-answered", check: "hair-dry", answer: "yes" },
      strokes(edge, 0),
      startedWith(plan),
    );
    expect(state.step).toMatchObject({ kind: "gate", check: gateChecks[0] });
    expect(state.ignored).toEqual([uuid(1), uuid(2), uuid(3)]);
  });

  test("stop at the gate closes without cleaning, because nothing was used", () => {
    const state = guide(startedWith(plan), stop);

    expect(state.step).toMatchObject({
      kind: "closed",
      summary: { rollingMin: 0, cleaned: false },
    });
    expect(state.endedAt).toBeUndefined();
  });

  test("a session with no section of the plan does not begin", () => {
    const strange = { ...startedWith(plan), sectionIds: ["elsewhere/1"] } as SessionEventBody;
    expect(guide(strange)).toMatchObject({ step: { kind: "not-started" }, ignored: [uuid(0)] });
  });

  test("gate rules name their sources", () => {
    expect(gateRules.filter(({ policy }) => policy.sources.length === 0)).toEqual([]);
  });
});

describe("rolling", () => {
  test("begins at the edge, along the hair, with words for an ear", () => {
    const { step } = roll();

    expect(step).toMatchObject({
      kind: "roll",
      direction: 0,
      directionDeg: 0,
      rollsLeft: 3,
      rollsPerDirection: 3,
    });
    expect(speak(step)).toBe(
      "Vertex, left back. Three rolls along the hair, slow, lift between rolls.",
    );
  });

  test.each([
    [45, "45 degrees to the right"],
    [-60, "60 degrees to the left"],
    [90, "straight across to the right"],
    [-90, "straight across to the left"],
    [180, "against the hair"],
  ])("%d degrees are spoken as %s", (deg, words) => {
    const turned = homePlan({ stroke: { ...plan.stroke, directionsDeg: [deg] } });
    const { step } = guideSession(turned, eventsOf(...opening));
    expect(speak(step)).toContain(`Three rolls ${words},`);
  });

  test("a number of rolls without a word of its own is said as a number", () => {
    const many = homePlan({ stroke: { ...plan.stroke, rollsPerDirection: 16 } });
    expect(speak(guideSession(many, eventsOf(...opening)).step)).toContain(
      "16 rolls along the hair",
    );
  });

  test("counts strokes by direction, and done means the strokes that are left", () => {
    const state = roll(
      { kind: "section-started", sectionId: edge },
      strokes(edge, 0),
      strokes(edge, 1, 2),
    );

    expect(state.sections[0]).toMatchObject({ status: "rolling", rolls: [3, 2, 0, 0] });
    expect(speak(state.step)).toContain("One roll 45 degrees to the right");
    expect(doneEvent(state)).toEqual(strokes(edge, 1, 1));
  });

  test("more rolls than planned are kept in the record and not counted", () => {
    const state = roll(strokes(edge, 0, 15), strokes(edge, 0, 3), strokes(edge, 2, 3));

    expect(state.sections[0]?.rolls).toEqual([3, 0, 0, 0]);
    expect(state.ignored).toEqual([uuid(10), uuid(11)]);
  });

  test("asks how it felt after all directions, and then goes on to the next section", () => {
    const asked = roll(...allStrokes(edge));

    expect(asked.step).toMatchObject({ kind: "feel", section: { id: edge } });
    expect(speak(asked.step)).toBe("How did this section feel, from 0 to 10? Any blood, any snag?");
    expect(doneEvent(asked)).toBeUndefined();
    expect(roll(...allStrokes(edge), strokes(edge, 3)).ignored).toEqual([uuid(13)]);
    expect(roll(...allStrokes(edge), feel(edge)).step).toMatchObject({
      kind: "roll",
      section: { id: other },
    });
  });

  test("events of a section that is not due change nothing", () => {
    const state = roll(strokes(other, 0), feel(edge), {
      kind: "section-started",
      sectionId: "x/y",
    });
    expect(state.ignored).toEqual([uuid(9), uuid(10), uuid(11)]);
    expect(roll(strokes(edge, 0), { kind: "section-started", sectionId: edge }).ignored).toEqual([
      uuid(10),
    ]);
  });

  test.each([
    [{ painScore: 3 }, "done", undefined, []],
    [{ painScore: 4 }, "stopped", "pain", ["Stopped here: pain 4 of 10. Press less."]],
    [
      { snag: true },
      "stopped",
      "snag",
      ["Stopped here: a snag. Look at the needles before you go on."],
    ],
    [{ blood: "bead" }, "stopped", "bleeding", ["Stopped here: a bead of blood. Press less."]],
    [
      { blood: "pinpoint" },
      "done",
      undefined,
      ["Points of blood are too much at home. Press less."],
    ],
  ] as const)("%j at home: the section is %s", (felt, status, why, notices) => {
    const state = roll(...allStrokes(edge), feel(edge, felt));

    expect(state.sections[0]).toMatchObject({ status });
    expect(state.sections[0]?.stoppedWhy).toBe(why);
    expect(state.notices).toEqual(notices);
  });

  test("pain of 7, or blood a second time at home, advises to end", () => {
    const endHere = "End the session here; your scalp has had enough for today.";
    const once = [...allStrokes(edge), feel(edge, { blood: "bead" })];

    expect(roll(...allStrokes(edge), feel(edge, { painScore: 7 })).notices).toContain(endHere);
    expect(roll(...once).notices).not.toContain(endHere);
    expect(roll(...once, ...allStrokes(other), feel(other, { blood: "bead" })).notices).toContain(
      endHere,
    );
  });

  test("in a clinic points of blood pass, a bead still stops the section", () => {
    const clinic = trialPlan();
    const felt = (blood: "pinpoint" | "bead") =>
      guideSession(
        clinic,
        eventsOf(
          startedWith(clinic, 1500),
          ...gatePassed,
          ...allStrokes(edge),
          feel(edge, { blood }),
        ),
      );
    expect(felt("pinpoint")).toMatchObject({ notices: [], sections: [{ status: "done" }, {}, {}] });
    expect(felt("bead").sections[0]).toMatchObject({ status: "stopped", stoppedWhy: "bleeding" });
  });

  test("a section may be stopped or skipped, another one skipped ahead", () => {
    const state = roll(
      { kind: "section-stopped", sectionId: edge, why: "unwell" },
      { kind: "section-skipped", sectionId: middle },
      { kind: "section-skipped", sectionId: middle },
    );
    expect(state.sections.map(({ status }) => status)).toEqual(["stopped", "waiting", "skipped"]);
    expect(state.ignored).toEqual([uuid(11)]);
    expect(roll({ kind: "section-stopped", sectionId: edge, why: "unwell" }).notices).toEqual([
      "This section ends here.",
      "End the session, sit down and let somebody know.",
    ]);
  });

  test("a pause holds everything but going on, stopping and ending", () => {
    const paused = [{ kind: "paused" }, strokes(edge, 0), { kind: "paused" }] as const;
    const state = roll(...paused);

    expect(state.step).toEqual({ kind: "paused", resumesWith: "roll" });
    expect(speak(state.step)).toBe("Paused. Go on when you are ready.");
    expect(state.ignored).toEqual([uuid(10), uuid(11)]);
    expect(doneEvent(state)).toEqual({ kind: "resumed" });
    expect(roll(...paused, { kind: "resumed" }, { kind: "resumed" })).toMatchObject({
      step: { kind: "roll" },
      ignored: [uuid(10), uuid(11), uuid(13)],
    });
    expect(roll(...allStrokes(edge), { kind: "paused" }).step).toEqual({
      kind: "paused",
      resumesWith: "feel",
    });
    expect(roll({ kind: "paused" }, stop).step.kind).toBe("clean");
  });

  test("minutes of rolling leave pauses out", () => {
    const state = roll(
      strokes(edge, 0),
      { kind: "paused" },
      { kind: "resumed" },
      { kind: "rolling-ended" },
      { kind: "closed" },
    );
    expect(state.step).toMatchObject({ kind: "closed", summary: { rollingMin: 3 } });
  });
});

describe("stopping", () => {
  test("after a stroke it leads to the cleaning, and the rest counts as skipped", () => {
    const state = roll(strokes(edge, 0), stop);

    expect(state.step).toMatchObject({ kind: "clean", step: "rinse-with-detergent" });
    expect(state.sections.map(({ status }) => status)).toEqual(["stopped", "skipped", "skipped"]);
    expect(state.endedAt).toBe(minute(10));
    expect(state.notices).toEqual(["Stopped. Clean the device now."]);
  });

  test("in the first direction, before it is recorded, it leads to the cleaning too (I-G2)", () => {
    const state = roll(stop);
    expect(state).toMatchObject({
      step: { kind: "clean", step: "rinse-with-detergent" },
      endedAt: minute(9),
    });
    expect(state.sections.map(({ status }) => status)).toEqual(["stopped", "skipped", "skipped"]);
    const started = { kind: "section-started", sectionId: edge } as const;
    expect(roll(started, stop).step.kind).toBe("clean");
    expect(
      roll({ kind: "section-stopped", sectionId: edge, why: "snag" }, { kind: "rolling-ended" })
        .step.kind,
    ).toBe("topical");
  });

  test("skipping every section leads to the cleaning: the needles were at hand", () => {
    const state = roll(
      ...[edge, other, middle].map(
        (sectionId) => ({ kind: "section-skipped", sectionId }) as const,
      ),
    );
    expect(state).toMatchObject({ step: { kind: "topical" }, endedAt: minute(11) });
  });

  test("ending early goes on to the topical step without a reason to stop", () => {
    const state = roll(strokes(edge, 0), { kind: "rolling-ended" });
    expect(state.step).toMatchObject({ kind: "topical" });
    expect(state.sections[0]?.status).toBe("skipped");
  });

  test("stop at the topical step leads to the cleaning; in the cleaning there is nothing left to stop", () => {
    const rolled = [strokes(edge, 0), { kind: "rolling-ended" }] as const;
    expect(roll(...rolled, stop).step.kind).toBe("clean");
    expect(roll(...rolled, stop, stop).ignored).toEqual([uuid(12)]);
  });

  test("only the topical answers lead on at the topical step", () => {
    const rolled = [strokes(edge, 0), { kind: "rolling-ended" }] as const;
    expect(
      roll(...rolled, { kind: "cleaning-done", step: "rinse-with-detergent" }).ignored,
    ).toEqual([uuid(11)]);
  });
});
