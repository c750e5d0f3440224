import fc from "fast-check";
import { expect, test } from "vitest";
import { adherence } from "./adherence.ts";
import { epochMs, type Instant, instantAt } from "./calendar.ts";
import type { DoneSession, Plan } from "./plan.ts";
import { draftPlan } from "./plan-draft.ts";
import { type Hold, nextSession, type ScheduleInput } from "./schedule.ts";
import { anyHistory, anyPlanInput } from "./testing/arbitraries.ts";
import { propertyRuns } from "./testing/runs.ts";

/** 10⁵ inputs take about a minute; a busy machine takes more. */
const propertyTimeoutMs = 600_000;

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;
const gapH = (needleLengthUm: number) => (needleLengthUm <= 300 ? 72 : 144);

/** A plan some way in: its own sessions partly done, others besides, and a moment to ask at. */
const anySchedule: fc.Arbitrary<ScheduleInput & { readonly more: readonly DoneSession[] }> =
  anyPlanInput
    .chain((input) => {
      const plan = draftPlan(input);
      if (plan.kind === "refused") return fc.constant(undefined);
      const lastMs = Math.max(...plan.sessions.map(({ startsAt }) => epochMs(startsAt)));
      return fc
        .record({
          nowMs: fc
            .integer({ min: 0, max: Math.ceil((lastMs - epochMs(input.now)) / 60_000) + 20_000 })
            .map((minutes) => epochMs(input.now) + minutes * 60_000),
          mood: fc.nat(),
        })
        .chain(({ nowMs, mood }) =>
          fc.record({
            plan: fc.constant(plan),
            history: anyHistory(nowMs).map((extra) => [
              ...extra.slice(0, 1),
              ...doneOf(plan, mood, nowMs),
            ]),
            holds: fc.constant([]),
            now: fc.constant(instantAt(nowMs)),
            more: anyHistory(nowMs),
          }),
        );
    })
    .filter((schedule) => schedule !== undefined);

/** The plan's sessions before now, each up to 40 hours early or late, or missed, as the mood has it. */
function doneOf(plan: Plan, mood: number, nowMs: number): readonly DoneSession[] {
  return plan.sessions.flatMap(({ startsAt, zones }, index) => {
    const lateH = ((Math.imul(mood + index, 2_654_435_761) >>> 8) % 111) - 40;
    if (lateH > 40) return [];
    const startMs = epochMs(startsAt) + lateH * hourMs;
    const endMs = startMs + plan.sessionMin.value * 60_000;
    const { setting, needle } = plan;
    const needleLengthUm = needle.recommendedUm.value;
    return endMs > nowMs
      ? []
      : [
          {
            startedAt: instantAt(startMs),
            endedAt: instantAt(endMs),
            zones,
            setting,
            needleLengthUm,
          },
        ];
  });
}

/** The first moment the table leaves the plan's zones free, computed from scratch. */
function freeMs({ plan, history }: ScheduleInput): number {
  const perZone = plan.zones.map((zone) => {
    const onZone = history.filter(({ zones }) => zones.includes(zone));
    const gaps = onZone.map(
      (done) =>
        epochMs(done.endedAt) +
        hourMs * Math.max(gapH(done.needleLengthUm), gapH(plan.needle.recommendedUm.value)),
    );
    const starts = onZone.map(({ startedAt }) => epochMs(startedAt)).sort((a, b) => b - a);
    return Math.max(
      Number.NEGATIVE_INFINITY,
      ...gaps,
      (starts[1] ?? Number.NEGATIVE_INFINITY) + weekMs,
    );
  });
  return Math.max(...perZone);
}

function expectNone(broken: Readonly<Record<string, boolean>>): void {
  const names = Object.entries(broken).flatMap(([name, isBroken]) => (isBroken ? [name] : []));
  if (names.length > 0) throw new Error(names.join("; "));
}

test(
  "the next session keeps every limit against what was done, and only moves later (I-F1–I-F6, I-T1–I-T5)",
  () => {
    let offered = 0;
    fc.assert(
      fc.property(anySchedule, fc.integer({ min: -300, max: 300 }), ({ more, ...input }, hours) => {
        const next = nextSession(input);
        const withMore = nextSession({ ...input, history: [...input.history, ...more] });
        const elsewhere = nextSession({
          ...input,
          plan: { ...input.plan, timeZone: "Pacific/Chatham" },
        });
        const tomorrow = instantAt(epochMs(input.now) + 24 * hourMs);
        const future = { ...doneAt(input, tomorrow) };
        expectNone({
          "I-T4 a clock behind the last visit":
            kindOf({ ...input, lastSeen: tomorrow }) !== "time-uncertain",
          "I-T5 a session from the future":
            kindOf({ ...input, history: [...input.history, future] }) !== "time-uncertain",
          "a red flag does not hold": kindOf({ ...input, holds: [redFlag(tomorrow)] }) !== "held",
        });
        if (next.kind !== "next") return;

        offered += 1;
        const [earliest, ideal, latest] = [next.earliest, next.ideal, next.latest].map(epochMs);
        if (earliest === undefined || ideal === undefined || latest === undefined) return;
        const moved = nextSession({
          ...input,
          moved: { number: next.number, to: instantAt(ideal + hours * hourMs) },
        });
        expectNone({
          "out of order": !(earliest <= ideal && ideal <= latest),
          "I-F3 before the skin is free": earliest < freeMs(input),
          "I-T1 another zone of the viewer decides":
            elsewhere.kind !== "next" ||
            elsewhere.ideal !== next.ideal ||
            elsewhere.latest !== next.latest,
          "I-F6 more history opened an earlier day":
            withMore.kind === "next" && epochMs(withMore.ideal) < Math.min(ideal, freeMs(input)),
          "more history opened the skin earlier":
            withMore.kind === "next" && epochMs(withMore.earliest) < freeMs(input),
          "a move broke the limits": moved.kind === "next" && epochMs(moved.ideal) < freeMs(input),
          "a later move was not kept":
            hours > 0 && (moved.kind !== "next" || epochMs(moved.ideal) < ideal + hours * hourMs),
          "a zone before its own limit": next.zones.some(
            ({ earliest: zoneEarliest }) =>
              zoneEarliest === undefined || epochMs(zoneEarliest) > earliest,
          ),
        });
      }),
      { numRuns: propertyRuns },
    );
    expect(offered).toBeGreaterThan(propertyRuns * 0.25 - 20);
  },
  propertyTimeoutMs,
);

function kindOf(input: ScheduleInput): string {
  return nextSession(input).kind;
}

function doneAt({ plan }: ScheduleInput, endedAt: Instant): DoneSession {
  const { zones, setting } = plan;
  return { startedAt: endedAt, endedAt, needleLengthUm: 250, zones, setting };
}

function redFlag(from: Instant): Hold {
  return { id: "h", from, why: "red-flag", says: "You told us of pus." };
}

test(
  "someone who follows the plan, early, late or not at all, never rolls too close and comes to its end",
  () => {
    fc.assert(
      fc.property(
        anyPlanInput,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
        (input, mood) => {
          const plan = draftPlan(input);
          if (plan.kind === "refused") return;
          let history = input.history;
          let now = input.now;
          let next = nextSession({ plan, history, holds: [], now });
          let rounds = 0;
          for (; next.kind === "next"; rounds += 1) {
            if (rounds > 200) throw new Error("the plan never ends");
            const today = mood[rounds % mood.length] ?? 0;
            const atMs = momentFor(today, next, now);
            if (today > 1) history = [...history, sessionAt(plan, atMs)];
            now = instantAt(atMs + plan.sessionMin.value * 60_000);
            next = nextSession({ plan, history, holds: [], now });
          }
          if (next.kind !== "finished") throw new Error(next.kind);
          expectNone({ "too close": areTooClose(plan, history.slice(input.history.length)) });
          const { score, done, planned } = adherence({ plan, history, now });
          expectNone({
            "adherence outside 0 to 1": !(score >= 0 && score <= 1),
            "more done than planned": done > planned || planned > plan.sessions.length,
          });
        },
      ),
      { numRuns: Math.ceil(propertyRuns / 20) },
    );
  },
  propertyTimeoutMs,
);

/** 0 and 1 let the session pass, 2 and 3 roll as early as allowed, 4 at the last moment, the rest as planned. */
function momentFor(
  mood: number,
  next: { readonly earliest: Instant; readonly ideal: Instant; readonly latest: Instant },
  now: Instant,
): number {
  const wishedMs =
    mood <= 1
      ? epochMs(next.latest)
      : mood <= 3
        ? epochMs(next.earliest)
        : mood === 4
          ? epochMs(next.latest) - 1000
          : epochMs(next.ideal);
  return Math.max(wishedMs, epochMs(now), epochMs(next.earliest));
}

function sessionAt(plan: Plan, startMs: number): DoneSession {
  return {
    startedAt: instantAt(startMs),
    endedAt: instantAt(startMs + plan.sessionMin.value * 60_000),
    needleLengthUm: plan.needle.recommendedUm.value,
    zones: plan.zones,
    setting: plan.setting,
  };
}

function areTooClose(plan: Plan, done: readonly DoneSession[]): boolean {
  return done.some(({ startedAt }, index) => {
    const before = done[index - 1];
    const twoBefore = done[index - 2];
    return (
      (before !== undefined &&
        epochMs(startedAt) - epochMs(before.endedAt) < plan.intervalH.hard.value * hourMs) ||
      (twoBefore !== undefined && epochMs(startedAt) - epochMs(twoBefore.startedAt) < weekMs)
    );
  });
}
