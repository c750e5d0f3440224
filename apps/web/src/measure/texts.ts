import type { GlobalView } from "./views.ts";

/** What is out of place between the ghost and the live picture. */
export type HintKind =
  | "left"
  | "right"
  | "up"
  | "down"
  | "nearer"
  | "farther"
  | "clockwise"
  | "anticlockwise"
  | "unsure"
  | "fits";

const views: Record<GlobalView, string> = {
  "front-hairline": "Front hairline",
  "mid-part": "Middle parting",
  vertex: "Crown",
  left: "Left side",
  right: "Right side",
};

export const measureTexts = {
  title: "Measure",
  lead: {
    empty:
      "There are no photos yet. Take the five views once, and again every month: then you can lay them over each other.",
    some: (count: number, newest: string, missing: readonly string[]) => {
      const photos = `${count === 1 ? "One photo" : `${count} photos`}, the newest of ${newest}.`;
      return missing.length === 0
        ? `${photos} All five views are there; take them again a month after the last ones.`
        : `${photos} Next: ${missing[0]?.toLowerCase() ?? ""}.`;
    },
  },
  emptySays:
    "Each view below will hold its photos, newest first. From the second one on, the last photo stands as a ghost in the viewfinder, and you can slide and blink between two dates.",
  views,
  viewsTitle: "Five views",
  how: {
    "front-hairline": "Forehead and hairline, from the front, chin a little down.",
    "mid-part": "Hair parted in the middle, seen from above.",
    vertex: "The crown, from behind and above.",
    left: "The left temple and side, ear in the picture.",
    right: "The right temple and side, ear in the picture.",
  } satisfies Record<GlobalView, string>,
  noPhoto: "No photo yet",
  // A number and its noun stay on one line.
  photosCount: (count: number) => `${count}\u00a0${count === 1 ? "photo" : "photos"}`,
  photoOf: (what: string, day: string) => `${what}, ${day}`,
  same: {
    title: "The same every time",
    list: [
      "Same room, same lamp, same distance.",
      "Hair dry and clean, parted in the same place, no product.",
      "About once a month. Sooner shows nothing but the light of the day.",
    ],
    hands: "For the crown: lean the phone on a shelf and use the self-timer, or ask someone.",
  },
  privacy:
    "Photos stay on this computer, encrypted. Place, time and camera are removed from every file.",

  sites: {
    title: "Close-ups",
    says: "A close-up of one square centimetre can be counted hair by hair. It needs the printed card for its scale, and a name by which you find the place again.",
    card: "The card to print",
    add: "New close-up",
    name: "Name of the place",
    nameHint: "For example “crown, two fingers behind the whorl”.",
    count: "Count the hairs",
    countOf: (day: string) => `Count the hairs of ${day}`,
    first: "Give the place a name first.",
    next: "Take it again",
  },

  add: {
    title: "Add a photo",
    drop: "Drop a photo here, or choose a file",
    formats: "JPEG, PNG, WebP or AVIF, up to 25 MB.",
    choose: "Choose a file",
    camera: "Use the camera",
    several: (more: number) =>
      `One photo at a time: this is the first of the files you dropped. ${more === 1 ? "The other one was" : `The other ${more} were`} not taken; drop ${more === 1 ? "it" : "them"} afterwards.`,
    keep: "Keep this photo",
    retake: "Take it again",
    other: "Choose another",
    takenOn: "Taken on",
    future: "This day has not come yet.",
    preview: "The photo you are about to keep",
    noPreview: "This browser cannot show the file. It can be sent all the same.",
  },

  uploads: {
    title: "On their way",
    sending: (percent: number) => `Sending, ${percent} %`,
    finishing: "Arrived. Being saved …",
    waiting: "The server does not answer. It goes on by itself as soon as it does.",
    cancel: "Give it up",
    tryAgain: "Try again",
    arrived: "The photo is saved.",
    kept: "The photo waits in this browser.",
    unsafe: {
      message: "Browsers encrypt only for pages on this computer or behind https.",
      action: "Open Stipple there and add the photo again.",
    },
  },

  camera: {
    preview: "What the camera sees",
    starting: "Waiting for the camera. Your browser may ask whether Stipple may use it.",
    shoot: "Take the photo",
    anyway: "Take it anyway",
    close: "Close the camera",
    ghost: "Strength of the ghost",
    ghostValue: (percent: number) => `${percent} %`,
    noGhost: "There is no earlier photo of this, so there is no ghost yet. This one will be it.",
    ghostOf: (day: string) => `The ghost is your photo of ${day}.`,
    timer: "Self-timer",
    timers: { "0": "Off", "5": "5 s", "10": "10 s" },
    counting: (seconds: number) => `${seconds}`,
    aloud: "Say the hints aloud",
    aloudHint: "For the crown, when you do not see the screen.",
    other: "Other camera",
    refused: {
      title: "The camera is not allowed",
      says: "Your browser does not let Stipple use the camera. Allow it in the settings of this page, or choose a file instead.",
    },
    none: {
      title: "No camera found",
      says: "This computer has no camera that answers. Choose a file instead: a photo from your phone is just as good.",
    },
    busy: {
      title: "The camera is in use",
      says: "Another program holds the camera. Close it and try again, or choose a file instead.",
    },
    unsafe: {
      title: "No camera at this address",
      says: "Browsers give the camera only to pages on this computer or behind https. Open Stipple there, or choose a file instead.",
    },
    tryAgain: "Try the camera again",
    hints: {
      left: "Too far right: bring the head left in the picture",
      right: "Too far left: bring the head right in the picture",
      up: "Too low: bring the head up in the picture",
      down: "Too high: bring the head down in the picture",
      nearer: "Too far away: come nearer",
      farther: "Too near: go back a little",
      clockwise: "Tilted: turn the head clockwise in the picture",
      anticlockwise: "Tilted: turn the head anticlockwise in the picture",
      unsure: "Stipple cannot tell how the ghost lies. Match it by eye",
      fits: "Good: hold still",
    } satisfies Record<HintKind, string>,
  },

  quality: {
    checking: "Looking at the photo …",
    good: "Sharp enough, and well lit.",
    unseen: "Stipple could not look at this photo. You can keep it all the same.",
    again: "Better take it again. You can keep it all the same.",
    warned: "Good enough, with a reservation:",
  },

  view: {
    photos: "Photos",
    back: "All views",
    none: "The first photo is the one all later ones are compared with. Take your time with it.",
    delete: "Delete",
    deleteOf: (day: string) => `Delete the photo of ${day}`,
    correct: "Correct",
    correctOf: (day: string) => `Correct what is known about the photo of ${day}`,
    correctDay: "Taken on",
    correctView: "View",
    correctSite: "Name of the place",
    correctSave: "Save",
    correctLeave: "Leave it as it is",
    corrected: (what: string, day: string) => `Saved: ${what}, ${day}. Its measurements follow it.`,
    undone: "Taken back.",
    undo: "Undo",
    deleteAsk: "Delete this photo for good? It cannot be brought back. Its measurements stay.",
    deleteNow: "Delete for good",
    deleteNot: "Keep it",
    states: {
      damaged: "Damaged: the file was changed since it was saved, so it is not shown.",
      missing: "The file is not in the data folder. Put it back from a backup, or delete it.",
      locked: "Encrypted with another key. Put back the file photo-key that belongs to it.",
    },
    unknownTitle: "There is no such view",
    unknownSays: "The address may be mistyped.",
  },

  compare: {
    title: "Before and after",
    one: "With a second photo of this view you can slide and blink between the two here.",
    before: "Before",
    after: "After",
    mode: "How to compare",
    modes: { slide: "Slide", blink: "Blink", beside: "Side by side" },
    aligning: "Laying the photos over each other …",
    cancel: "Stop, show them side by side",
    stopped: "Stopped. The photos stand side by side.",
    again: "Lay them over each other",
    aligned: "The photos lie over each other.",
    notAligned: "Not aligned",
    failed: "The photos could not be laid over each other. They stand side by side.",
    slider: "Where before ends and after begins",
    sliderValue: (percent: number) => `${percent} % before, ${100 - percent} % after`,
    blink: "Blink",
    stop: "Hold",
    shown: (which: string) => `Shown: ${which}`,
    other: "Show the other",
    beware:
      "Light, comb and wet hair change a photo more than a month of treatment does. A difference here is a reason to look closer, not a result.",
  },

  landmarks: {
    offer: "Set landmarks on both",
    again: "Set the landmarks again",
    says: "Set the same places on both photos. Tap them, or move the cross with the arrow keys and press Enter. + and − look closer.",
    wanted: (n: {
      readonly place: number;
      readonly count: number;
      readonly name: string;
      readonly photo: string;
    }) => `${n.place} of ${n.count}: ${n.name}. Set it in: ${n.photo}.`,
    all: (pairs: number) =>
      pairs === 1 ? "One place is set on both photos." : `${pairs} places are set on both photos.`,
    label: (name: string, count: number) =>
      `${name}: the photo with ${count === 1 ? "1 landmark" : `${count} landmarks`}`,
    undo: "Undo",
    skip: "Not seen, skip it",
    done: "Lay them over each other",
    pairs: (pairs: number) => `${pairs} of them are set on both photos.`,
    least: "At least four on both photos are needed; six are better.",
    leave: "Leave it",
  },

  card: {
    title: "Window card",
    lead: "A square hole of 12 mm with marks around it. It gives a close-up its scale, so that hairs can be counted per square centimetre.",
    print: "Print the card",
    steps: {
      title: "Print it at its true size",
      list: [
        "Paper A6, or A4 and cut. Matt paper: gloss mirrors the lamp.",
        "In the print window choose “Actual size” or 100 %. Not “fit to page”.",
        "Lay a bank card on the frame at the bottom. It must cover the frame exactly; a photo of it says by how much it does not.",
        "Cut along the dashed lines, the square in the middle too.",
      ],
    },
    check: {
      title: "Check the print",
      says: "Lay a bank card on the frame of the printed page, photograph the page from straight above with all four squares around the frame, and choose that photo.",
      looking: "Measuring the page …",
      stop: "Stop",
      stays:
        "The photo is looked at in this browser and not kept. Cover the number of the bank card.",
      unseen:
        "This browser cannot read the file as a photo. Choose a JPEG or PNG photo of the page.",
      not: "The print could not be checked",
      right: (percent: string, error: string) =>
        `The scale is right: printed at ${percent} % (± ${error}).`,
      off: (percent: string, error: string) => `Printed at ${percent} % (± ${error}).`,
      meaning: (density: string, isTooSmall: boolean) =>
        `With this card a count would be about ${density} % too ${isTooSmall ? "low" : "high"} per cm².`,
      again: "Print it again with “Actual size” or 100 %, and check it again. Do not use this one.",
    },
    hygiene: {
      title: "On the skin",
      list: [
        "Only on clean, whole skin. Never on broken, sore or weeping skin.",
        "Not within 24 hours of rolling.",
        "One card, one use: throw it away afterwards. Nobody else's card.",
      ],
    },
    picture: "The page to print, with the card and the frame for the check",
  },
} as const;
