import {
  addHours,
  aftercareClock,
  assess,
  type DoneSession,
  doneSession,
  type GuardFinding,
  guardStart,
  type Instant,
  laterOf,
  localDate,
  type Plan,
  type SessionState,
  type SessionStep,
} from "@stipple/protocol";
import type { SessionStepInput } from "./input.ts";
import { type Behaviour, fixedId, type RolledSession, rollSession } from "./press-done.ts";
import { deviceAtHand, deviceState, next, stateOfDevice, type World } from "./replay-world.ts";
import { closingSummary, hours, moment, nextSummary } from "./summary.ts";

/** Rolls once at the planned moment, or `lateH` hours after it. */
export function rollAtPlannedMoment(world: World, lateH = 0): void {
  const planned = next(world);
  const lateAt = planned?.kind === "next" ? addHours(planned.ideal, lateH) : undefined;
  rollStep(world, { do: "session", ...(lateAt && { at: lateAt }) });
}

/** One session as the step tells it: checked by the guard, gone through step by step, then recorded. */
export function rollStep(world: World, step: SessionStepInput): void {
  const { plan } = world;
  const at = momentOf(world, step);
  if (!plan || !at) {
    world.lines.push({ did: "no session", next: nextSummary(next(world), world.choices.timeZone) });
    return;
  }
  world.now = laterOf(world.now, at);
  answerAgainWhenExpired(world);
  const refused = guardFindings(world, plan, step);
  if (refused.length > 0 && !step.anyway) {
    world.lines.push({
      did: "session refused",
      at: moment(world.now, plan.timeZone),
      guard: refused.map(({ code, says }) => `${code}: ${says}`),
      next: nextSummary(next(world), plan.timeZone),
    });
    return;
  }
  record(world, plan, { step, refused });
}

function momentOf(world: World, { at, afterH }: SessionStepInput): Instant | undefined {
  if (at) return at;
  if (afterH !== undefined) return addHours(world.now, afterH);
  const planned = next(world);
  return planned?.kind === "next" ? laterOf(planned.ideal, world.now) : undefined;
}

/** Answers hold for 30 days; a person whose life did not change gives the same ones again. */
function answerAgainWhenExpired(world: World): void {
  const today = localDate(world.now, world.choices.timeZone);
  if (today < world.assessment.expiresOn) return;
  world.assessment = assess(world.answers, today);
  world.assessedAt = world.now;
  world.acts.push({ kind: "assessment", at: world.now, answers: world.answers });
}

function guardFindings(
  world: World,
  plan: Plan,
  { needleLengthUm }: SessionStepInput,
): readonly GuardFinding[] {
  const { answers, choices, history, now, holds, assessedAt } = world;
  const device = deviceAtHand(world);
  const state = stateOfDevice(world);
  if (!device || !state) return [];
  return guardStart({
    plan,
    answers,
    choices,
    history,
    now,
    device: {
      needleLengthUm: needleLengthUm ?? device.needleLengthUm,
      state,
      kind: device.kind,
      usedByAnotherPerson: device.usedByAnotherPerson,
    },
    holds,
    zones: plan.zones,
    outcome: world.assessment.outcome,
    assessedAt,
  });
}

/** The id of the treatment's nth session. */
export function sessionIdOf(number: number): string {
  return fixedId(0xa0000 + number);
}

function record(
  world: World,
  plan: Plan,
  { step, refused }: { readonly step: SessionStepInput; readonly refused: readonly GuardFinding[] },
): void {
  world.sessions += 1;
  const device = deviceAtHand(world);
  const sessionId = sessionIdOf(world.sessions);
  const rolled = rollSession(
    plan,
    {
      sessionId,
      deviceId: device?.id ?? fixedId(1),
      needleLengthUm:
        step.needleLengthUm ?? device?.needleLengthUm ?? plan.needle.recommendedUm.value,
      at: world.now,
      firstEvent: 0x1000000 + world.sessions * 0x1000,
    },
    behaviourOf(step),
  );
  world.acts.push({ kind: "session", at: world.now, sessionId, events: rolled.events });
  const startedAt = world.now;
  world.now = rolled.events.at(-1)?.at ?? startedAt;
  const done = doneSession(rolled.events, world.now);
  const line = sessionLine(world, plan, { rolled, done, startedAt });
  if (done) {
    world.history.push(done);
    world.deviceUses.push({ endedAt: done.endedAt, cleaned: isCleaned(rolled.state) });
  }
  world.lines.push({
    ...line,
    ...(refused.length > 0 && { guard: refused.map(({ code }) => code) }),
    device: deviceState(world),
    next: nextSummary(next(world), plan.timeZone),
  });
}

function sessionLine(
  world: World,
  plan: Plan,
  {
    rolled,
    done,
    startedAt,
  }: {
    readonly rolled: RolledSession;
    readonly done: DoneSession | undefined;
    readonly startedAt: Instant;
  },
) {
  const { step } = rolled.state;
  const last = lastOverlapping(world.history, plan);
  return {
    did: done ? "session" : "session not begun",
    at: moment(startedAt, plan.timeZone),
    ...(last && done && { sinceLastEndH: hours(last.endedAt, done.startedAt) }),
    ...(step.kind === "closed" ? closingSummary(step.summary) : stepSummary(step)),
    ...(done && topicalFrom(plan, done, rolled)),
  };
}

function lastOverlapping(history: readonly DoneSession[], plan: Plan): DoneSession | undefined {
  return history.findLast(({ zones }) => zones.some((zone) => plan.zones.includes(zone)));
}

function stepSummary(step: SessionStep) {
  if (step.kind === "blocked") return { blocked: step.check, says: step.says };
  return { leftAt: step.kind };
}

function topicalFrom(plan: Plan, { endedAt }: DoneSession, { steps }: RolledSession) {
  const step = steps.find(({ kind }) => kind === "topical");
  const now = endedAt;
  const { topical } = aftercareClock({ plan, endedAt, checkIns: [], now, ...(step && { step }) });
  return topical && { topicalFrom: moment(topical.notBefore, plan.timeZone) };
}

function isCleaned({ step }: SessionState): boolean {
  return step.kind === "closed" && step.summary.cleaned;
}

/** What this person does where it differs from pressing Done. */
function behaviourOf({ gate, felt, stoppedAfter, cleaningSkipped }: SessionStepInput): Behaviour {
  return (shown, { sections }) => {
    const asked = sections.filter(({ status }) => status !== "waiting").length;
    if (stoppedAfter && shown.kind === "roll" && asked >= stoppedAfter.sections) {
      return { kind: "stopped", why: stoppedAfter.why };
    }
    if (shown.kind === "gate" && gate?.[shown.check]) {
      return { kind: "gate-answered", check: shown.check, answer: gate[shown.check] ?? "unknown" };
    }
    if (shown.kind === "feel") {
      const place = sections.findIndex(({ section }) => section.id === shown.section.id) + 1;
      const feeling = felt?.find(({ section }) => section === place);
      if (!feeling) return undefined;
      const { painScore, blood, snag } = feeling;
      return { kind: "section-felt", sectionId: shown.section.id, painScore, blood, snag };
    }
    if (shown.kind === "clean" && cleaningSkipped) {
      return { kind: "cleaning-skipped", why: cleaningSkipped };
    }
    return undefined;
  };
}
