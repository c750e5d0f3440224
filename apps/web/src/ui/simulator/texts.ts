import type { Grade } from "@stipple/simulation";

interface Coverage {
  readonly mm: string;
  readonly density: number;
  readonly covered: string;
  readonly gap: string;
}

/** Words that every picture of the simulator shares, wherever it stands. */
export const simulatorTexts = {
  working: "Working it out",
  refusedTitle: "No simulation for you",
  failed: {
    message: "The simulation stopped, and starting it again did not help.",
    kept: "Your plan and your records are not touched by it.",
    action: "Try again, or load the page again.",
  },
  estimate: "A model's estimate, not a measurement.",
  limits: "What this cannot tell you",
  gradeLabel: "Evidence",
  grades: {
    A: "A, strong: trials in people",
    B: "B, fair: measured, or from trials for a part of it",
    C: "C, weak: laboratory numbers and models put together",
    D: "D, speculative: no trial has shown it this way",
  } satisfies Record<Grade, string>,

  sections: {
    title: "What this session reached",
    meaning: ({ mm, density, covered, gap }: Coverage) =>
      `In this model ${mm} needles left about ${density} holes on each cm² where you rolled: ${covered} of that skin lies within 0.3 mm of a hole, and the largest distance to one is ${gap} mm.`,
    tooFew: "Too few rolls to say how evenly the holes lie.",
    none: "No roll was recorded in this session, so there are no holes to draw.",
    skipped: (names: string) => `Not rolled: ${names}.`,
    caption: (mm: number) =>
      `${mm} × ${mm} mm of each section, to scale. Shaded: nearer than 0.3 mm to a hole.`,
    label: (name: string, rolls: string, numbers: string) =>
      `Map of ${name}, ${rolls}: ${numbers}.`,
    few: "too few holes to judge",
    rolls: (rolls: number) => (rolls === 1 ? "1 roll" : `${rolls} rolls`),
    notRolled: "not rolled",
    stopped: "stopped early",
    holes: (density: number) => `${density} holes/cm²`,
    near: (covered: string) => `${covered} near one`,
    head: {
      section: "Section",
      rolls: "Rolls",
      density: "Holes per cm²",
      covered: "Skin within 0.3 mm",
      gap: "Largest distance to a hole, mm",
    },
    unknown: "–",
    limits:
      "Where your hand really went: the rolls are those you recorded, their tracks are drawn by chance. Pressure, hair that lifts the drum and worn needles are not in it, and a covered share is not a share of follicles reached.",
    roller: "A common roller: 192 needles in 8 rings. Yours may differ.",
    drum: "Your roller's needles are counted; its rings and drum are those of a common one.",
  },
} as const;
