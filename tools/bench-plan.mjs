import { readdirSync, readFileSync } from "node:fs";
import {
  answersSchema,
  assess,
  localDate,
  planChoicesSchema,
  planTreatment,
} from "@stipple/protocol";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/bench-plan.mjs [runs]

Time of one assessment and one whole plan, guard included, on each scenario: median and 95th percentile in milliseconds, as one JSON line.`);

const runs = Number(process.argv[2] ?? 200);
const folder = new URL("../scenarios/", import.meta.url);
const people = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
  .map(({ name }) => readPerson(name));

for (const person of people) planOnce(person);
const times = [];
for (let run = 0; run < runs; run++) for (const person of people) times.push(planOnce(person));
times.sort((a, b) => a - b);
const at = (share) => Number(times[Math.floor((times.length - 1) * share)].toFixed(3));
console.log(
  JSON.stringify({
    name: "plan",
    people: people.length,
    runs,
    ms: at(0.5),
    p95: at(0.95),
    max: at(1),
  }),
);

function readPerson(name) {
  const { startsAt, answers, choices } = JSON.parse(
    readFileSync(new URL(`${name}/input.json`, folder), "utf8"),
  );
  return {
    now: startsAt,
    answers: answersSchema.parse(answers),
    choices: planChoicesSchema.parse(choices),
  };
}

function planOnce({ now, answers, choices }) {
  const start = performance.now();
  const assessment = assess(answers, localDate(now, choices.timeZone));
  planTreatment({ answers, assessment, choices, history: [], now });
  return performance.now() - start;
}
