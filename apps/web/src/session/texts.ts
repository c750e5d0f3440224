import type { CleaningStep, StopReason } from "@stipple/protocol";

/** Every word of the session that is not a rule's own. Short: read at arm's length with wet hands. */
export const sessionTexts = {
  title: "Session",
  leave: "Leave",

  before: {
    title: "Before you start",
    lead: "Pick the roller in your hand and what to roll today. Then the phone can stand by the mirror.",
    device: "Your roller",
    noDevice:
      "Your rollers will stand here. Write down yours first: its length, and how often it was used.",
    addDevice: "Add a roller",
    usesLeft: (uses: number) => (uses === 1 ? "1 use left" : `${uses} uses left`),
    notFit: "Not to be used",
    outsideRange: (range: string) => `Your plan asks for ${range}.`,
    where: "Where to roll",
    noZone: "Choose at least one zone.",
    sections: (count: number, minutes: number) =>
      `${count} ${count === 1 ? "section" : "sections"}, about ${minutes} minutes`,
    notNow: "Not now",
    start: "Start the session",
    startHint: "Sound and voice begin with this tap.",
    noPlan: "A session follows a plan, and there is none yet.",
    makePlan: "Make a plan",
    handsFree: "Hands-free",
    handsFreeHint:
      "Counts your rolls at the plan's pace and moves on by itself. You can pause at any moment.",
    ready: "Lay out",
    readyItems: [
      "the roller, clean and dry",
      "70 % alcohol and a small cup",
      "a mirror, and this screen where you can see it",
    ],
  },

  sendingFirst: {
    title: "First your last session",
    sending: "Your last session is being sent…",
    away: "Stipple's server cannot be reached. A new session can start once it knows your last one; it is tried again by itself.",
    refused: "The server did not take your last session, so no new one can start yet.",
  },

  otherTab: {
    title: "The session is open in another tab",
    says: "One tab guides at a time, so that no stroke is counted twice.",
    takeOver: "Go on here",
    back: "Back to Today",
  },

  done: "Done",
  pause: "Pause",
  resume: "Go on",
  stop: "Stop",
  undo: "Undo",
  yes: "Yes",
  no: "No",
  notSure: "Not sure",
  why: "Why?",
  rollsLeft: (count: number) => (count === 1 ? "roll left" : "rolls left"),
  getReady: "Get ready",
  sectionOf: (index: number, total: number) => `Section ${index} of ${total}`,
  checkOf: (index: number, total: number) => `Check ${index} of ${total}`,
  directionOf: (index: number, total: number) => `direction ${index} of ${total}`,
  held: "The screen was off, so the count waited here.",
  paused: "Paused",

  feel: {
    hint: "4 or more ends this section.",
    low: "nothing",
    prickle: "prickling",
    high: "worst pain",
    scale: "Pain, 0 to 10",
    pain: (score: number) => `Pain ${score} of 10`,
    usual: "No blood, no snag",
    choosePain: "Choose a number first.",
    unusual: "Blood or a snag",
    blood: "Blood",
    bloods: { none: "None", pinpoint: "Pinpoints", bead: "A bead" },
    snag: "Did the roller snag or pull a hair?",
    save: "Save and go on",
    back: "Back",
  },

  topical: {
    waitTitle: "Not before",
    windowTitle: "Window closes in",
    windowOver: "The window has closed.",
    understood: "Understood",
    applied: "I put it on now",
    notToday: "Not today",
    articleSays: "The article",
    stippleSays: "Stipple",
  },

  cleaning: {
    title: "Clean the roller",
    steps: {
      "rinse-with-detergent": "Rinse",
      "disinfect-alcohol-70": "Disinfect",
      "air-dry": "Dry",
      "into-case": "Case",
    } satisfies Record<CleaningStep, string>,
    timerLeft: "minutes to soak",
    timerOver: "Long enough",
    goesOn: "The time runs on when you leave this page.",
    later: "Finish later from Today",
    skip: "I cannot clean it now",
    skipTitle: "Why not now?",
    skipSays: "The roller counts as not clean, and the next session will ask for it.",
    skipReasons: ["No alcohol in the house", "No time now", "The roller goes in the bin"],
  },

  blocked: {
    title: "No rolling today",
    back: "Back to Today",
    wrongAnswer: "I tapped the wrong answer",
  },

  closed: {
    title: "Session over",
    sections: (done: number, planned: number) => `${done} of ${planned}`,
    sectionsLabel: "sections rolled",
    minutes: (minutes: number) => (minutes < 1 ? "under 1 min" : `${minutes} min`),
    minutesLabel: "rolling",
    pain: (score: number | undefined) => (score === undefined ? "–" : `${score} of 10`),
    painLabel: "worst pain",
    blood: (bleeding: boolean) => (bleeding ? "Yes" : "None"),
    bloodLabel: "blood",
    notCleaned: "The roller is not clean yet. Clean it before the next session.",
    stopped: (why: string) => `Ended early: ${why}.`,
    next: "What to avoid now, and until when",
    toToday: "Go to Today",
    wrong: "Something is wrong",
    reached: "What this session reached",
    reachedLater:
      "Where the needles fell is drawn once Stipple's server answers; it stands in History too.",
  },

  stopReasons: {
    pain: "pain",
    bleeding: "blood",
    snag: "a snag",
    unwell: "you did not feel well",
    person: "you stopped",
    time: "time was up",
  } satisfies Record<StopReason, string>,

  channels: {
    title: "How the session speaks",
    speech: "Voice",
    sound: "Sounds",
    vibration: "Vibration",
    vibrationMissing: "This device cannot vibrate.",
    autoAdvance: "Move on by itself",
    speechMissing: "This browser has no voice.",
    screenOn: "The screen stays on.",
    screenMayDim:
      "This browser may turn the screen off. Touch it now and then, or switch sleep off.",
    open: "Voice, sound and pace",
    keys: "Keys: Space done, P pause, S or Escape stop, digits for pain.",
  },

  outbox: {
    full: "This browser has no room left. The session goes on and is sent to Stipple; keep this tab open until it says saved.",
    unsent: (count: number) => `${count} kept here, not sent yet`,
    saved: "Saved",
    sending: "Saving",
    refused: "Kept here, but the server did not take it.",
    tryAgain: "Send again",
  },

  notFound: {
    says: "There is no session with this address here.",
    back: "Back to Today",
  },
} as const;
