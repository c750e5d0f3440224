import {
  type Answers,
  addHours,
  assess,
  type CheckIn,
  checkInSchema,
  type Instant,
  localDate,
  type PlanChoices,
  planTreatment,
  triage,
} from "@stipple/protocol";
import type { Scenario, Step } from "./input.ts";
import { fixedId } from "./press-done.ts";
import { rollAtPlannedMoment, rollStep, sessionIdOf } from "./replay-session.ts";
import { deviceState, endSummary, next, type Replay, type World } from "./replay-world.ts";
import { assessmentSummary, moment, nextSummary, planSummary, refusalSummary } from "./summary.ts";

/** Lives a whole treatment: assess, plan, and every step of the course, with nothing but the protocol's functions. */
export function replay(scenario: Scenario): Replay {
  const world = openWorld(scenario);
  const assessment = assessmentSummary(world.assessment);
  const plan = planNow(world);
  for (const step of scenario.course) takeStep(world, step);
  return {
    summary: { assessment, ...plan, course: world.lines, end: endSummary(world) },
    acts: world.acts,
  };
}

function openWorld({ startsAt, answers, choices, history, device }: Scenario): World {
  const assessment = assess(answers, localDate(startsAt, choices.timeZone));
  return {
    now: startsAt,
    answers,
    assessment,
    assessedAt: startsAt,
    choices,
    plan: undefined,
    history: [...history],
    device,
    deviceUses: [],
    deviceEvents: [],
    holds: [],
    checkIns: [],
    moved: undefined,
    sessions: 0,
    ids: 0,
    lines: [],
    acts: [
      { kind: "assessment", at: startsAt, answers },
      ...(device ? [{ kind: "device" as const, at: startsAt, device }] : []),
    ],
  };
}

/** Plans from what the world holds now; a refusal leaves the world without a plan. */
function planNow(world: World) {
  const { answers, assessment, choices, history, now } = world;
  const result = planTreatment({ answers, assessment, choices, history, now });
  if (result.kind === "refused") {
    world.plan = undefined;
    return { refusal: refusalSummary(result) };
  }
  world.plan = result;
  world.moved = undefined;
  world.acts.push({ kind: "plan", at: now, choices });
  return { plan: planSummary(result) };
}

function takeStep(world: World, step: Step): void {
  if (step.do !== "sessions" && step.do !== "move" && step.do !== "session") {
    world.now = whenOf(world, step);
  }
  switch (step.do) {
    case "sessions":
      for (let count = 0; count < step.count; count += 1) rollAtPlannedMoment(world, step.lateH);
      break;
    case "session":
      rollStep(world, step);
      break;
    case "move":
      move(world, step.laterH);
      break;
    case "check-in":
      checkIn(world, step);
      break;
    case "pause":
      pause(world, step.says);
      break;
    case "clear-hold":
      clearHold(world, step.doctorCleared);
      break;
    case "device-event":
      deviceEvent(world, step.kind);
      break;
    case "new-device":
      newDevice(world, step.device);
      break;
    case "assess":
      assessAgain(world, step.answers, step.choices);
      break;
    case "look":
      look(world);
      break;
  }
}

function whenOf(
  world: World,
  { at, afterH }: { at?: Instant | undefined; afterH?: number | undefined },
): Instant {
  return at ?? addHours(world.now, afterH ?? 0);
}

function move(world: World, laterH: number): void {
  const planned = next(world);
  if (planned?.kind !== "next") return;
  const to = addHours(planned.ideal, laterH);
  world.moved = { number: planned.number, to };
  world.acts.push({ kind: "move", at: world.now, number: planned.number, to });
  world.lines.push({
    did: "moved",
    from: moment(planned.ideal, world.choices.timeZone),
    wished: moment(to, world.choices.timeZone),
    next: nextSummary(next(world), world.choices.timeZone),
  });
}

function checkIn(world: World, step: Extract<Step, { do: "check-in" }>): void {
  const { slot, graded, signs, note } = step;
  world.ids += 1;
  const id = fixedId(0xc0000 + world.ids);
  const sessionId = world.sessions > 0 ? sessionIdOf(world.sessions) : undefined;
  const entry: CheckIn = {
    id,
    at: world.now,
    slot,
    graded,
    signs,
    ...(sessionId && { sessionId }),
    ...(note && { note }),
  };
  const result = triage(checkInSchema.parse(entry));
  world.checkIns.push(entry);
  world.acts.push({ kind: "check-in", at: world.now, checkIn: entry });
  if (result.holdsPlan) {
    world.holds.push({ id, from: world.now, why: "red-flag", says: result.says });
  }
  world.lines.push({
    did: "check-in",
    at: moment(world.now, world.choices.timeZone),
    slot,
    urgency: result.urgency,
    says: result.says,
    rules: result.advice.flatMap(({ decidedBy }) => decidedBy.map(({ ruleId }) => ruleId)),
    ...(result.holdsPlan && { holdsPlan: true }),
    next: nextSummary(next(world), world.choices.timeZone),
  });
}

function pause(world: World, says: string): void {
  world.ids += 1;
  const id = fixedId(0xd0000 + world.ids);
  world.holds.push({ id, from: world.now, why: "person", says });
  world.acts.push({ kind: "pause", at: world.now, id, says });
  world.lines.push({ did: "paused", at: moment(world.now, world.choices.timeZone), says });
}

/** A red flag needs a doctor; without one the hold stays. */
function clearHold(world: World, doctorCleared: boolean): void {
  const open = world.holds.findIndex(({ clearedAt }) => clearedAt === undefined);
  const hold = world.holds[open];
  const mayClear = hold !== undefined && (hold.why !== "red-flag" || doctorCleared);
  if (hold && mayClear) {
    world.holds[open] = { ...hold, clearedAt: world.now };
    world.acts.push({ kind: "clear-hold", at: world.now, id: hold.id, doctorCleared });
  }
  world.lines.push({
    did: mayClear ? "hold cleared" : "hold stays: a doctor has to clear it",
    at: moment(world.now, world.choices.timeZone),
    next: nextSummary(next(world), world.choices.timeZone),
  });
}

function deviceEvent(world: World, kind: "dropped" | "cleaned" | "retired"): void {
  world.ids += 1;
  const event = { id: fixedId(0xe0000 + world.ids), at: world.now, kind };
  world.deviceEvents.push(event);
  if (world.device) {
    world.acts.push({ kind: "device-event", at: world.now, deviceId: world.device.id, event });
  }
  world.lines.push({
    did: `device ${kind}`,
    at: moment(world.now, world.choices.timeZone),
    device: deviceState(world),
  });
}

function newDevice(world: World, device: NonNullable<World["device"]>): void {
  world.device = device;
  world.deviceUses = [];
  world.deviceEvents = [];
  world.acts.push({ kind: "device", at: world.now, device });
  world.lines.push({
    did: "new device",
    at: moment(world.now, world.choices.timeZone),
    device: deviceState(world),
  });
}

function assessAgain(world: World, changed: Answers, choices: PlanChoices | undefined): void {
  world.answers = { ...world.answers, ...changed };
  world.choices = { ...world.choices, ...choices };
  world.assessment = assess(world.answers, localDate(world.now, world.choices.timeZone));
  world.assessedAt = world.now;
  world.acts.push({ kind: "assessment", at: world.now, answers: world.answers });
  world.lines.push({
    did: "answered again",
    at: moment(world.now, world.choices.timeZone),
    assessment: assessmentSummary(world.assessment),
    ...planNow(world),
  });
}

function look(world: World): void {
  world.lines.push({
    did: "looked",
    at: moment(world.now, world.choices.timeZone),
    device: deviceState(world),
    next: nextSummary(next(world), world.choices.timeZone),
  });
}
