import type { GradedSymptom, StopReason } from "@stipple/protocol";

export const historyTexts = {
  title: "History",
  empty: {
    says: "After your first session this page fills: a calendar of what you rolled, how it felt, and how your scalp was after it. Missed sessions are never made up for, and never held against you.",
    action: "Go to Today",
  },
  adherence: (done: number, planned: number) => `${done} of ${planned} planned sessions`,

  calendar: {
    title: "When you rolled",
    description: (count: number, from: string, to: string) =>
      `Calendar from ${from} to ${to} with ${count} ${count === 1 ? "session" : "sessions"}.`,
    legend: { done: "Session", short: "Ended early", planned: "Planned, not rolled" },
    day: (date: string, done: number, planned: number) => `${date}: ${done} of ${planned} sections`,
  },
  symptoms: {
    title: "How it felt",
    description: (sessions: number, checkIns: number) =>
      `Worst pain of ${sessions} sessions, and symptoms of ${checkIns} check-ins.`,
    pain: "Worst pain, 0 to 10",
    stopLine: "a section stops at 4",
    hint: "Above: the worst pain of each session. Below: each check-in, the larger the dot the stronger.",
    names: {
      redness: "Redness",
      swelling: "Swelling",
      pain: "Soreness",
      itch: "Itch",
      flaking: "Flakes",
      shedding: "Shedding",
    } satisfies Record<GradedSymptom, string>,
    grades: ["none", "mild", "moderate", "severe"] as const,
  },
  table: {
    date: "Date",
    sections: "Sections",
    pain: "Worst pain",
    blood: "Blood",
    cleaned: "Cleaned",
    urgency: "What followed",
    yes: "yes",
    no: "no",
    none: "–",
  },
  urgencies: {
    "self-care": "care at home",
    watch: "watch it",
    "doctor-in-1-2-weeks": "a doctor within two weeks",
    "doctor-today": "a doctor that day",
    emergency: "emergency",
  },

  sessions: {
    title: "Sessions",
    sections: (done: number, planned: number) => `${done} of ${planned} sections`,
    pain: (score: number) => `worst pain ${score}`,
    blood: "some blood",
    notCleaned: "roller not cleaned",
    open: "still open",
    stopped: (why: string) => `ended early: ${why}`,
    more: "Show earlier sessions",
    goOn: "Go on with it",
    reached: "What it reached",
    reachedOn: (day: string) => `What it reached, ${day}`,
  },
  stopReasons: {
    pain: "pain",
    bleeding: "blood",
    snag: "a snag",
    unwell: "unwell",
    person: "you stopped",
    time: "time was up",
  } satisfies Record<StopReason, string>,
  holds: {
    title: "Times on hold",
    from: (from: string, to: string) => `${from} to ${to}`,
    now: "now",
  },
} as const;
