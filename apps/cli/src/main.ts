import { assessCommand } from "./assess.ts";
import { benchCommand } from "./bench.ts";
import type { Command, ExitCode } from "./command.ts";
import { print } from "./command.ts";
import { exportCommand } from "./export.ts";
import { guideCommand } from "./guide.ts";
import { importCommand } from "./import.ts";
import { wrap } from "./layout.ts";
import { measureCommand } from "./measure.ts";
import { nextCommand } from "./next.ts";
import { planCommand } from "./plan.ts";
import { Problem } from "./problem.ts";
import { scenarioCommand } from "./scenario.ts";
import { schemaCommand } from "./schema.ts";
import { simulateCommand } from "./simulate.ts";
import { trialCommand } from "./trial.ts";
import { validateCommand } from "./validate.ts";

const commands: readonly Command[] = [
  assessCommand,
  planCommand,
  nextCommand,
  guideCommand,
  simulateCommand,
  trialCommand,
  measureCommand,
  validateCommand,
  scenarioCommand,
  schemaCommand,
  exportCommand,
  importCommand,
  benchCommand,
];

const help = `stipple: plans and guides dermaroller treatment of hair loss.

Usage: npm run -s stipple -- <command> … [--json]

Commands
${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join("\n")}

Every command explains itself with --help. A file may be "-" for standard input.
With --json the answer is printed as a value, exactly as the other programs get it,
and what stops a command as {"message", "detail", "action"} on standard error.

Exit codes: 0 done · 1 refused, or a check failed · 2 the command or its input
was wrong.

Example: may this person roll, and why?
  echo '{"ageYears": 34, "conditions": {"keloid": "yes"}}' \\
    | npm run -s stipple -- assess -

Stipple is not a medical device and does not replace a doctor.`;

// A reader such as "head" may stop reading; that is no fault.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === "EPIPE" ? 0 : 1);
});
process.exitCode = await run(process.argv.slice(2));

async function run([name, ...words]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const asked = commands.find((command) => command.name === words[0]);
    print([asked?.help ?? help]);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw unknownCommand(name);
    if (words.includes("--help") || words.includes("-h")) {
      print([command.help]);
      return 0;
    }
    return await command.run(words);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    printProblem(error, words.includes("--json"));
    return error.exitCode;
  }
}

function unknownCommand(name: string): Problem {
  return new Problem(`There is no command "${name}".`, {
    detail: `The commands are ${commands.map((command) => command.name).join(", ")}.`,
    action: "Use one of them, or --help.",
  });
}

function printProblem({ message, detail, action }: Problem, asJson: boolean): void {
  if (asJson) {
    process.stderr.write(`${JSON.stringify({ message, detail, action }, null, 2)}\n`);
    return;
  }
  const lines = [message, ...detail.split("\n"), ...action.split("\n").map((text) => `→ ${text}`)];
  const shown = lines.map((line, at) => wrap(line, at === 0 ? {} : { indent: "  ", hang: "    " }));
  process.stderr.write(`${shown.join("\n")}\n`);
}
