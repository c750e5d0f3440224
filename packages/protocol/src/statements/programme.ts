import type { Statement } from "./statement.ts";

const size = "What size Dermaroller for hair loss?";
const aftercare = "Post-treatment aftercare";

export const programme: readonly Statement[] = [
  {
    id: "S41",
    section: size,
    says: "In a clinic 0.5 to 1 mm, in experienced hands.",
    kind: "instruction",
    verdict: "nuance",
    whatStippleDoes:
      "Keeps the range; up to 1.5 mm only as a named trial with a doctor's override.",
    sources: ["faghihi-2021", "ahmed-2025", "xu-2024", "li-2026"],
  },
  {
    id: "S42",
    section: size,
    says: "At home 0.2 to 0.5 mm, to lower the chance of injury.",
    kind: "instruction",
    verdict: "nuance",
    whatStippleDoes:
      "Keeps the range, begins at 0.25 mm, and says how little is known of short needles.",
    sources: ["english-2022", "home-device-2020", "minoxidil-women-2022"],
  },
  {
    id: "S43",
    section: size,
    says: "The clinic treats weekly for the first two months; others may differ.",
    kind: "instruction",
    verdict: "nuance",
    whatStippleDoes: "Eight weekly sessions, then a step down; judged at week 24, not at week 8.",
    sources: ["kumar-2018", "dhurat-2013", "dhurat-2015"],
  },
  {
    id: "S44",
    section: aftercare,
    says: "The treatment does not enter the body.",
    kind: "explanation",
    verdict: "disagrees",
    whatStippleDoes: "Calls it minimally invasive: needles reach living skin.",
    sources: ["cfr-878-4430", "fda-guidance-2020"],
    supersededClaim: true,
  },
  {
    id: "S45",
    section: aftercare,
    says: "It has no unwanted effects.",
    kind: "explanation",
    verdict: "disagrees",
    whatStippleDoes: "Keeps a symptom diary with red flags: effects are usually mild, not nil.",
    sources: ["ahmed-2025", "chu-2021-adverse-events", "english-2022", "mmwr-2024-hiv"],
    supersededClaim: true,
  },
  {
    id: "S46",
    section: aftercare,
    says: "There is no time off.",
    kind: "explanation",
    verdict: "nuance",
    whatStippleDoes: "Little time off: redness for a day or three, and a clock of what to avoid.",
    sources: ["granstein-course"],
    supersededClaim: true,
  },
  {
    id: "S47",
    section: aftercare,
    says: "Daily life goes on at once.",
    kind: "instruction",
    verdict: "nuance",
    whatStippleDoes: "Desk and home yes; sport, sun, pool and helmet after a day.",
    sources: ["granstein-course"],
  },
];
