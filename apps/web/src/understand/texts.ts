import type { Assumption, ClosureSet, Grade, HealingPhase } from "@stipple/simulation";

export const understandTexts = {
  title: "Understand",
  lead: "From the needle to the hair, step by step. An estimate, not a prediction for you.",
  working: "Working it out",
  refusedTitle: "No simulation for you",
  failed: {
    message: "The simulation stopped, and starting it again did not help.",
    kept: "Your plan and your records are not touched by it.",
    action: "Try again, or load the page again.",
  },
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
  limits: "What this cannot tell you",
  gradeLabel: "Evidence",
  grades: {
    A: "A, strong: trials in people",
    B: "B, fair: measured, or from trials for a part of it",
    C: "C, weak: laboratory numbers and models put together",
    D: "D, speculative: no trial has shown it this way",
  } satisfies Record<Grade, string>,
  patterns: { star: "Star", fan: "Fan", "one-direction": "One way" },

  punctures: {
    title: "Where the needles hit",
    meaning: (covered: string, random: string) =>
      `One session puts a hole within 0.3 mm of ${covered} of the skin. Holes thrown at random would reach ${random}.`,
    tooFew: "Too few holes fall here to say how evenly they lie.",
    label: (count: string, mm: number, says: string) =>
      `Map of ${count} holes per square centimetre on ${mm} by ${mm} millimetres of skin. ${says}`,
    caption: (mm: number) =>
      `${mm} × ${mm} mm of skin, to scale. Shaded: nearer than 0.3 mm to a hole.`,
    needle: "Needle length, mm",
    rolls: "Rolls over each section",
    rollsValue: (rolls: number) => `${rolls} rolls`,
    pattern: "Pattern",
    zoom: "Show",
    zooms: { far: "3 cm", near: "1 cm" },
    head: { measure: "Measure", value: "This session", random: "Thrown at random" },
    rows: {
      density: "Holes per cm²",
      covered: "Skin nearer than 0.3 mm to a hole",
      double: "Holes that hit another hole",
      neighbour: "Mean distance to the next hole, mm",
      gap: "Largest distance to a hole, mm",
      depth: "Depth of a hole, mm",
    },
    depth: (low: string, high: string) => `${low} to ${high}`,
    limits:
      "How hard you press, where your hair lifts the drum, and worn or bent needles. A covered share is not a share of follicles reached.",
  },

  closure: {
    title: "How long the channels stay open",
    meaning: (delay: string, low: string, high: string) =>
      `After ${delay}, between ${low} and ${high} of the opening is left, depending on whom you believe.`,
    meaningNoWait: "Right after rolling every channel is open. How fast they close is disputed.",
    label: (says: string) => `Five curves of how channels close over eight hours. ${says}`,
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
    label: (says: string) => `Drug taken up by the blood over 48 hours, as a band. ${says}`,
    x: "hours after the drug",
    y: "mg in the blood so far",
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
    days: (days: string) => (days === "1" ? "1 day" : `${days} days`),
    label: (says: string) => `Inflammation and three overlapping phases of healing by day. ${says}`,
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
      "Whether your scalp is ready. Redness, pain, crusts or pus always count more than this picture: tell Stipple in Aftercare.",
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
    between: (low: string, high: string) => `${low} to ${high}`,
    dependsTitle: "It depends most on",
    limits:
      "What will happen on your head. What needling adds is speculative, the medicines rest on trials in men, and counting alone is off by several hairs.",
  },

  whatIf: {
    title: "What changes if…",
    change: "If you",
    choices: {
      half: "do half of it",
      monthly: "roll every 4 weeks",
      without: "leave minoxidil out",
      with: "add minoxidil 5 %",
    },
    meaning: (change: string, weeks: number, middle: string, low: string, high: string) =>
      `If you ${change}, the mean after ${weeks} weeks may differ by ${middle} hairs/cm² from what you look at above (80 %: ${low} to ${high}).`,
    label: (says: string) => `Difference between two treatments over a year. ${says}`,
    y: "difference, hairs/cm²",
    band: "Difference of the means (80 %)",
    middle: "Its middle",
    head: { week: "Week", middle: "Difference, mean", group: "Its 80 % band" },
    limits:
      "Which of the two is right for you. Both run on the same follicles with the same luck, so that only the change is seen; a doubt that both share is not.",
  },
} as const;
