import type {
  Difference,
  MeanChange,
  TrialArmResult,
  TrialDesign,
  TrialResult,
} from "@stipple/simulation";
import { bullet, count, entry, section, wrap } from "./layout.ts";

/** Weeks that trials of hair report; those inside the design are shown, and its last. */
const reportedWeeks = [12, 24, 48];

/** A trial in words: who, what changed, and whether arms can be told apart. */
export function trialLines(design: TrialDesign, result: TrialResult): string[] {
  const weeks = [
    ...new Set([...reportedWeeks.filter((week) => week < design.weeks), design.weeks]),
  ];
  const first = design.arms[0]?.name ?? "";
  return [
    wrap(`An estimate by a model, not a prediction for you (evidence ${result.grade}).`),
    wrap(
      `${count(design.arms.length, "arm")} of ${design.patientsPerArm} patients, ${design.weeks} weeks, Norwood–Hamilton ${design.baseline.norwood}. Change in hairs per cm² from the start; in brackets, how far chance in the choice of patients moves the mean (95 %).`,
    ),
    "",
    ...result.arms.flatMap((arm) => armLines(arm, weeks, first)),
    ...section("What this means", meaningLines(design, result)),
  ];
}

function armLines(
  { name, start, weeks }: TrialArmResult,
  wanted: readonly number[],
  first: string,
): string[] {
  return section(name, [
    entry("Start", `${plain(start.mean)} per cm², SD ${plain(start.sd)}`),
    ...wanted.map((week) => {
      const at = weeks[week];
      return entry(`Week ${week}`, at ? weekText(at.change, at.lessFirst, first) : "not counted");
    }),
  ]);
}

function weekText(change: MeanChange, lessFirst: Difference | undefined, first: string): string {
  const arm = `${withInterval(change)}, SD ${plain(change.sd)}, ${change.n} counted`;
  return lessFirst ? `${arm}; against "${first}" ${withInterval(lessFirst)}` : arm;
}

/** One sentence for each arm, and what every reader must know. */
function meaningLines(design: TrialDesign, { arms }: TrialResult): string[] {
  const [first, ...others] = arms;
  const apart = others.map(({ name, weeks }) => {
    const interval = weeks.at(-1)?.lessFirst?.interval95;
    const pair = `"${name}" and "${first?.name}"`;
    if (interval === undefined) return `Too few stay to the end to compare ${pair}.`;
    return interval[0] > 0 || interval[1] < 0
      ? `A trial of this size would tell ${pair} apart at week ${design.weeks}.`
      : `A trial of this size could not tell ${pair} apart at week ${design.weeks}.`;
  });
  return [
    ...apart,
    "The brackets hold chance only. What the model itself does not know is larger, above all how strongly needling works: trials disagree more than tenfold.",
    ...(design.baseline.norwood === "4" ? [] : ["What this grade means for a scalp is a guess."]),
  ].map((text) => bullet(text));
}

function withInterval({ mean, interval95 }: Pick<MeanChange, "mean" | "interval95">): string {
  if (mean === undefined) return "nobody counted";
  if (interval95 === undefined) return `${signed(mean)} (too few for an interval)`;
  const [low, high] = interval95;
  return `${signed(mean)} (${signed(low)} to ${signed(high)})`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === "0.0") return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}

function plain(value: number | undefined): string {
  return value === undefined ? "unknown" : value.toFixed(1);
}
