import {
  type Instant,
  localDate,
  localTime,
  type NextSession,
  type NoNextSession,
  nextSession,
} from "@stipple/protocol";
import { type Command, print, printJson, readNow, readWords } from "./command.ts";
import { count, entry, section, wrap } from "./layout.ts";
import { reasonLines } from "./reasons.ts";
import { planFromFile, printRefusal, readTreatment } from "./treatment.ts";

export const nextCommand: Command = {
  name: "next",
  summary: "a treatment → when the next session may, should and must be",
  help: `stipple next TREATMENT.json [--now MOMENT] [--json]

Reads the same file as "plan" and answers from its "history": the earliest, the
planned and the latest moment of the next session, and how many were missed. A
missed session is never made up for.

  --now MOMENT   the moment to answer for (default: now)
  --json         print the NextSession, or why there is none

Exit codes: 0 there is a next session · 1 refused, held or finished · 2 wrong
use or input.

Example
  npm run -s stipple -- next treatment.json --now 2026-03-09T08:00:00Z
  after a 0.25 mm session that ended on Sunday at 20:18, prints an earliest
  moment on Wednesday at 20:18: 72 hours of elapsed time, whatever the clock on
  the wall did in between.`,
  run(words) {
    const { positionals, text, isSet } = readWords(
      words,
      { now: { type: "string" } },
      { name: "one treatment file" },
    );
    const treatment = readTreatment(positionals[0]);
    const now = readNow(text("now"));
    const { result } = planFromFile(treatment, now);
    if (result.kind === "refused") {
      printRefusal(result, { asJson: isSet("json") });
      return 1;
    }
    const next = nextSession({ plan: result, history: treatment.history ?? [], holds: [], now });
    if (isSet("json")) printJson(next);
    else print(nextLines(next, result.timeZone));
    return next.kind === "next" ? 0 : 1;
  },
};

function nextLines(next: NextSession | NoNextSession, timeZone: string): string[] {
  if (next.kind !== "next") {
    return [wrap(next.says), wrap(`→ ${next.nextStep}`, { indent: "  ", hang: "    " })];
  }
  const { number, earliest, ideal, latest, missed, decidedBy } = next;
  return [
    `Session ${number}`,
    entry("Not before", wallClock(earliest, timeZone)),
    entry("Planned", wallClock(ideal, timeZone)),
    entry("At the latest", wallClock(latest, timeZone)),
    entry("Zones", next.zones.map(({ zone }) => zone).join(", ")),
    ...(missed > 0 ? [entry("Missed", `${count(missed, "session")}, not made up for`)] : []),
    "",
    ...section("Why", reasonLines(decidedBy)),
  ];
}

function wallClock(moment: Instant, timeZone: string): string {
  return `${localDate(moment, timeZone)} ${localTime(moment, timeZone)} (${timeZone})`;
}
