import { type Answers, type Assessment, answersSchema, assess } from "@stipple/protocol";
import { type Command, print, printJson, readToday, readWords } from "./command.ts";
import { readInput } from "./input.ts";
import { bullet, entry, section, wrap } from "./layout.ts";
import { reasonLines } from "./reasons.ts";

export const assessCommand: Command = {
  name: "assess",
  summary: "answers → may this person roll, and why",
  help: `stipple assess ANSWERS.json [--today DATE] [--json]

Decides from the answers whether rolling is open to a person, with every reason
and source. ANSWERS.json may be "-", a treatment or a scenario. Every question may
be left out; what is not known counts as the cautious answer. "stipple schema
answers" prints the names.

  --today DATE   the day to decide for (default: today)
  --json         print the Assessment

Exit codes: 0 rolling is open · 1 it is not (wait, see a doctor, not enough
known, or a clinic is needed) · 2 wrong use or wrong input.

Example
  npm run -s stipple -- assess scenarios/home-minoxidil-vertex/input.json
  reads the file's "answers" and prints "Rolling is open to you." with the rules.
  echo '{"conditions": {"scalp-infection": "yes"}}' | npm run -s stipple -- assess -
  prints what to do first, and exits with 1.`,
  run(words) {
    const { positionals, text, isSet } = readWords(
      words,
      { today: { type: "string" } },
      { name: "one file of answers" },
    );
    const answers = readInput(positionals[0] ?? "-", answersSchema, answersOf);
    const assessment = assess(answers, readToday(text("today")));
    if (isSet("json")) printJson(assessment);
    else print(assessmentLines(assessment));
    return isOpen(assessment, answers) ? 0 : 1;
  },
};

/** A treatment and a scenario hold the answers under their name. */
function answersOf(input: unknown): unknown {
  const isWrapped = typeof input === "object" && input !== null && "answers" in input;
  return isWrapped ? input.answers : input;
}

/** Whether this result lets the person roll where they said they would. */
function isOpen({ outcome }: Assessment, { setting }: Answers): boolean {
  return (
    outcome === "suitable" ||
    outcome === "suitable-with-caution" ||
    (outcome === "clinic-only" && setting === "clinic")
  );
}

/** The assessment as plain text: the outcome first, then what to do, then why. */
function assessmentLines(assessment: Assessment): string[] {
  const { headline, nextStep, outcome, findings, missing, stageNote } = assessment;
  return [
    wrap(headline),
    "",
    entry("Result", outcome.replaceAll("-", " ")),
    entry("What to do", nextStep),
    ...(assessment.waitUntil ? [entry("Wait until", assessment.waitUntil)] : []),
    entry("Your stage", stageNote.says),
    entry("Valid until", `${assessment.expiresOn} (rules ${assessment.rulesVersion})`),
    "",
    ...section(
      "Why",
      findings.flatMap((finding) => [
        bullet(finding.says),
        wrap(`Next: ${finding.nextStep}`, { indent: "  " }),
        ...reasonLines([finding.reason]),
      ]),
    ),
    ...section("Not answered yet", missing.length > 0 ? [bullet(missing.join(", "))] : []),
  ];
}
