import { type Instant, type PlanRefusal, treatmentSchema } from "@stipple/protocol";
import {
  exportedRecordsSchema,
  exportedTreatment,
  type NothingDone,
  type SimulatedTreatment,
  simulatedPlanSchema,
  simulatedTreatmentSchema,
  startingTreatment,
  treatmentAsDone,
} from "@stipple/simulation";
import { readNow } from "./command.ts";
import { checkInput, nameOf, parseJson, readBytes, textOf } from "./input.ts";
import { count } from "./layout.ts";
import { Problem } from "./problem.ts";
import { assumedWords, historyLeftOut } from "./simulate-assumed.ts";
import { planFromFile, treatmentOf } from "./treatment.ts";
import { isZip, readZipEntry } from "./zip-entry.ts";

/** What is simulated, what it was read from, and what had to be assumed. */
export interface SimulationInput {
  readonly kind: "input";
  readonly treatment: SimulatedTreatment;
  /** Absent where the file says everything itself. */
  readonly basis?: string;
  readonly assumed: readonly string[];
}

interface Choice {
  /** When a treatment is planned; absent: the scenario's own start, or the clock. */
  readonly now: string | undefined;
  /** The plan of an export, although sessions are recorded. */
  readonly isAsPlanned: boolean;
}

/** The most that `stipple.json` of an export may unpack to; the API's own limit. */
const mostUnpackedBytes = 64 * 1024 * 1024;

/** Reads a treatment to simulate, a plan, answers and choices, or an export, whichever the file holds. */
export function readSimulation(
  path: string,
  choice: Choice,
): SimulationInput | PlanRefusal | NothingDone {
  const name = nameOf(path);
  const bytes = readBytes(path);
  const text = isZip(bytes)
    ? readZipEntry(bytes, "stipple.json", { name, mostBytes: mostUnpackedBytes }).toString("utf8")
    : textOf(bytes, name);
  const json = parseJson(text, name);
  switch (formOf(json)) {
    case "export":
      return fromExport(json, name, choice);
    case "plan":
      return fromPlan(json, name);
    case "answers":
      return fromAnswers(json, name, choice);
    case "refusal":
      throw new Problem(`${name} is a refusal, not a plan.`, {
        detail: '"stipple plan" said no, and there is nothing to simulate.',
        action: "Read its reasons with stipple plan, then plan again.",
      });
    case "treatment":
      return {
        kind: "input",
        treatment: checkInput(json, simulatedTreatmentSchema, name),
        assumed: [],
      };
  }
}

function formOf(json: unknown): "export" | "plan" | "answers" | "refusal" | "treatment" {
  if (typeof json !== "object" || json === null) return "treatment";
  if ("format" in json && json.format === "stipple-export") return "export";
  if ("kind" in json && json.kind === "plan") return "plan";
  if ("kind" in json && json.kind === "refused") return "refusal";
  return "answers" in json || "choices" in json ? "answers" : "treatment";
}

function fromPlan(json: unknown, name: string): SimulationInput {
  const { treatment, assumed } = startingTreatment({}, checkInput(json, simulatedPlanSchema, name));
  return {
    kind: "input",
    treatment,
    basis: "Runs on a plan, as if every session were done as planned.",
    assumed: assumed.map((what) => assumedWords[what]),
  };
}

function fromAnswers(json: unknown, name: string, { now }: Choice): SimulationInput | PlanRefusal {
  const treatment = checkInput(treatmentOf(json), treatmentSchema, name);
  const { result } = planFromFile(treatment, now === undefined ? startOf(json) : readNow(now));
  if (result.kind === "refused") return result;

  const start = startingTreatment(treatment.answers, result);
  return {
    kind: "input",
    treatment: start.treatment,
    basis: "Runs on the answers and the plan they lead to, as if every session were done.",
    assumed: [
      ...start.assumed.map((what) => assumedWords[what]),
      ...(treatment.history?.length ? [historyLeftOut] : []),
    ],
  };
}

/** A scenario says when it begins; anything else begins now. */
function startOf(json: unknown): Instant {
  const startsAt = typeof json === "object" && json !== null && "startsAt" in json && json.startsAt;
  return readNow(typeof startsAt === "string" ? startsAt : undefined);
}

function fromExport(
  json: unknown,
  name: string,
  { isAsPlanned }: Choice,
): SimulationInput | NothingDone {
  const { answers, plan, records } = exportedTreatment(
    checkInput(json, exportedRecordsSchema, name),
  );
  const done = isAsPlanned ? undefined : treatmentAsDone(answers, plan, records);
  if (done?.kind === "as-done") {
    const { treatment, sessions, assumed, firstAt } = done;
    const span = `${count(sessions.length, "session")} from ${firstAt.slice(0, 10)} on`;
    return {
      kind: "input",
      treatment,
      basis: `Runs on what was really done: ${span}, with the rolls and sections as recorded.`,
      assumed: assumed.map((what) => assumedWords[what]),
    };
  }
  if (done !== undefined && plan === undefined) return done;
  const start = startingTreatment(answers, plan);
  const because = isAsPlanned ? "as asked" : "because no session has a recorded roll";
  return {
    kind: "input",
    treatment: start.treatment,
    basis: `Runs on the ${plan ? "plan" : "answers"} of the export, ${because}.`,
    assumed: start.assumed.map((what) => assumedWords[what]),
  };
}
