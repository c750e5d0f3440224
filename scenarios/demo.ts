import {
  addDays,
  elapsedHours,
  type Instant,
  instant,
  isoDate,
  localDate,
  localTime,
} from "@stipple/protocol";
import { readScenarioText } from "./files.ts";
import { type Scenario, scenarioSchema } from "./input.ts";
import { replay } from "./replay.ts";
import type { Act } from "./replay-world.ts";

const demoScenario = "demo-six-months";

/** The last session of the demo ended this long ago, or up to a day longer. */
const endedAgoH = 48;

/** Moving the treatment can move its last session by an hour (clock changes), so the aim is taken again. */
const mostAims = 4;

/**
 * What a host would have recorded of the demo's half year, moved by whole days so that its last session
 * ended two to three days before `now`. Times of day are those of `timeZone`.
 */
export function demoActs(now: Instant, timeZone: string): readonly Act[] {
  const text = readScenarioText(demoScenario);
  let days = 0;
  let acts: readonly Act[] = [];
  for (let aim = 0; aim < mostAims; aim += 1) {
    acts = replay(inZone(scenarioSchema.parse(JSON.parse(moveDays(text, days))), timeZone)).acts;
    const farH = elapsedHours(lastSessionEnd(acts), now) - endedAgoH;
    if (farH >= 0 && farH < 24) break;
    days += Math.floor(farH / 24);
  }
  return acts;
}

function lastSessionEnd(acts: readonly Act[]): Instant {
  const last = acts.findLast((act) => act.kind === "session");
  const end = last?.events.at(-1)?.at;
  if (!end) throw new Error("The demo has no session.");
  return end;
}

/** Moves every day and moment of an input by whole days. */
function moveDays(text: string, days: number): string {
  return text
    .replace(/"(\d{4}-\d\d-\d\d)"/g, (_, date: string) => `"${addDays(isoDate(date), days)}"`)
    .replace(/"(\d{4}-\d\d-\d\dT[^"]+)"/g, (_, moment: string) => `"${laterBy(moment, days)}"`);
}

function laterBy(moment: string, days: number): string {
  const at = instant(moment);
  return `${addDays(localDate(at, "UTC"), days)}T${localTime(at, "UTC")}:00Z`;
}

function inZone(scenario: Scenario, timeZone: string): Scenario {
  return {
    ...scenario,
    choices: { ...scenario.choices, timeZone },
    course: scenario.course.map((step) =>
      step.do === "assess" && step.choices
        ? { ...step, choices: { ...step.choices, timeZone } }
        : step,
    ),
  };
}
