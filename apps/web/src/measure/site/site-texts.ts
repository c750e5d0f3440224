import type { Comparison, Quantity } from "@stipple/trichometry";
import type { SeenState } from "./hair-states.ts";

/** Words of a site: what changed hair by hair, and how many of its hairs grow. */
export const siteTexts = {
  back: "All of Measure",
  unknown: {
    title: "There is no such place",
    says: "No close-up has this name. The address may be mistyped, or its photos were deleted.",
  },
  lead: (photos: string, counted: number) =>
    counted === 0
      ? `${photos}, none of them counted yet.`
      : `${photos}, ${counted === 1 ? "one" : counted} of them counted.`,
  photos: "Photos of this place",
  take: "Take it again",

  compare: {
    title: "Hair by hair",
    one: "Once two close-ups of this place are counted, Stipple finds the same hairs in both and says which are new, gone, thicker or thinner.",
    before: "Before",
    after: "After",
    same: "Choose two different photos.",
    matching: "Finding the same hairs in both photos …",
    stop: "Stop",
    stopped: "Stopped. Nothing was compared.",
    again: "Compare them",
    failed:
      "The comparison stopped, perhaps because the photos are too large for this browser's memory. The photos and counts are still there.",
    photo: (when: string, day: string) => `${when}, ${day}`,
    atReview: (week: number) => `These are the numbers of the review of week ${week}.`,
    between: (week: number, day: string) =>
      `This says what the two photos show. Whether the treatment works is judged at the next review, in week ${week}, on ${day}.`,
    noReview:
      "This says what the two photos show. Whether the treatment works is judged at the reviews of a plan.",
    net: (n: {
      readonly before: string;
      readonly after: string;
      readonly change: string;
      readonly low: string;
      readonly high: string;
    }) =>
      `In what both photos show: ${n.before} hairs before, ${n.after} after, ${n.change} (90 % between ${n.low} and ${n.high}).`,
    apart: (from: string, to: string) =>
      `Counted each for itself, the photos have ${from} and ${to} hairs/cm²; they do not show quite the same skin.`,
    notMatched: "Not compared hair by hair",
    notMatchedSays:
      "The numbers below compare the two counts as wholes, which shows large changes only.",
    warnings: "Mind this",
    warningOf: (when: string, says: string) => `${when}: ${says}`,
  },

  answers: {
    title: "In numbers",
    quantities: {
      "density-total": "Hairs per cm²",
      "density-terminal": "Terminal hairs per cm²",
      "median-thickness": "Thickness, median, µm",
      "cumulative-thickness": "Shaft width in all, mm/cm²",
      "vellus-share": "Vellus share, %",
      coverage: "Coverage, %",
      "part-width": "Width of the parting",
    } satisfies Record<Quantity, string>,
    answers: {
      better: "Better",
      worse: "Worse",
      "no-detectable-change": "No detectable change",
      "not-comparable": "Not comparable",
    } satisfies Record<Comparison["answer"], string>,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    least: (least: string) => `The smallest change this could show is ±${least}.`,
    none: "–",
  },

  hairs: {
    label: (name: string, hairs: number) =>
      `${name}: the photo with ${hairs === 1 ? "1 hair" : `${hairs} hairs`} marked by what became of them`,
    hint: "Tap a hair, or use the arrow keys: the same hair is shown in both photos. Drag to move, + and − to look closer.",
    chosen: (n: {
      readonly where: string;
      readonly place: number;
      readonly count: number;
      readonly state: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }) => {
      const widths = [n.before, n.after].filter((width) => width !== undefined);
      const width = widths.length > 0 ? ` ${widths.join(" to ")} µm wide.` : "";
      return `${n.where}, hair ${n.place} of ${n.count}: ${n.state.toLowerCase()}.${width}`;
    },
    states: {
      kept: "In both photos",
      thicker: "Thicker",
      thinner: "Thinner",
      new: "New",
      gone: "Gone",
      unsure: "Cannot be told",
      outside: "Only one photo shows its place",
    } satisfies Record<SeenState, string>,
    legend: (state: string, count: number) => `${state}: ${count}`,
  },

  where: {
    title: "Find it again",
    says: "Only photos of the very same skin can be compared. Mark the place on a view of your head, and write down how far it is from places that do not move.",
    noViews: "Once there is a photo of one of the five views, you can mark the place on it.",
    mark: "Mark it on a photo",
    again: "Mark it anew",
    undo: "Undo the mark",
    onPhoto: "On which photo",
    markHint: "Tap the place, or move the mark with the arrow keys. + and − look closer.",
    done: "Keep the mark",
    leave: "Leave it",
    label: (name: string) => `${name}, with the place marked`,
    marked: (name: string) => `Marked on: ${name}.`,
    carrying: (name: string) => `Looking for the place on the newer photo: ${name} …`,
    carried: (name: string, from: string) => `${name}. Carried over from: ${from}.`,
    notCarried: (name: string) =>
      `On the newer photo, ${name}, Stipple could not find it: mark it there.`,
    words: "In words",
    wordsHint:
      "For example “9 cm straight back from the middle of the hairline, 3 cm to the left”.",
    saveWords: "Save",
    dropWords: "Leave it as it was",
  },

  growth: {
    title: "How many hairs are growing?",
    says: "Some days after clipping, hairs that grow are longer and resting ones are not.",
    needs: [
      "Clip the place to about 1 mm and photograph it at once, with the card.",
      "Photograph it again after three days; two to seven will do. Do not cut it in between.",
      "Count the hairs of both photos.",
    ],
    pair: (first: string, second: string, days: number) =>
      `${first} and ${second} are ${days} days apart. This only holds if the hair was not cut in between.`,
    start: "Work it out",
    working: "Following each hair from one photo to the other …",
    measured: (n: {
      readonly percent: string;
      readonly hairs: number;
      readonly low: string;
      readonly high: string;
    }) => `${n.percent} % of ${n.hairs} hairs were growing, 90 % between ${n.low} and ${n.high} %.`,
    rate: (mm: string) => `Those that grew did so by ${mm} mm a day.`,
    usual:
      "About 85 to 90 of 100 are usual. On drawn photos of which the truth is known, this share came out 5 to 20 points too low, and in one study the method found too few growing hairs in most healthy people: compare it with your own earlier shares only, not with that number.",
    seenOnce: (shed: number, fresh: number) =>
      `${shed} hairs of the first photo were not found in the second, ${fresh} the other way round: fallen out or missed.`,
    not: "The share could not be told",
    keep: "Keep this share",
    kept: "Kept.",
    earlier: "Kept shares",
    earlierOne: (day: string, percent: string, low: string, high: string) =>
      `${day}: ${percent} % growing (${low} to ${high} %)`,
  },
} as const;
