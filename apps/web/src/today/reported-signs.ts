import {
  type CheckIn,
  compareInstants,
  type Instant,
  localDate,
  type Sign,
} from "@stipple/protocol";
import type { ReportedSign } from "@stipple/simulation";

interface ReportInput {
  readonly checkIns: readonly CheckIn[];
  /** When the last session ended; what was reported before it was of another one. */
  readonly since: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}

/**
 * What the person last said of the scalp. A symptom counts until a calm check-in follows; calm counts on its own day only.
 * Anything else that was noticed leaves the question open: a model may not call such skin calm.
 */
export function reportedToday(input: ReportInput): readonly ReportedSign[] | "not asked" {
  const { checkIns, since, now, timeZone } = input;
  const newest = checkIns
    .filter(({ at }) => compareInstants(at, since) >= 0)
    .toSorted((a, b) => compareInstants(a.at, b.at))
    .at(-1);
  if (newest === undefined) return "not asked";

  const reported = signsOf(newest);
  if (reported.length > 0) return reported;
  const isCalm = newest.signs.length === 0 && Object.values(newest.graded).every((grade) => !grade);
  return isCalm && localDate(newest.at, timeZone) === localDate(now, timeZone) ? [] : "not asked";
}

const rednessSigns: readonly Sign[] = ["redness-over-72h", "spreading-redness-or-warmth"];
const painSigns: readonly Sign[] = ["pain-rising-after-24h"];
const infectionSigns: readonly Sign[] = [
  "pus",
  "fever-38",
  "red-streaks",
  "spreading-redness-or-warmth",
  "tender-neck-nodes-with-fever",
  "confusion-with-fever",
];

function signsOf({ graded, signs }: CheckIn): readonly ReportedSign[] {
  const has = (among: readonly Sign[]) => signs.some((sign) => among.includes(sign));
  return [
    ...((graded.redness ?? 0) > 0 || has(rednessSigns) ? (["redness"] as const) : []),
    ...((graded.pain ?? 0) > 0 || has(painSigns) ? (["pain"] as const) : []),
    ...(has(infectionSigns) ? (["signs of infection"] as const) : []),
  ];
}
