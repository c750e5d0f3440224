/** Keeps a number and its unit on one line: "70 % alcohol", "0.25 mm", "10 minutes". */
export function unbroken(text: string): string {
  return text.replace(
    /(\d) (%|mm|cm|°C|minutes?|hours?|days?|weeks?|sections?|uses?)(?![a-z])/g,
    "$1\u00a0$2",
  );
}
