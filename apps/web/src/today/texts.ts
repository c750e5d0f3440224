export const todayTexts = {
  title: "Today",
  until: (when: string) => `Until ${when}`,
  from: (when: string) => `From ${when}`,

  hold: {
    redFlag: "Your plan is on hold",
    redFlagAction: "See why, and how to lift it",
    person: "You paused your plan",
    personAction: "Go on with the plan",
    other: "Your plan waits",
  },
  open: {
    title: "A session is open",
    says: "You can go on exactly where you left, or finish the cleaning.",
    action: "Go on with it",
    since: (when: string) => `Started ${when}`,
  },
  assess: {
    title: "First, some questions",
    says: "They take about five minutes. The answers say whether rolling is for you, and what to keep clear of. You can stop and come back at any point.",
    action: "Start the questions",
  },
  expired: {
    title: "Answer the questions again",
    says: (on: string) =>
      `Your answers were good until ${on}. Things may have changed since; no session starts on old answers.`,
    action: "Answer again",
  },
  notOpen: { action: "See what was found", until: (day: string) => `Wait until ${day}` },
  plan: {
    title: "Make your plan",
    says: "Your answers are in. Now choose the zones, the weekday and the time; every number comes with its reason.",
    action: "Make the plan",
  },
  device: {
    title: "Write down your roller",
    says: "Its needle length, and how often it was used. Without it no session can start.",
    action: "Add a roller",
    notReady: "Your roller is not ready",
    see: "Get it ready",
  },
  checkIn: {
    title: "How is your scalp?",
    says: (slot: string) =>
      `${slot} after the session: six short questions, and a list of signs to look for.`,
    action: "Check in",
    due: (when: string) => `Due since ${when}`,
  },
  slots: { "24h": "One day", "72h": "Three days", "7d": "A week" },
  roll: {
    title: "Roll now",
    due: "Time to roll",
    action: "Start the session",
    latest: (when: string) =>
      `Best before ${when}. After that it counts as missed, and nothing is made up for.`,
    missed: (count: number) =>
      count === 1
        ? "One session was missed. That is fine: the plan simply goes on."
        : `${count} sessions were missed. That is fine: the plan simply goes on.`,
  },
  rest: {
    title: "Nothing to do now",
    says: (when: string) => `Your next session is ${when}. Your skin uses the time until then.`,
    action: "Start earlier",
    possible: (when: string) => `Possible from ${when}`,
    move: "Move it",
  },
  finished: { title: "The plan is done", action: "See the plan" },
  uncertain: { title: "The clock looks wrong", action: "Open settings" },

  move: {
    title: "Move this session",
    says: (earliest: string) =>
      `Any time from ${earliest}. Earlier is not possible: the skin needs its gap. Later is always fine.`,
    label: "New day and time",
    save: "Move the session",
  },

  week: {
    title: "The next seven days",
    today: "Today",
    nothing: "Nothing planned in these days.",
    possible: (count: number) => `${count} things possible again`,
    kinds: {
      session: "Session",
      "check-in": "Check-in",
      review: "Review",
      topical: "Topical",
      "avoid-ends": "Free again",
    },
  },
  scalp: {
    title: "What your scalp is doing",
    phases: {
      inflammation: "Inflammation",
      proliferation: "New tissue",
      remodelling: "Remodelling",
    },
    days: {
      inflammation: "days 0–3",
      proliferation: "days 3–21",
      remodelling: "week 3 to month 12",
    },
    untilText: (when: string) => `This phase lasts until about ${when}.`,
    none: "After your first session this shows what the skin is doing, and for how long.",
    calendar: "Healing on the calendar",
  },
  avoid: {
    title: "Keep clear of",
    none: "Nothing to keep clear of right now.",
    before: "The list starts with your first session.",
  },
  topical: {
    title: "On the scalp",
    due: "May go on again now",
    wait: (when: string) => `Not before ${when}`,
  },
  devices: {
    title: "Your rollers",
    life: (left: number) => (left === 1 ? "1 use left" : `${left} uses left`),
    days: (days: number) => (days === 1 ? "1 day left" : `${days} days left`),
    blocked: "Not to be used any more",
    none: "No roller written down yet.",
    all: "All rollers",
  },
  alarms: "Mind this",
  wrong: "Something is wrong",
  wrongSays: "Signs to look for, and whom to call.",
  why: "Why?",
} as const;
