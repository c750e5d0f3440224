import type { GradedSymptom, Sign, Urgency } from "@stipple/protocol";

export const aftercareTexts = {
  title: "Aftercare",
  lead: "How your scalp is after a session, and what to do about it.",

  empty: {
    says: "After your first session Stipple asks how your scalp is: after a day, after three days, after a week. Your answers and what followed from them will stand here.",
    action: "Go to Today",
  },

  slots: { "24h": "one day", "72h": "three days", "7d": "one week", any: "any time" },
  checkInNow: "Check in now",
  timeline: {
    title: "Check-ins of the last session",
    done: "done",
    due: (when: string) => `due ${when}`,
    slots: { "24h": "After a day", "72h": "After three days", "7d": "After a week" },
  },

  form: {
    title: (slot: string) => `How is your scalp, ${slot} after the session?`,
    anyTitle: "How is your scalp now?",
    allNone: "All calm: none of these",
    grades: ["None", "Mild", "Moderate", "Severe"],
    signsTitle: "Is any of this true?",
    signsHint: "Tick what you see or feel. Leave the rest.",
    more: "More signs, slower ones",
    note: "Anything else? It stays on this machine.",
    save: "See what to do",
    missing: "Choose one of the four words for each line first.",
  },

  symptoms: {
    redness: "Redness",
    swelling: "Swelling",
    pain: "Soreness",
    itch: "Itch",
    flaking: "Flakes",
    shedding: "Shedding",
  } satisfies Record<GradedSymptom, string>,

  signs: {
    "chest-pain-or-fainting": "Chest pain, or you fainted",
    "trouble-breathing-or-face-swelling": "Hard to breathe, or the face, lips or throat swell",
    "widespread-hives": "Hives all over the body",
    "confusion-with-fever": "Fever, and you are confused",
    "suicidal-thoughts": "Thoughts of ending your life",
    "spreading-redness-or-warmth": "Redness or warmth that spreads",
    pus: "Pus",
    "fever-38": "Fever of 38 °C (100.4 °F) or more",
    "red-streaks": "Red streaks that run away from the spot",
    "tender-neck-nodes-with-fever": "Swollen, tender lumps at the neck, with fever",
    "pain-rising-after-24h": "Pain that grows after the first day",
    "palpitations-or-dizziness": "A racing or stumbling heart, or dizziness",
    "sudden-weight-gain-or-swollen-hands": "Sudden weight gain, or swollen hands, feet or face",
    blisters: "Blisters",
    "needlestick-or-shared-roller": "Somebody else's roller, or somebody pricked by yours",
    "redness-over-72h": "Redness for more than three days",
    "firm-bumps-over-2-weeks": "Firm bumps for more than two weeks",
    "line-or-grid-marks": "Marks in lines or a grid",
    "colour-change": "Skin that turned darker or lighter",
    "raised-growing-scar": "A raised scar that grows",
    "scaly-itchy-rash": "A scaly, itchy rash",
    "shedding-over-8-weeks": "More shedding than before for over eight weeks",
    "new-bald-patches": "New bald patches",
    "low-mood-or-sexual-symptoms":
      "Low mood, or less desire or function, while on finasteride or dutasteride",
  } satisfies Record<Sign, string>,

  urgencies: {
    emergency: "Call the emergency number now",
    "doctor-today": "See a doctor today",
    "doctor-in-1-2-weeks": "See a doctor within one to two weeks",
    watch: "Watch it",
    "self-care": "Nothing more than care at home",
  } satisfies Record<Urgency, string>,

  groups: {
    emergency: "Emergency: call now",
    "doctor-today": "A doctor today",
    "doctor-in-1-2-weeks": "A doctor within one to two weeks",
    watch: "Watch",
    "self-care": "Care at home",
  } satisfies Record<Urgency, string>,

  result: {
    saved: "Saved",
    hold: "Your plan is on hold from now. No session can start until a doctor has cleared it and you say so here.",
    toToday: "Go to Today",
  },

  hold: {
    title: "Your plan is on hold",
    since: (when: string) => `Since ${when}`,
    how: "A sign you reported can mean something that rolling would make worse. The hold ends when a doctor has looked at it and you say so here. Waiting alone does not end it.",
    confirm: "A doctor looked at this and said that I may roll again.",
    clear: "Lift the hold",
    needsTick: "Tick the sentence above first. It is recorded with the day.",
    person: "You paused the plan yourself. It goes on when you say so.",
    goOn: "Go on with the plan",
    clock:
      "The times in your records do not fit together. Set the clock of this computer right first.",
    gap: "Did you roll on a day that is missing here? If so, leave the hold as it is: it can be lifted six days after it began. If not, say so and go on now.",
    confirmGap: "I did no session that is missing from these records.",
  },

  wrong: {
    title: "Something is wrong",
    lead: "Tick what is true. What to do stands below at once; nothing needs to be saved first.",
    none: "Tick a sign to see what to do.",
    save: "Keep it in my record",
    saveHint: "Stipple then holds the plan where that is needed.",
    toCheckIn: "To the check-ins",
    link: "Something is wrong",
    linkSays: "Signs to look for, and what to do.",
    emergencyNumbers:
      "Emergency numbers: 112 in Europe, 911 in North America, 999 in the United Kingdom.",
  },

  past: {
    title: "Earlier check-ins",
    calm: "All calm",
  },
} as const;
