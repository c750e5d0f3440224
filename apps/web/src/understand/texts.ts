import type { Assumption, ClosureSet, HealingPhase } from "@stipple/simulation";
import { duration, percent } from "../ui/simulator/numbers.ts";
import type { Changeable } from "./choices.ts";

/** "a", "a and b", "a, b and c" */
function list(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words);
}

/** The ends of a band, ready to be shown. */
interface Range {
  readonly low: string;
  readonly high: string;
}

function span({ low, high }: Range): string {
  return low === high ? `about ${low}` : `${low} to ${high}`;
}

const cadences: Readonly<Record<string, string>> = {
  "3.5": "twice a week",
  "7": "once a week",
  "14": "every 2 weeks",
  "28": "every 4 weeks",
};
const patterns: Readonly<Record<string, string>> = {
  star: "in a star",
  fan: "in a fan",
  "one-direction": "one way only",
};
const strengths: Readonly<Record<string, string>> = {
  none: "none",
  "2-percent": "2 %",
  "5-percent": "5 %",
};

export const understandTexts = {
  title: "Understand",
  lead: "From the needle to the hair, step by step. An estimate, not a prediction for you.",
  basis: {
    plan: "Runs on your plan and your answers.",
    answers: "Runs on your answers. You have no plan yet, so the sessions are an example.",
    example: "This is an example: a man of 34, stage III at the crown, 0.25 mm once a week.",
  },
  assess: "Answer the questions",
  makePlan: "Make a plan",
  assumedTitle: "What we had to assume",
  assumed: {
    age: "Your age is not known; it counts as 34.",
    stage: "Your stage is not known; it counts as III at the crown.",
    sessions: "Sessions: 0.25 mm, 12 rolls over each section in a star, once a week for 26 weeks.",
    roller: "A common roller: 192 needles in 8 rings. Yours may differ.",
    dose: "1 mL of minoxidil 5 %, washed off after 12 hours, by someone who misses no dose.",
    "no-minoxidil":
      "You did not name minoxidil for the skin. The drug pictures are an example; the forecast leaves it out.",
  } satisfies Record<Assumption, string>,
  changed: "You are only looking: your plan stays as it is.",
  reset: "Back to the start",
  needle: "Needle length",
  needleLength: (mm: string, isForClinics: boolean) =>
    isForClinics ? `${mm} mm, clinics only` : `${mm} mm`,
  between: (low: string, high: string) => `${low} to ${high}`,
  known: {
    working: "Working out how sure this is …",
    dependsTitle: "It depends most on",
  },
  patterns: { star: "Star", fan: "Fan", "one-direction": "One way" },

  punctures: {
    title: "Where the needles hit",
    meaning: (covered: string, random: string) =>
      `One session puts a hole within 0.3 mm of ${covered} of the skin. Holes thrown at random would reach ${random}.`,
    known: (covered: Range, density: Range) =>
      `With another hand, other skin or other luck it may be ${span(covered)} of the skin, with ${span(density)} holes per cm² (80 %).`,
    tooFew: "Too few holes fall here to say how evenly they lie.",
    label: (count: string, mm: string, says: string) =>
      `Map of ${count} holes per square centimetre on ${mm} by ${mm} millimetres of skin. ${says}`,
    caption: (mm: string) =>
      `${mm} × ${mm} mm of skin, to scale. Shaded: nearer than 0.3 mm to a hole.`,
    map: "Holes on the skin: arrow keys move, plus and minus zoom",
    mapHint:
      "Point at a place to read it. Drag to move, pinch or Ctrl and wheel to zoom; or arrow keys, + and −.",
    read: (mm: string) => `Here the nearest hole is ${mm} mm away.`,
    play: "Play",
    pause: "Pause",
    moreRoll: "One more roll",
    lessRoll: "One roll less",
    closer: "Look closer",
    further: "Look from further off",
    allRolls: (rolls: number, density: string) => `All ${rolls} rolls: ${density} holes per cm².`,
    afterRoll: (rolled: number, rolls: number, density: string, near: string) =>
      `${rolled} of ${rolls} rolls: ${density} holes per cm², about ${near} of the skin near to one.`,
    rolls: "Rolls over each section",
    rollsValue: (rolls: number) => `${rolls} rolls`,
    pattern: "Pattern",
    head: {
      measure: "Measure",
      value: "This session",
      band: "It may be (80 %)",
      random: "Thrown at random",
    },
    rows: {
      rolls: "Rolls",
      density: "Holes per cm²",
      covered: "Skin nearer than 0.3 mm to a hole",
      double: "Holes that hit another hole",
      neighbour: "Mean distance to the next hole, mm",
      gap: "Largest distance to a hole, mm",
    },
    limits:
      "How hard you press, where your hair lifts the drum, and worn or bent needles. A covered share is not a share of follicles reached.",
  },

  depth: {
    title: "How deep they go",
    meaning: (length: string, central: string, low: string, high: string) =>
      `Needles of ${length} mm make holes about ${central} mm deep (${low} to ${high} mm): the skin gives way before it lets them in.`,
    reached: (yes: readonly string[], perhaps: readonly string[]) => {
      const may = perhaps.length > 0 ? `, and may reach the ${list(perhaps)}` : "";
      return `They pass the ${list(yes)}${may}.`;
    },
    label: (says: string) =>
      `Drawn section of the skin with a follicle and a needle, to scale. ${says}`,
    middle: "Where a hole ends, middle",
    band: "From the shallowest to the deepest",
    bulgeBand: "Depth of the bulge",
    bulge: "bulge",
    bulb: "bulb",
    layers: {
      "stratum-corneum": "horny layer",
      "viable-epidermis": "living epidermis",
      "papillary-dermis": "upper dermis",
      "reticular-dermis": "deep dermis",
      "below-dermis": "fat below",
    },
    bar: (mm: number) => `${mm} mm`,
    home: "No needle for home (up to 0.5 mm) reaches the bulge.",
    hole: (wide: string, open: string) =>
      `A hole is about ${wide} mm wide while the needle is in it. Then the skin springs back, and about ${open} mm stays open.`,
    head: { what: "What", mm: "mm", reached: "Reached" },
    rows: {
      low: "Hole ends, shallowest",
      central: "Hole ends, middle",
      high: "Hole ends, deepest",
      wide: "Width of the hole with the needle",
      open: "Width that stays open",
      bulge: "Bulge begins",
      bulb: "Bulb begins",
    },
    reach: { yes: "yes", perhaps: "perhaps", no: "no" },
    bulgeReach: { never: "no", "only-at-the-deepest": "perhaps", usually: "yes" },
    none: "–",
    limits:
      "How deep your own needles go. Published shares of the needle that go in range from a fifth to nearly all of it; layers differ between people and places, and few were measured on the scalp.",
  },

  closure: {
    title: "How long the channels stay open",
    meaning: (delay: string, low: string, high: string) =>
      `After ${delay}, between ${low} and ${high} of the opening is left, depending on whom you believe.`,
    meaningNoWait: "Right after rolling every channel is open. How fast they close is disputed.",
    label: (says: string) => `Five curves of how channels close over eight hours. ${says}`,
    reading: "Time to read",
    read: (time: string, low: string, high: string) =>
      `${time === "no wait" ? "At once" : `After ${time}`}: between ${low} and ${high} still open.`,
    delay: "From rolling to the drug",
    x: "hours after rolling",
    y: "% still open",
    mark: "the drug",
    sets: {
      "article-early": "The article, early end: closed after 30 minutes",
      "article-late": "The article, late end: closed after 60 minutes",
      central: "Measured, fast: halves in 25 minutes",
      slow: "Measured, slow: halves in 2 hours",
      "slow-upper": "For warnings: halves in 4 hours",
      occluded: "Under a cover",
    } satisfies Record<ClosureSet, string>,
    legendArticle: "The article, 30 to 60 minutes",
    legendEstimate: "Our readings, from fast (thick) to slow (thin)",
    head: {
      reading: "Reading",
      half: "Halves in",
      closed: "5 % left after",
      open: "Open at the drug",
    },
    limits:
      "When your own channels close. The skin resistance that was measured recovers faster than the holes heal, older skin closes later, and a cap keeps them open for many hours.",
  },

  absorption: {
    title: "What passes into the blood",
    meaning: (delay: string, early: string, late: string, intact: string) =>
      `With ${delay} before 1 mL of minoxidil 5 %, ${early} to ${late} mg reach the blood in two days. Skin that was not rolled lets ${intact} mg through.`,
    noWait: "no wait",
    known: (early: Range, times: Range) =>
      `With every doubtful number drawn anew, ${span(early)} mg where channels close early, ${times.low === "1" && times.high === "1" ? "as much as" : `${span(times)} times what`} skin that was not rolled lets through (80 %).`,
    label: (says: string) => `Drug taken up by the blood over 48 hours, as a band. ${says}`,
    x: "hours after the drug",
    y: "mg in the blood so far",
    reading: "Hour to read",
    read: (hour: string, early: string, late: string, intact: string) =>
      `After ${hour} h: ${early} to ${late} mg; skin not rolled ${intact} mg.`,
    early: "Channels close early",
    range: "Up to: they close late",
    intact: "Skin not rolled",
    head: {
      time: "After",
      early: "Close early, mg",
      late: "Close late, mg",
      intact: "Not rolled, mg",
    },
    hour: (hours: number) => `${hours} h`,
    advice: {
      "no-objection":
        "The model finds nothing that speaks against this wait. The plan still decides.",
      wait: "Wait longer.",
      refer: "Ask a doctor before you use it on rolled skin.",
    },
    limits:
      "Your own blood level. Hole radius and uptake are known to a factor of two or three. The model never shortens the wait in your plan.",
  },

  healing: {
    title: "What the skin is doing",
    meaning: (days: string, left: string) =>
      `Inflammation peaks about ${days} after a session. When the next one comes, ${left} of it is left.`,
    meaningOne: (days: string) => `Inflammation peaks about ${days} after the session.`,
    known: (calm: Range, newTissue: Range) =>
      `Inflammation may be over after ${span(calm)} days, and new tissue made for ${span(newTissue)} days (80 %).`,
    days: (days: string) => (days === "1" ? "1 day" : `${days} days`),
    label: (says: string) => `Inflammation and three overlapping phases of healing by day. ${says}`,
    reading: "Day to read",
    read: (day: string, share: string, phases: readonly string[]) =>
      `${day}: inflammation at ${share} of its first peak${phases.length > 0 ? `; going on: ${list(phases)}` : ""}.`,
    inflammation: "Inflammation, % of its first peak",
    session: "Session",
    today: "today",
    phases: {
      inflammation: "Inflammation",
      proliferation: "New tissue",
      remodelling: "Remodelling",
    } satisfies Record<HealingPhase, string>,
    day: (day: number) => `day ${day}`,
    head: { session: "Session", peak: "Peak after, days", left: "Inflammation left from before" },
    first: "–",
    limited: (count: number) =>
      `${count === 1 ? "One session does" : `${count} sessions do`} more injury than the model was made for; it counts as the limit.`,
    limits:
      "Whether your scalp is ready. How fast inflammation runs is taken from one model that names no range, so its doubt is larger than said here. Redness, pain, crusts or pus always count more than this picture: tell Stipple in Aftercare.",
  },

  forecast: {
    title: "What the hair may do in a year",
    meaning: (weeks: number, middle: string, low: string, high: string, without: string) =>
      `After ${weeks} weeks the mean of many people treated like this may have changed by ${middle} hairs/cm² (80 %: ${low} to ${high}); untreated, by ${without}.`,
    alone: (low: string, high: string) =>
      `You alone may count anything from ${low} to ${high} hairs/cm².`,
    label: (says: string) => `Change in hair density over a year, as bands. ${says}`,
    x: "weeks",
    y: "change, hairs/cm²",
    reading: "Week to read",
    read: (
      week: number,
      at: {
        readonly middle: string;
        readonly many: string;
        readonly alone: string;
        readonly without: string;
      },
    ) =>
      `Week ${week}: mean ${at.middle} (${at.many}), you alone ${at.alone}, untreated ${at.without}.`,
    trials: {
      title: "Trials of the same treatment",
      legend: "What trials counted",
      says: (isConverted: boolean) =>
        `Grey rings: what trials of the same medicine and needle length counted in men${isConverted ? "; some were converted to cm² or pooled" : ""}. They disagree by more than tenfold, and every arm of a trial gains some hairs, the dummy too.`,
      none: {
        "short-needles":
          "No trial has counted hairs in men with needles below 0.5 mm, so nothing is laid beside this. The one home trial (29 people) found no clear difference.",
        "no-match":
          "No trial has counted hairs with this needle length and these medicines together, so nothing is laid beside this.",
      },
      sources: "The trials",
      head: { trial: "Trial", week: "Week", change: "Change, hairs/cm²", unit: "Unit" },
      converted: "converted",
      asGiven: "as published",
    },
    person: "You alone may count (80 %)",
    group: "Mean of many people (80 %)",
    middle: "Its middle",
    untreated: "Untreated",
    progress: "Making it finer",
    head: {
      week: "Week",
      middle: "Treated, mean",
      group: "Its 80 % band",
      person: "You alone, 80 %",
      untreated: "Untreated",
    },
    limits:
      "What will happen on your head. What needling adds is speculative, the medicines rest on trials in men, and counting alone is off by several hairs.",
  },

  whatIf: {
    title: "What changes if…",
    thing: "Change",
    things: {
      adherence: "How much of it you do",
      cadence: "How often you roll",
      needle: "Needle length",
      rolls: "Rolls over each section",
      pattern: "Pattern",
      delay: "Wait before the drug",
      minoxidil: "Minoxidil",
    } satisfies Record<Changeable, string>,
    to: (current: string) => `from “${current}” to`,
    values: {
      adherence: (share: string) => (share === "1" ? "all of it" : percent(Number(share))),
      cadence: (days: string) => cadences[days] ?? `every ${days} days`,
      needle: (um: string) => `${Number(um) / 1000} mm`,
      rolls: (rolls: string) => `${rolls} rolls`,
      pattern: (pattern: string) => patterns[pattern] ?? pattern,
      delay: (minutes: string) => duration(Number(minutes)),
      minoxidil: (strength: string) => strengths[strength] ?? strength,
    } satisfies Record<Changeable, (value: string) => string>,
    ifYou: {
      adherence: (value: string) => `do ${value}${value.endsWith("%") ? " of it" : ""}`,
      cadence: (value: string) => `roll ${value}`,
      needle: (value: string) => `use needles of ${value}`,
      rolls: (value: string) => `make ${value} over each section`,
      pattern: (value: string) => `roll ${value}`,
      delay: (value: string) => (value === "no wait" ? "do not wait" : `wait ${value}`),
      minoxidil: (value: string) =>
        value === "none" ? "leave minoxidil out" : `use minoxidil ${value}`,
    } satisfies Record<Changeable, (value: string) => string>,
    meaning: (change: string, weeks: number, middle: string, low: string, high: string) =>
      `If you ${change}, the mean after ${weeks} weeks may differ by ${middle} hairs/cm² from what you look at above (80 %: ${low} to ${high}).`,
    scenarios: {
      head: ["Side by side", "As above", "Changed"],
      rows: {
        density: "Holes per cm²",
        covered: "Skin within 0.3 mm of a hole",
        gap: "Largest distance to a hole, mm",
        drug: "Drug in the blood in 2 days, mg",
        hair: (week: number) => `Change in hairs/cm² by week ${week}`,
      },
      none: "–",
      range: (early: string, late: string) => `${early} to ${late}`,
      difference: (low: string, high: string) => `differs by ${low} to ${high} (80 %)`,
    },
    read: (week: number, middle: string, low: string, high: string) =>
      `Week ${week}: a difference of ${middle} hairs/cm² (80 %: ${low} to ${high}).`,
    label: (says: string) => `Difference between two treatments over a year. ${says}`,
    y: "difference, hairs/cm²",
    band: "Difference of the means (80 %)",
    middle: "Its middle",
    head: { week: "Week", middle: "Difference, mean", group: "Its 80 % band" },
    limits:
      "Which of the two is right for you. Both run on the same follicles with the same luck, so that only the change is seen; a doubt that both share is not.",
  },
} as const;
