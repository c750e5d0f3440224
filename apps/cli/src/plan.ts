import { type Decided, localTime, type Plan, type Reason, showMm } from "@stipple/protocol";
import { type Command, print, printJson, readNow, readWords } from "./command.ts";
import { bullet, count, entry, section, wrap } from "./layout.ts";
import { reasonLines } from "./reasons.ts";
import { planFromFile, printRefusal, readTreatment } from "./treatment.ts";

export const planCommand: Command = {
  name: "plan",
  summary: "a treatment → needle, days, strokes, topicals, reviews",
  help: `stipple plan TREATMENT.json [--now MOMENT] [--json]

Makes the plan for {"answers": …, "choices": …, "history": […]}, checked by the
guard, with every reason. "history" lists sessions already done and may be left
out; a scenario's input.json does too. "stipple schema treatment" prints all names.

  --now MOMENT   when to plan, 2026-03-08T20:00:00+01:00 (default: now)
  --json         print the Plan, or the PlanRefusal

Exit codes: 0 a plan · 1 refused, with the next step · 2 wrong use or input.

Example
  npm run -s stipple -- plan scenarios/home-minoxidil-vertex/input.json \\
    --now 2026-02-27T09:00:00Z
  begins with "0.25 mm roller, Sundays and Wednesdays, crown, …". A treatment of
  your own looks like
    {"answers": {"setting": "home", "ageYears": 34, …},
     "choices": {"protocolId": "article-home", "zones": ["vertex"],
       "firstOn": "2026-03-08", "timeOfDay": "20:00",
       "timeZone": "Europe/Berlin"}}`,
  run(words) {
    const { positionals, text, isSet } = readWords(
      words,
      { now: { type: "string" } },
      { name: "one treatment file" },
    );
    const treatment = readTreatment(positionals[0]);
    const { result } = planFromFile(treatment, readNow(text("now")));
    if (result.kind === "refused") {
      printRefusal(result, { asJson: isSet("json") });
      return 1;
    }
    if (isSet("json")) printJson(result);
    else print(planLines(result));
    return 0;
  },
};

/** The plan as plain text: numbers first, then dates, then every rule once. */
function planLines(plan: Plan): string[] {
  return [
    wrap(plan.sentence),
    "",
    ...numberLines(plan),
    "",
    ...section(
      "Changed from what you wished",
      plan.changedWishes.map(({ wish, became, decidedBy }) =>
        bullet(`${wish} → ${became} (${rulesOf(decidedBy)})`),
      ),
    ),
    ...section(
      "Around each session",
      plan.topicals.map(({ says }) => bullet(says)),
    ),
    ...section(
      "Stop when",
      plan.stopRules.map(({ when }) => bullet(when)),
    ),
    ...section(
      "Hygiene",
      plan.hygiene.map(({ says }) => bullet(says)),
    ),
    ...section("Sessions", sessionLines(plan)),
    ...section(
      "Reviews",
      plan.reviews.map(({ on, week, says }) => bullet(`${on}, week ${week}: ${says}`)),
    ),
    ...section(
      "How close this is to what was studied",
      plan.studiedRange.map(({ says }) => bullet(says)),
    ),
    ...section("Why", reasonLines(allReasons(plan))),
  ];
}

function numberLines(plan: Plan): string[] {
  const { needle, intervalH, maxPer168h, stroke, sections } = plan;
  const [minUm, maxUm] = needle.rangeUm.value;
  const [slow, fast] = stroke.paceCmPerS.value;
  const degrees = stroke.directionsDeg.map((deg) => `${deg}°`).join(", ");
  return [
    entry("Needle", numbered(needle.recommendedUm, `${showMm(needle.recommendedUm.value)}`)),
    entry("Allowed", `${showMm(minUm)} to ${showMm(maxUm)}`),
    entry(
      "Interval",
      numbered(
        intervalH.planned,
        `${intervalH.planned.value} hours planned, never under ${intervalH.hard.value}`,
      ),
    ),
    entry(
      "At most",
      numbered(maxPer168h, `${count(maxPer168h.value, "session")} in any 168 hours`),
    ),
    entry(
      "Strokes",
      numbered(
        stroke.rollsPerSection,
        `${stroke.rollsPerSection.value} rolls a section, ${stroke.pattern.value} of ${degrees}, ${stroke.rollsPerDirection} each way, ${slow} to ${fast} cm/s`,
      ),
    ),
    entry("Sections", sections.map(({ name }) => name).join("; ")),
    entry("Endpoint", numbered(plan.endpoint, plan.endpoint.value.replaceAll("-", " "))),
    entry("Length", numbered(plan.sessionMin, `about ${plan.sessionMin.value} minutes`)),
    entry("Topicals", numbered(plan.topicalTiming, plan.topicalTiming.value)),
  ];
}

function sessionLines({ sessions, timeZone }: Plan): string[] {
  const shown = sessions.length > 12 ? [...sessions.slice(0, 10), ...sessions.slice(-1)] : sessions;
  const lines = shown.map(
    ({ number, date, startsAt, week, phase }) =>
      `  ${String(number).padStart(3)}  ${date} ${localTime(startsAt, timeZone)}  week ${week}, ${phase}`,
  );
  if (shown.length < sessions.length) {
    lines.splice(-1, 0, `       … ${sessions.length - shown.length} more …`);
  }
  return lines;
}

function numbered({ decidedBy }: Decided<unknown>, text: string): string {
  return decidedBy.length === 0 ? text : `${text}  [${rulesOf(decidedBy)}]`;
}

function rulesOf(reasons: readonly Reason[]): string {
  return [...new Set(reasons.map(({ ruleId }) => ruleId))].join(", ");
}

function allReasons(plan: Plan): Reason[] {
  const decided: readonly { readonly decidedBy: readonly Reason[] }[] = [
    plan.needle.rangeUm,
    plan.needle.recommendedUm,
    plan.intervalH.hard,
    plan.intervalH.planned,
    plan.maxPer168h,
    plan.stroke.pattern,
    plan.stroke.rollsPerSection,
    plan.stroke.paceCmPerS,
    plan.endpoint,
    plan.sessionMin,
    plan.topicalTiming,
    ...plan.topicals,
    ...plan.stopRules,
    ...plan.hygiene,
    ...plan.reviews,
    ...plan.studiedRange,
    ...plan.changedWishes,
  ];
  return decided.flatMap(({ decidedBy }) => decidedBy);
}
