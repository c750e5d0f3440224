// Prints a tool's usage and ends, when it was asked for with --help.
export function helpIfAsked(usage) {
  if (!process.argv.includes("--help")) return;
  console.log(usage);
  process.exit(0);
}
