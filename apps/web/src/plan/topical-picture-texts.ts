interface Meaning {
  readonly mm: string;
  readonly window: string;
  readonly windowMg: string;
  readonly wait: string;
  readonly waitMg: string;
  readonly intactMg: string;
}

/** Words of the picture of both topical choices, fetched with it. */
export const topicalPictureTexts = {
  meaning: ({ mm, window, windowMg, wait, waitMg, intactMg }: Meaning) =>
    `In this model, minoxidil put on ${window} after rolling with ${mm} needles may bring ${windowMg} mg into the blood in two days; after ${wait}, ${waitMg} mg; through skin that was not rolled, ${intactMg} mg.`,
  between: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
  label: (says: string) => `Drug taken up by the blood over 48 hours for both choices. ${says}`,
  x: "hours after the drug",
  y: "mg in the blood so far",
  window: (delay: string) => `The article's window, ${delay} after rolling`,
  wait: (delay: string) => `After ${delay}`,
  intact: "Skin not rolled",
  bands: "Each band reaches from channels that close early to channels that close late.",
  head: {
    time: "After the drug",
    windowEarly: "Window, close early, mg",
    windowLate: "Window, close late, mg",
    waitEarly: "Wait, close early, mg",
    waitLate: "Wait, close late, mg",
    intact: "Not rolled, mg",
  },
  hour: (hours: number) => `${hours} h`,
  windowAdvice: {
    wait: "In the window the model says: wait longer.",
    refer: "For the window the model says: ask a doctor first.",
  },
  dose: "It follows 1 mL of minoxidil 5 %, washed off after 12 hours, and a common roller of 192 needles. Yours may differ.",
  noMinoxidil: "You did not name minoxidil for the skin; this is an example.",
  limits:
    "Your own blood level. Hole radius and uptake are known to a factor of two or three. The model never shortens the wait in your plan.",
} as const;
