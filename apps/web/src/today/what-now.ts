import {
  compareInstants,
  type Hold,
  type Instant,
  type IsoDate,
  localDate,
  type NextSession,
  type NoNextSession,
} from "@stipple/protocol";
import type { Today } from "../ui/contract.ts";
import { opensRolling } from "../ui/opens-rolling.ts";

/** The one thing to do now. Exactly one, in the order of what would be missed first. */
export type WhatNow =
  | { readonly kind: "held"; readonly hold: Hold }
  | { readonly kind: "open-session"; readonly sessionId: string; readonly startedAt: Instant }
  | { readonly kind: "assess" }
  | { readonly kind: "assess-again"; readonly expiredOn: IsoDate }
  | {
      readonly kind: "not-open";
      readonly headline: string;
      readonly nextStep: string;
      readonly waitUntil?: IsoDate;
    }
  | { readonly kind: "make-plan" }
  | { readonly kind: "add-device" }
  /** A session is due and no roller may be used; the first one's reason is shown. */
  | {
      readonly kind: "ready-device";
      readonly name: string;
      readonly says: string;
      readonly nextStep: string;
    }
  | { readonly kind: "check-in"; readonly slot: "24h" | "72h" | "7d"; readonly dueAt: Instant }
  | { readonly kind: "roll"; readonly next: NextSession }
  | { readonly kind: "rest"; readonly next: NextSession; readonly mayStart: boolean }
  | { readonly kind: "none"; readonly next: NoNextSession };

/** Decides what Today shows first: safety, then what is open, then what is due, then rest. */
export function whatNow(today: Today): WhatNow {
  const { holds, openSession, next } = today;
  const hold = holds.find(({ why }) => why === "red-flag") ?? holds[0];

  if (hold?.why === "red-flag") return { kind: "held", hold };
  if (openSession) return { kind: "open-session", ...openSession };
  if (hold) return { kind: "held", hold };
  return (
    setUp(today) ?? dueCheckIn(today) ?? (next ? ofSession(next, today) : { kind: "make-plan" })
  );
}

/** What else to mind: the alarms, without the one that the thing to do already says. */
export function alarmsBeside(now: WhatNow, alarms: Today["alarms"]): Today["alarms"] {
  const said = saidBy(now);
  return alarms.filter(({ code }) => !said.includes(code));
}

/** Codes of the alarms that stand in the thing to do itself. */
function saidBy(now: WhatNow): readonly string[] {
  switch (now.kind) {
    case "held":
      return [`hold.${now.hold.why}`];
    case "assess-again":
      return ["assessment.expired"];
    case "check-in":
      return ["check-in.due"];
    case "none":
      return ["plan.finished", "clock.uncertain"];
    default:
      return [];
  }
}

/** What is still missing before any session can be. */
function setUp({ assessment, planId, devices }: Today): WhatNow | undefined {
  if (assessment === undefined) return { kind: "assess" };
  if (assessment.expired) return { kind: "assess-again", expiredOn: assessment.expiresOn };
  if (!opensRolling(assessment)) {
    const { headline, nextStep, waitUntil } = assessment;
    return { kind: "not-open", headline, nextStep, ...(waitUntil && { waitUntil }) };
  }
  if (planId === undefined) return { kind: "make-plan" };
  return devices.length > 0 ? undefined : { kind: "add-device" };
}

/** The newest check-in that is due; an older one still open is not asked for twice. */
function dueCheckIn({ aftercare, now }: Today): WhatNow | undefined {
  const due = aftercare?.checkIns.findLast(({ dueAt }) => compareInstants(dueAt, now) <= 0);
  return due && !due.done ? { kind: "check-in", slot: due.slot, dueAt: due.dueAt } : undefined;
}

function ofSession(next: NextSession | NoNextSession, today: Today): WhatNow {
  const { now, timeZone } = today;
  if (next.kind !== "next") return { kind: "none", next };
  const mayStart = compareInstants(now, next.earliest) >= 0;
  const isDay = localDate(now, timeZone) >= localDate(next.ideal, timeZone);
  if (!mayStart || !isDay) return { kind: "rest", next, mayStart };
  return unreadyDevice(today) ?? { kind: "roll", next };
}

function unreadyDevice({ devices }: Today): WhatNow | undefined {
  if (devices.some(({ state }) => state.fitness !== "blocked")) return undefined;
  const inUse = devices.filter(({ events }) => events.every(({ kind }) => kind !== "retired"));
  const first = inUse[0];
  const finding = first?.state.findings[0];
  return first && finding
    ? {
        kind: "ready-device",
        name: first.device.name,
        says: finding.says,
        nextStep: finding.nextStep,
      }
    : { kind: "add-device" };
}
