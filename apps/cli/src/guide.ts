import {
  guideSession,
  type Plan,
  type SessionState,
  type SessionStep,
  sessionEventSchema,
  speak,
} from "@stipple/protocol";
import { pressDone } from "../../../scenarios/press-done.ts";
import { type Command, print, printJson, readNow, readWords } from "./command.ts";
import { readInput } from "./input.ts";
import { bullet, entry, section, wrap } from "./layout.ts";
import { planFromFile, printRefusal, readTreatment } from "./treatment.ts";

export const guideCommand: Command = {
  name: "guide",
  summary: "a treatment → the steps of one session, or the state after events",
  help: `stipple guide TREATMENT.json [--events EVENTS.json] [--now MOMENT] [--json]

Prints the steps of one session of the plan in order, as if "Done" were pressed
at each of them and every section prickled slightly (pain 1, no blood). With
--events it prints where a session stands after the events of that file (a JSON
list; "stipple schema event" prints the form of one).

  --events FILE  events of one session, "-" for standard input
  --now MOMENT   when to plan (default: now)
  --json         print the list of steps, or with --events the SessionState

Exit codes: 0 done · 1 no plan, so no session · 2 wrong use or input.

Example
  npm run -s stipple -- guide scenarios/home-minoxidil-vertex/input.json
  prints the eight checks, then each section with its four directions of three
  rolls, the question about pain and blood, and the cleaning with its timer.`,
  run(words) {
    const { positionals, text, isSet } = readWords(
      words,
      { now: { type: "string" }, events: { type: "string" } },
      { name: "one treatment file" },
    );
    const asJson = isSet("json");
    const treatment = readTreatment(positionals[0]);
    const now = readNow(text("now"));
    const { result } = planFromFile(treatment, now);
    if (result.kind === "refused") {
      printRefusal(result, { asJson });
      return 1;
    }
    const eventsFile = text("events");
    if (eventsFile === undefined) {
      const steps = pressDone(result, now).steps;
      if (asJson) printJson(steps);
      else print(stepLines(steps, result));
    } else {
      const state = guideSession(
        result,
        readInput(eventsFile, sessionEventSchema.array().max(5000)),
      );
      if (asJson) printJson(state);
      else print(stateLines(state));
    }
    return 0;
  },
};

function stepLines(steps: readonly SessionStep[], plan: Plan): string[] {
  const lines = steps.map((step, at) => {
    const start = `${String(at + 1).padStart(4)}  `;
    return wrap(`${labelOf(step)}: ${speak(step)}`, { indent: start, hang: "      " });
  });
  return [wrap(plan.sentence), "", ...lines];
}

function stateLines(state: SessionState): string[] {
  const done = state.sections.filter(({ status }) => status === "done").length;
  return [
    wrap(`${labelOf(state.step)}: ${speak(state.step)}`),
    "",
    entry("Sections", `${done} of ${state.sections.length} done`),
    ...(state.startedAt ? [entry("Started", state.startedAt)] : []),
    ...(state.endedAt ? [entry("Rolling ended", state.endedAt)] : []),
    "",
    ...section(
      "By section",
      state.sections.map(({ section: { name }, status, rolls, painScore, blood, stoppedWhy }) =>
        bullet(
          [
            `${name}: ${status}, rolls ${rolls.join("+") || "0"}`,
            ...(painScore === undefined ? [] : [`pain ${painScore} of 10`]),
            ...(blood === undefined ? [] : [`blood ${blood}`]),
            ...(stoppedWhy === undefined ? [] : [`stopped: ${stoppedWhy}`]),
          ].join(", "),
        ),
      ),
    ),
    ...section(
      "What happened",
      state.notices.map((notice) => bullet(notice)),
    ),
    ...section(
      "Recorded, but out of order, so nothing changed",
      state.ignored.map((id) => bullet(id)),
    ),
  ];
}

function labelOf(step: SessionStep): string {
  if (step.kind === "roll") {
    return `Roll ${step.directionDeg}°, ${step.rollsLeft} left`;
  }
  if (step.kind === "feel") return `Feel, ${step.section.name}`;
  if (step.kind === "clean" && step.timerMin !== undefined)
    return `Clean, ${step.timerMin} minutes`;
  return step.kind.charAt(0).toUpperCase() + step.kind.slice(1);
}
