import {
  compareInstants,
  type Hold,
  type NextSession,
  type NoNextSession,
  rulesVersion,
} from "@stipple/protocol";
import type { DeviceRow } from "../devices/devices.routes.ts";
import type { Situation } from "../situation.ts";
import { checkInName, openCheckIns } from "./days.ts";
import type { Alarm, Today } from "./today.ts";

interface AlarmInput {
  readonly situation: Situation;
  readonly devices: readonly DeviceRow[];
  readonly assessment?: NonNullable<Today["assessment"]>;
  readonly next?: NextSession | NoNextSession;
  readonly aftercare?: NonNullable<Today["aftercare"]>;
  readonly storage: { readonly writable: boolean; readonly reason?: string };
}

/** What stands in the way or needs the person, most urgent first. */
export function alarmsOf(input: AlarmInput): readonly Alarm[] {
  return [
    storageAlarms,
    holdAlarms,
    clockAlarms,
    assessmentAlarms,
    deviceAlarms,
    planAlarms,
    checkInAlarms,
  ].flatMap((alarms) => alarms(input));
}

function storageAlarms({ storage }: AlarmInput): Alarm[] {
  if (storage.writable) return [];
  return [
    {
      code: "storage.read_only",
      says:
        storage.reason ?? "The database cannot be written now. What was saved before can be read.",
      nextStep: "Free some space or make the data folder writable; Stipple goes on by itself.",
      to: "/settings",
    },
  ];
}

function holdAlarms({ situation }: AlarmInput): Alarm[] {
  return situation.holds
    .filter(({ clearedAt }) => clearedAt === undefined)
    .map(({ why, says }) => ({
      code: `hold.${why}`,
      says,
      nextStep: holdSteps[why],
      to: "/aftercare",
    }));
}

const holdSteps: Record<Hold["why"], string> = {
  "red-flag": "See a doctor, and end the hold when they say that you may roll again.",
  person: "End the hold when you want to go on.",
  clock: "Set the clock of this computer right, then end the hold.",
  "history-gap": "Wait a full interval after your last session, then end the hold.",
};

function clockAlarms({ next }: AlarmInput): Alarm[] {
  if (next?.kind !== "time-uncertain") return [];
  return [{ code: "clock.uncertain", says: next.says, nextStep: next.nextStep, to: "/settings" }];
}

function assessmentAlarms({ assessment }: AlarmInput): Alarm[] {
  if (!assessment?.expired) return [];
  return [
    {
      code: "assessment.expired",
      says: `Your answers were good until ${assessment.expiresOn}.`,
      nextStep: "Go through the questions again before the next session.",
      to: "/assess",
    },
  ];
}

function deviceAlarms({ devices }: AlarmInput): Alarm[] {
  const retired = ({ events }: DeviceRow) => events.some(({ kind }) => kind === "retired");
  return devices
    .filter((row) => row.state.fitness !== "fit" && !retired(row))
    .flatMap(({ device, state }) =>
      state.findings.slice(0, 1).map(({ says, nextStep }) => ({
        code: `device.${state.fitness}`,
        says: `${device.name}: ${says}`,
        nextStep,
        to: "/devices",
      })),
    );
}

function planAlarms({ situation, next }: AlarmInput): Alarm[] {
  const alarms: Alarm[] = [];
  if (situation.plan && situation.plan.plan.rulesVersion !== rulesVersion) {
    alarms.push({
      code: "plan.rules_changed",
      says: "Stipple's rules changed since your plan was made.",
      nextStep: "Make the plan again; what you did so far stays.",
      to: "/plan",
    });
  }
  if (next?.kind === "finished") {
    alarms.push({ code: "plan.finished", says: next.says, nextStep: next.nextStep, to: "/plan" });
  }
  return alarms;
}

function checkInAlarms({ aftercare, situation }: AlarmInput): Alarm[] {
  const open = aftercare ? openCheckIns(aftercare.checkIns, situation.now) : [];
  const due = open.find(({ dueAt }) => compareInstants(dueAt, situation.now) <= 0);
  if (!due) return [];
  return [
    {
      code: "check-in.due",
      says: `The ${checkInName(due.slot)} check-in is due.`,
      nextStep: "Say how your scalp is; it takes a minute.",
      to: "/aftercare",
    },
  ];
}
