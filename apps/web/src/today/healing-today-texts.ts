import type { HealingPhase, Readiness } from "@stipple/simulation";

/** Words of the healing calendar, fetched with it. */
export const healingTodayTexts = {
  now: (day: number, going: string) => `${dayAfter(day)} your last session: ${going}.`,
  planned: (going: string) =>
    `Nothing is rolled yet. This is what your plan's first sessions may do; on their day: ${going}.`,
  label: (says: string) => `Three overlapping phases of healing by day, with the sessions. ${says}`,
  session: "Session",
  today: "today",
  phases: {
    inflammation: "Inflammation",
    proliferation: "New tissue",
    remodelling: "Remodelling",
  } satisfies Record<HealingPhase, string>,
  head: { phase: "What", from: "From", until: "Until" },
  goesOn: "later",
  going: {
    inflammation: "inflammation",
    proliferation: "new tissue",
    remodelling: "remodelling",
  } satisfies Record<HealingPhase, string>,
  and: (names: readonly string[]) => names.join(" and "),
  calm: "no phase that stands out",
  beside: {
    ready: "It never brings a session forward.",
    "not ready": "Your plan's dates and how your scalp feels decide.",
    "ask first": "",
  } satisfies Record<Readiness["kind"], string>,
  overrides: "That counts, whatever the picture says.",
  checkIn: "Check in",
  limits:
    "Whether your scalp is ready. Redness, pain, crusts or pus always count more than this picture: tell Stipple in Aftercare.",
  overlap: "Phases overlap; the days in the three steps above are their usual order.",
  roller: "Assumed is a common roller, or as many needles as you counted on yours.",
} as const;

function dayAfter(day: number): string {
  if (day === 0) return "The day of";
  return `Day ${day} after`;
}
