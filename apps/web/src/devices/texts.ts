import type { Device, DeviceEvent } from "@stipple/protocol";

type Found = Extract<DeviceEvent, { readonly kind: "inspected" }>["found"];

export const devicesTexts = {
  title: "Devices",
  lead: "A roller wears out long before it looks worn. Stipple counts its uses and its days, and asks you to look at it.",
  empty:
    "Your rollers will stand here, each with the uses and days it has left. Write down yours first.",
  add: "Add a roller",
  addAnother: "Add another",

  kinds: { roller: "Roller", pen: "Pen", stamp: "Stamp" } satisfies Record<Device["kind"], string>,
  constructions: {
    "single-needles": "Single needles",
    "stacked-discs": "Stacked discs",
    unknown: "I don't know",
  } satisfies Record<Device["construction"], string>,
  materials: {
    steel: "Steel",
    titanium: "Titanium",
    "gold-plated": "Gold-plated",
    unknown: "I don't know",
  } satisfies Record<Device["material"], string>,

  form: {
    title: "Write down a roller",
    name: "What do you call it?",
    firstName: "My roller",
    kind: "What is it?",
    length: "Needle length",
    lengthHint: "As printed on the pack, for example 0.25 mm.",
    lengthMissing: "Type the needle length first.",
    other: "Has anyone else ever used it?",
    otherHint: "Needles carry blood from one person to the next, also after cleaning.",
    others: { no: "No, only me", yes: "Yes", unknown: "I don't know" },
    otherMissing: "Say whether anyone else has used it.",
    used: "How often did you use it before?",
    usedHint: "0 for a new one.",
    firstUsed: "First used on",
    more: "More about it",
    count: "Needles in all",
    construction: "How are the needles made?",
    constructionHint: "Discs cut slits rather than points.",
    material: "Needles of",
    lot: "Lot number",
    save: "Save the roller",
  },

  life: {
    uses: (uses: number) => (uses === 1 ? "1 use" : `${uses} uses`),
    left: (left: number) => (left === 1 ? "1 use left" : `${left} uses left`),
    days: (days: number) => (days === 1 ? "1 day left" : `${days} days left`),
    fresh: "Its three months begin with the first use.",
  },
  fitness: { fit: "Fit to use", warn: "Replace it soon", blocked: "Not to be used" },

  acts: {
    inspected: "I checked it",
    dropped: "I dropped it",
    cleaned: "I cleaned it",
    retired: "Throw it away",
  },
  pending: {
    dropped: "Recorded as dropped in a moment.",
    cleaned: "Recorded as cleaned in a moment.",
    inspected: "The check is recorded in a moment.",
    retired: "Retired in a moment. After that it cannot come back.",
  } satisfies Record<DeviceEvent["kind"], string>,
  undo: "Undo",

  inspect: {
    title: "What did you see?",
    found: {
      "straight-and-clean": "Straight and clean",
      bent: "A bent needle",
      rusty: "Rust",
      residue: "Something stuck on it",
      snags: "It catches on tissue",
    } satisfies Record<Found, string>,
  },

  guide: {
    title: "How to check the needles",
    steps: [
      "Hold the roller against a bright light and turn it slowly, row by row.",
      "Every tip should be straight and shine. A hook, a gap or a brown spot ends its life.",
      "Draw it lightly over a paper tissue. A fibre that catches is a hook you cannot see.",
    ],
    straight: "straight",
    bent: "bent",
  },
  disposal: {
    title: "When it is over",
    says: "Put the head into a hard, closed container before it goes into the bin, so that nobody is pricked. Never pass it on.",
  },
  lot: (lot: string) => `Lot ${lot}`,
  needles: (count: number) => `${count} needles`,
} as const;
