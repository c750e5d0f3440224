import { type Sign, signs, triage, type Urgency } from "@stipple/protocol";

const inOrder: readonly Urgency[] = [
  "emergency",
  "doctor-today",
  "doctor-in-1-2-weeks",
  "watch",
  "self-care",
];

export interface SignGroup {
  readonly urgency: Urgency;
  readonly signs: readonly Sign[];
}

/** Signs under the urgency each would have alone, most urgent first. The rules decide; the screen only groups. */
export function signsByUrgency(): readonly SignGroup[] {
  const urgencyOf = new Map(
    signs.map((sign) => [sign, triage({ graded: {}, signs: [sign], slot: "any" }).urgency]),
  );
  return inOrder
    .map((urgency) => ({
      urgency,
      signs: signs.filter((sign) => urgencyOf.get(sign) === urgency),
    }))
    .filter((group) => group.signs.length > 0);
}
