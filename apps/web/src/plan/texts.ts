import type { Plan, ProtocolId, StudiedRange, TopicalStep } from "@stipple/protocol";

const protocols: Record<ProtocolId, { readonly label: string; readonly note: string }> = {
  "article-home": {
    label: "At home, as in the article",
    note: "Short needles, 0.2 to 0.5 mm, once or twice a week.",
  },
  "article-clinic": {
    label: "In a clinic, as in the article",
    note: "0.5 to 1 mm, weekly for two months, then every two weeks.",
  },
  "faghihi-2021": {
    label: "Trial of 2021, in a clinic",
    note: "0.6 or 1.2 mm every two weeks for twelve weeks. The shorter needles did better.",
  },
  "dhurat-2013": {
    label: "Trial of 2013, in a clinic",
    note: "1.5 mm weekly for twelve weeks. Needs a doctor's recorded override.",
  },
};

const products: Record<TopicalStep["product"], string> = {
  minoxidil: "Minoxidil on the scalp",
  "minoxidil-oral": "Minoxidil tablets",
  "finasteride-topical": "Finasteride on the scalp",
  "finasteride-oral": "Finasteride tablets",
  "dutasteride-topical": "Dutasteride on the scalp",
  prp: "PRP",
  "ketoconazole-shampoo": "Ketoconazole shampoo",
  "cosmetic-serum": "Cosmetic serum",
};

const aspects: Record<StudiedRange["aspect"], string> = {
  depth: "Needle length",
  interval: "Days between sessions",
  setting: "Where it is done",
};

const endpoints: Record<Plan["endpoint"]["value"], string> = {
  "even-pink": "an even pink",
  "mild-redness": "mild redness",
  "pinpoint-bleeding-allowed": "redness; pinpoint bleeding is allowed",
};

const timings: Record<Plan["topicalTiming"]["value"], string> = {
  none: "nothing on the scalp to time",
  "wait-24h": "24 hours after at the earliest",
  "article-window": "right after, within the article's window",
};

/** "3 days", or "84 hours" where days would not say it exactly. */
function span(hours: number): string {
  if (hours % 24 !== 0) return `${hours} hours`;
  return hours === 24 ? "1 day" : `${hours / 24} days`;
}

export const planTexts = {
  protocols,
  products,
  aspects,
  endpoints,
  timings,
  span,
  title: "Your plan",
  change: "Change the plan",
  emptyTitle: "Plan",
  emptySays:
    "Here will be your plan: which needles, which days, which places, and why. It is made from your answers, so they come first.",
  emptyAction: "Answer the questions",
  notOpen: {
    title: "No plan for now",
    lead: "With your answers rolling is not open, so there is nothing to plan yet.",
    action: "See what was found",
  },
  closedSays: "With the answers you gave there is no plan to make now.",
  seeResult: "See the result and what to do",
  make: {
    title: "Make a plan",
    changeTitle: "Change the plan",
    lead: "Choose what you wish. Stipple keeps every wish for less, and says why where it cannot keep one for more.",
    where: "Where",
    whereNote: "Marked from your answers.",
    wholeScalp: "Whole scalp",
    when: "When",
    firstOn: "First session",
    timeOfDay: "At",
    perWeek: "Sessions a week",
    once: "Once",
    twice: "Twice",
    protocol: "Which protocol",
    needle: "Needles",
    needleLabel: "Needle length you have or want",
    needleHelp: "Leave empty and the plan recommends one.",
    topical: "What goes on the scalp, and when",
    topicalNote:
      "This concerns medicine such as minoxidil. Nothing medicated ever goes on before rolling.",
    wait: {
      label: "Wait 24 hours",
      who: "As the trials did",
      points: [
        "In trials minoxidil was put off until the day after.",
        "In measurements the holes stayed open for hours, some for more than a day; the article's 30 to 60 minutes are too short.",
        "Less of the medicine reaches your blood.",
      ],
    },
    window: {
      label: "Right after",
      who: "As the article says",
      points: [
        "The article wants it within 30 to 60 minutes, before the holes close.",
        "More of it goes in, into the skin and into the blood: dizziness, palpitations and swelling are possible.",
        "Only with needles up to 0.3 mm and without a health flag. We don't know whether it brings more hair.",
      ],
    },
    readBoth: "I have read both sides",
    override: "A doctor's override",
    overrideNote:
      "This trial used needles above 1 mm. Stipple plans that only with a doctor's name and reason on record.",
    overrideBy: "Doctor's name",
    overrideReason: "Reason",
    keep: "Keep this plan",
    cancel: "Keep the old plan",
    preview: "What this gives",
    previewWaiting: "Choose at least one place to see the plan.",
    refused: "No plan this way",
    becameTitle: "Changed from what you wished",
    became: (wish: string, became: string) => `You wished for ${wish}. The plan has ${became}.`,
    kept: "Your choices are kept on this page.",
  },
  numbers: {
    title: "The numbers",
    needle: "Needle length",
    needleRange: (min: string, max: string) => (min === max ? min : `${min} to ${max}`),
    gap: "Between sessions",
    gapPlanned: (planned: string) => `about ${planned}`,
    gapHard: (hard: string) => `never less than ${hard}`,
    most: "At most",
    mostValue: (count: number) => (count === 1 ? "once in 7 days" : `${count} times in 7 days`),
    pattern: "Pattern",
    star: "star, 4 directions",
    fan: "fan along the hair, 4 directions",
    rolls: "Rolls in each section",
    rollsValue: (rolls: number, each: number) => `${rolls}: ${each} in each direction`,
    pace: "Pace",
    paceValue: (min: number, max: number) => `${min} to ${max} cm a second`,
    endpoint: "Roll until",
    minutes: "A session takes",
    minutesValue: (minutes: number) => `about ${minutes} minutes`,
    sections: (count: number) => `${count} sections`,
    timing: "Medicine on the scalp",
  },
  where: "Where",
  calendar: {
    title: "Days",
    previous: "Month before",
    next: "Month after",
    session: "session",
    review: "review",
    today: "today",
    none: "No session or review in this month.",
    sessionLine: (number: number, time: string) => `Session ${number}, ${time}`,
    reviewLine: (week: number) => `Review after week ${week}`,
  },
  article: {
    title: "The article beside this plan",
    lead: "Where the two differ, the stricter one counts.",
    article: "The article says",
    stipple: "Stipple does",
    all: (count: number) => `Show all ${count}`,
    fewer: "Show only where they differ",
  },
  topicals: {
    title: "Around each session",
    before: (hours: string) => `stop ${hours} before`,
    after: (hours: string) => `back after ${hours}`,
    anyTime: "goes on as it is",
    none: "You use nothing on the scalp that has to be timed.",
    session: "session",
  },
  topicalPicture: "What passes into the blood",
  hygiene: "Clean and dry",
  stop: "Stop when",
  reviews: "Reviews",
  week: (week: number) => `Week ${week}`,
  studied: "Against what was studied",
} as const;
