import { addHours, compareInstants, type Instant } from "./calendar.ts";
import { because } from "./decided.ts";
import { cleaning } from "./hygiene.ts";
import type { Plan } from "./plan.ts";
import { mayHaveNeedled } from "./session-gate.ts";
import type { SessionStep } from "./session-guide.ts";
import { minutesBetween, type Progress } from "./session-progress.ts";
import { type CleaningStep, cleaningSteps, type SessionEvent } from "./session-record.ts";
import { endRolling, skipOpen } from "./session-rolling.ts";
import { drugWaitH, waitReasons, windowMaxUm, windowMin, windowProduct } from "./topical-window.ts";

const unclean = "The device stays closed until you have cleaned it.";

/** The product that may go on now: the article's window, not too long a needle, and a session that hurt nowhere. */
function openProduct({ started, sections, stoppedWhy }: Progress, plan: Plan): string | undefined {
  const wentWell =
    stoppedWhy === undefined &&
    sections.every(({ status, blood }) => status !== "stopped" && blood !== "pinpoint");
  const isShort = started !== undefined && started.needleLengthUm <= windowMaxUm;
  return wentWell && isShort ? windowProduct(plan) : undefined;
}

/** The countdown of the article's window, or the moment before which nothing goes on. */
export function topicalStep(progress: Progress, endedAt: Instant, plan: Plan): SessionStep {
  const product = openProduct(progress, plan);
  if (product !== undefined)
    return {
      kind: "topical",
      timing: "article-window",
      opensAt: endedAt,
      closesAt: addHours(endedAt, windowMin / 60),
      product,
      says: "You chose the article's window: put your usual amount on now, not more. Stop if it burns.",
      decidedBy: plan.topicalTiming.decidedBy,
    };

  const waitH = drugWaitH(plan);
  return {
    kind: "topical",
    timing: "wait-24h",
    notBefore: addHours(endedAt, waitH),
    says: `Nothing goes on your scalp now. Your product waits ${waitH} hours, and until the skin is calm.`,
    decidedBy: waitReasons(plan),
  };
}

/** The product goes on in its window or waits; nothing else leads on to the cleaning. */
export function afterTopicalEvent(
  progress: Progress,
  event: SessionEvent,
  plan: Plan,
): Progress | undefined {
  const waits: Progress = { ...progress, phase: "cleaning", topical: "waits" };
  if (event.kind === "topical-waits") return waits;
  if (event.kind === "stopped") return { ...waits, stoppedWhy: event.why };
  if (event.kind !== "topical-applied" || event.product !== openProduct(progress, plan))
    return undefined;

  const closesAt = progress.endedAt && addHours(progress.endedAt, windowMin / 60);
  if (closesAt === undefined || compareInstants(event.at, closesAt) > 0) return undefined;
  return {
    ...progress,
    phase: "cleaning",
    topical: "applied",
    notices: ["Watch for dizziness or a racing heart in the next hour, and wash your hands."],
  };
}

/** A cleaning step, with its timer where it has one. */
export function cleanStep(step: CleaningStep): SessionStep {
  const rule = cleaning[step];
  const { value, says } = rule.policy;
  return {
    kind: "clean",
    step,
    ...("timerMin" in value && { timerMin: value.timerMin }),
    says,
    decidedBy: because(rule),
  };
}

/** Rinse, disinfect, dry, case, in this order; or a reason why not. */
export function afterCleaningEvent(progress: Progress, event: SessionEvent): Progress | undefined {
  if (event.kind === "cleaning-skipped")
    return { ...progress, phase: "closed", notices: [unclean] };
  const due = cleaningSteps[progress.cleaned.length];
  if (event.kind !== "cleaning-done" || event.step !== due) return undefined;

  const cleaned = [...progress.cleaned, event.step];
  return {
    ...progress,
    cleaned,
    cleanedAt: event.at,
    phase: cleaned.length === cleaningSteps.length ? "closed" : "cleaning",
    notices: event.step === "disinfect-alcohol-70" ? soakNotices(progress, event.at) : [],
  };
}

function soakNotices({ cleanedAt }: Progress, at: Instant): readonly string[] {
  const { timerMin } = cleaning["disinfect-alcohol-70"].policy.value;
  const isShort = cleanedAt !== undefined && minutesBetween(cleanedAt, at) < timerMin;
  return isShort
    ? [`That was less than ${timerMin} minutes in alcohol. Leave it in for the rest.`]
    : [];
}

/** Ends the session wherever it stands; what was rolled counts, and an uncleaned device stays closed. */
export function closeSession(progress: Progress, at: Instant): Progress | undefined {
  if (progress.sawClosed) return undefined;
  const closed: Progress = { ...progress, phase: "closed", sawClosed: true };
  if (progress.phase === "closed") return closed;

  const ended = progress.phase === "rolling" ? endRolling(skipOpen(closed), at) : closed;
  return { ...ended, notices: mayHaveNeedled(ended) ? [unclean] : [] };
}
