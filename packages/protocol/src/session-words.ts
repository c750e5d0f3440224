const counts = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
  "Thirteen",
  "Fourteen",
  "Fifteen",
] as const;

/** "Vertex, left back. Three rolls along the hair, slow, lift between rolls." */
export function rollSays(sectionName: string, directionDeg: number, rollsLeft: number): string {
  const place = `${sectionName.slice(0, 1).toUpperCase()}${sectionName.slice(1)}`;
  const rolls = `${counts[rollsLeft] ?? rollsLeft} ${rollsLeft === 1 ? "roll" : "rolls"}`;
  return `${place}. ${rolls} ${directionWords(directionDeg)}, slow, lift between rolls.`;
}

/** Where to roll, for an ear: degrees against the way the hair lies, right is positive. */
function directionWords(directionDeg: number): string {
  const side = directionDeg < 0 ? "left" : "right";
  const turnDeg = Math.abs(directionDeg);
  if (turnDeg === 0) return "along the hair";
  if (turnDeg === 90) return `straight across to the ${side}`;
  if (turnDeg === 180) return "against the hair";
  return `${turnDeg} degrees to the ${side}`;
}
