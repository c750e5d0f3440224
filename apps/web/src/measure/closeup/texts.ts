/** Words of the close-up: what was counted, how it is put right, and what changed since. */
export const closeUpTexts = {
  title: (site: string) => `Close-up: ${site}`,
  takenOn: (day: string) => `Taken on ${day}.`,
  back: "Back to Measure",
  backTo: (site: string) => `All of ${site}`,
  noCloseUp: {
    says: "This photo is a view of the head. Hairs can only be counted in a close-up of clipped hair.",
  },
  photoGone: "The file of this photo cannot be read, so its hairs cannot be shown on it.",

  form: {
    title: "Count the hairs",
    lead: "The count needs to know how large a pixel is. The photo never leaves this machine.",
    legend: "Where does the size come from?",
    card: "The window card",
    cardHint: "The printed card lies on the scalp and all four black squares are in the picture.",
    typed: "My microscope",
    typedHint: "You know how many µm of skin one pixel covers.",
    none: "I don't know",
    noneHint: "You get the number of hairs in the photo, but no density and no thickness in µm.",
    umPerPx: "µm per pixel",
    umPerPxHint: "Between 0.5 and 20. Up to 4 is good; above 8 no count is given.",
    umPerPxWrong: "Give a number between 0.5 and 20, for example 3.2.",
    start: "Count the hairs",
  },
  progress: {
    title: "Counting",
    says: (percent: number) => `${percent} % done. You can go on using the other pages.`,
    stop: "Stop",
  },
  stopped: "Stopped. Nothing was kept.",
  refused: "No count from this photo",
  failed: {
    title: "The count stopped",
    says: "The browser ended the count, perhaps because the photo is too large for its memory. The photo is still there.",
    again: "Try again",
  },
  cardCut: {
    says: "The opening of the card is not wholly in the picture.",
    nextStep: "Move back until the whole opening and its four black squares are in the picture.",
  },
  cardUnused: {
    says: "A window card is in the picture. Its squares and ticks would be counted as hairs.",
    nextStep: "Choose “The window card” above: then only its opening is counted, at its scale.",
  },
  mayBeFace:
    "This may be a photo of a face: two dark places lie side by side over a third, as eyes over a mouth. If it is, the count means nothing: take a close-up of the scalp.",
  tilted: (deg: number) =>
    `The camera was tilted by ${deg.toFixed(0)} degrees, more than 10. Hold it straight above the card next time.`,

  inArea: (n: Counted & { readonly areaCm2: string; readonly density: string }) =>
    `${n.count} in ${n.areaCm2} cm²: about ${n.density} per cm², 90 % between ${n.low} and ${n.high}.`,
  inPhoto: (n: Counted) =>
    `${n.count} in this photo, 90 % between ${n.low} and ${n.high}. The size of a pixel is not known, so there is no number per cm².`,
  hairs: (count: number) => (count === 1 ? "1 hair" : `${count} hairs`),
  corrected: (count: number) =>
    count === 1 ? "With your one correction." : `With your ${count} corrections.`,
  uncorrected: "As the program counted it. You can put it right hair by hair.",

  warnings: {
    title: "Mind this",
    calm: "The photo",
    none: "Sharpness, glare and the size of a pixel were checked; nothing speaks against it.",
  },

  picture: {
    title: "Every hair that was counted",
    label: (hairs: string) => `The photo with ${hairs} drawn on it`,
    hint: "Tap a hair to choose it, or use the arrow keys. Drag to move, + and − to look closer.",
    drawHint:
      "Draw along the hair from its root to its tip. Or set points: tap, or move the cross with the arrow keys and press Enter.",
    splitHint: "Tap the place where one hair ends and the next begins.",
    joinHint: "Tap the second piece of the same hair.",
    chosen: (n: {
      readonly place: number;
      readonly count: number;
      readonly kind: string;
      readonly size: string;
    }) => `Hair ${n.place} of ${n.count}: ${n.kind}${n.size}.`,
    size: (widthUm: string, lengthMm: string) => `, ${widthUm} µm wide, ${lengthMm} mm long`,
    partly: (drawn: number) =>
      `${drawn} hairs are drawn. One whose root may lie outside what is counted counts only in part, or not at all.`,
    points: (count: number) => (count === 1 ? "1 point set." : `${count} points set.`),
    closer: "Look closer",
    farther: "Look from farther away",
    whole: "Show the whole photo",
    legend: {
      terminal: "Terminal: 40 µm or more",
      intermediate: "Intermediate: 30 to 40 µm",
      vellus: "Vellus: below 30 µm",
      unknown: "Hair of unknown width",
      roi: "Counted inside",
    },
  },
  classes: {
    terminal: "terminal",
    intermediate: "intermediate",
    vellus: "vellus",
    unknown: "width unknown",
  },
  unsent: "Your corrections stand on this page; keep it open until they are saved.",
  tools: {
    legend: "Put the count right",
    remove: "Remove",
    add: "Add",
    split: "Split",
    join: "Join",
    undo: "Undo",
    redo: "Redo",
    finish: "Finish the hair",
    leave: "Leave it",
    saving: "Saving…",
    saved: "Saved.",
    noSplit: "That is too near to an end of the hair to split it there.",
  },

  numbers: {
    title: "In numbers",
    perCm2: "Hairs per cm²",
    terminal: "Terminal",
    intermediate: "Intermediate",
    vellus: "Vellus",
    thickness: "Thickness, median",
    thicknessMean: "Thickness, mean",
    spread: "Eight in ten hairs",
    units: "Groups of hairs",
    perUnit: "Hairs a group",
    vellusShare: "Vellus share",
    cumulative: "Shaft width in all",
    um: (value: string) => `${value} µm`,
    umRange: (low: string, high: string) => `${low} to ${high} µm`,
    mm: (value: string) => `${value} mm/cm²`,
    percent: (value: number) => `${value} %`,
    first: (says: string) => `Before your corrections: ${says}`,
    scale: {
      "window-card": (um: string) => `The window card says ${um} µm a pixel.`,
      "tick-scale": (um: string) => `The ticks say ${um} µm a pixel.`,
      typed: (um: string) => `You gave ${um} µm a pixel; it is taken to be right within 2 %.`,
      none: "The size of a pixel is not known.",
    },
    version: (version: string) => `Counted by ${version}.`,
  },
  sure: {
    title: "How sure is this?",
    says: [
      "On drawn photos of clipped hair the count was 6 to 14 % off, mostly too low: hairs that lie on each other and thin ones are missed. In a published comparison, putting counts right by hand left them 7 % off.",
      "Density differs from spot to spot. Only photos of the very same spot can be compared.",
    ],
    again: "Count again",
    againHint: "Keeps this count and makes a new one; the newest is shown.",
  },
  table: {
    title: "Hairs as a table",
    show: (count: number) => `Show all ${count} as a table`,
    hair: "Hair",
    kind: "Kind",
    width: "Width, µm",
    length: "Length, mm",
    from: "Found by",
    act: "Put right",
    bySource: { bank: "the program", residual: "the program", manual: "you" },
    cut: "cut by the edge",
    choose: (place: number) => `Show hair ${place}`,
    remove: (place: number) => `Remove hair ${place}`,
    none: "–",
  },
} as const;

interface Counted {
  readonly count: string;
  readonly low: string;
  readonly high: string;
}
