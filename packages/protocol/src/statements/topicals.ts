import type { Statement } from "./statement.ts";

const section = "Dermaroller as a supportive treatment";

export const topicals: readonly Statement[] = [
  {
    id: "S22",
    section,
    says: "Much more of a product on the scalp is taken up.",
    kind: "explanation",
    verdict: "agrees",
    whatStippleDoes: "Shows it as a gain and as a danger: blood pressure fell in a trial.",
    sources: ["basilio-2025", "minoxidil-absorption"],
  },
  {
    id: "S23",
    section,
    says: "Put products on just before or just after rolling.",
    kind: "instruction",
    verdict: "disagrees",
    whatStippleDoes: "Nothing on the scalp before rolling: needles push it into the skin.",
    sources: ["soltani-2014", "granuloma-review"],
    supersededClaim: true,
  },
  {
    id: "S24",
    section,
    says: "Minoxidil and finasteride on the scalp gain most.",
    kind: "explanation",
    verdict: "nuance",
    whatStippleDoes:
      "Agrees for minoxidil; says that finasteride solution is unapproved and untested here.",
    sources: ["gupta-2023-network", "fda-finasteride-topical"],
  },
  {
    id: "S25",
    section,
    says: "The channels are temporary.",
    kind: "explanation",
    verdict: "agrees",
    whatStippleDoes: "The simulation lets them close.",
    sources: ["gupta-2011-resealing", "kalluri-2011"],
  },
  {
    id: "S26",
    section,
    says: "They close within 30 to 60 minutes.",
    kind: "explanation",
    verdict: "disagrees",
    whatStippleDoes: "Kept as the article's window, beside measured times of hours to days.",
    sources: [
      "gupta-2011-resealing",
      "kalluri-2011",
      "donnelly-closure",
      "ogunjimi-closure",
      "diclofenac-closure",
    ],
    supersededClaim: true,
  },
  {
    id: "S27",
    section,
    says: "So the product goes on at once.",
    kind: "instruction",
    verdict: "disagrees",
    whatStippleDoes:
      "Waits 24 hours unless you choose the article's window after reading both sides.",
    sources: ["dhurat-2013", "nct-02154503", "burns-2021", "label-minoxidil"],
  },
  {
    id: "S28",
    section: "What size Dermaroller for hair loss?",
    says: "Beside products such as minoxidil, 0.2 to 0.3 mm, so that the drug does not go too deep.",
    kind: "instruction",
    verdict: "nuance",
    whatStippleDoes: "Keeps the cap, and says that it does not make same-day use harmless.",
    sources: ["basilio-2025"],
  },
];
