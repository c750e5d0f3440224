import { signRule } from "./aftercare-signs.ts";
import type { Rule } from "./rule.ts";

const reviewedOn = "2026-11-22";
const aftercareOf = (...statements: readonly string[]) => ({
  section: "Post-treatment aftercare",
  statements,
});

/** Hours from the end of the session. */
interface AvoidTime {
  readonly untilH: number;
}

/** What to leave alone after a session, and until when. */
export const avoidRule = {
  handsOff: {
    id: "aftercare/hands-off",
    decides: "The first two hours",
    policy: {
      value: { untilH: 2 },
      says: "Hands off; no product, no hat, no helmet, no cover.",
      sources: ["gupta-2011-resealing", "kalluri-2011"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "The holes are widest open now, and covered skin closes much more slowly.",
    reviewedOn,
  },
  products: {
    id: "aftercare/products",
    decides: "Products on the first day",
    policy: {
      value: { untilH: 24 },
      says: "No alcohol, perfume, hair spray or other product on the scalp for 24 hours.",
      sources: ["gupta-2011-resealing", "granuloma-review"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "What is made for closed skin stings and can cause allergy in open channels.",
    reviewedOn,
  },
  washing: {
    id: "aftercare/washing",
    decides: "Washing",
    policy: {
      value: { untilH: 24 },
      says: "No washing for 24 hours, then lukewarm water and a mild shampoo.",
      sources: ["gupta-2011-resealing", "donnelly-closure"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Shampoo and hot water irritate skin that is not closed yet.",
    reviewedOn,
  },
  sweat: {
    id: "aftercare/sweat",
    decides: "Sport, sauna and pool",
    article: {
      says: "Daily activities can be taken up at once.",
      place: aftercareOf("S46", "S47"),
    },
    policy: {
      value: { untilH: 24 },
      says: "Desk and household at once; no sport, sauna or pool for 24 hours.",
      sources: ["granstein-course", "gupta-2011-resealing"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason: "Sweat, heat and pool water carry salt and germs into holes that are still open.",
    reviewedOn,
  },
  sun: {
    id: "aftercare/sun",
    decides: "Sun",
    policy: {
      value: { untilH: 48 },
      says: "No direct sun for 24 hours; shade, a loose hat or sun protection until 48 hours.",
      sources: ["chu-2021-adverse-events", "granstein-course"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Sun on inflamed skin can leave a lasting change of colour.",
    reviewedOn,
  },
  heat: {
    id: "aftercare/heat",
    decides: "Heat styling",
    policy: {
      value: { untilH: 48 },
      says: "No hot dryer, straightener or curler near the scalp for 48 hours.",
      sources: ["granstein-course"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Heat prolongs redness.",
    reviewedOn,
  },
  painGel: {
    id: "aftercare/pain-gel",
    decides: "If it is sore",
    policy: {
      value: { untilH: 72 },
      says: "No anti-inflammatory gel on the scalp. If it is sore, paracetamol as its leaflet says.",
      sources: ["diclofenac-closure"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "Diclofenac on needled skin kept the channels open for longer.",
    reviewedOn,
  },
  chemicals: {
    id: "aftercare/chemicals",
    decides: "Dye, perm and keratin",
    policy: {
      value: { untilH: 168 },
      says: "No dye, bleach, perm or keratin treatment for 7 days.",
      sources: ["chu-2021-adverse-events", "granuloma-review"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "These are among the strongest causes of allergy, and irritated skin reacts sooner.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<AvoidTime>>;

/** What to expect, when to look, and what the skin is doing. */
export const courseRule = {
  course: {
    id: "aftercare/expected-course",
    decides: "What is common after rolling",
    article: {
      says: "The treatment has no unwanted effects and needs no time off.",
      place: aftercareOf("S45", "S46"),
    },
    policy: {
      value: undefined,
      says: "Redness for 24 to 48 hours, at most 72; itch and flakes on days 2 to 5. Usually mild, not nil.",
      sources: ["granstein-course", "chu-2021-adverse-events", "ahmed-2025"],
    },
    verdict: "disagrees",
    strength: "observation",
    reason:
      "Every session is a small injury. In trials people who were needled reported more reactions.",
    reviewedOn,
  },
  checkIns: {
    id: "aftercare/check-ins",
    decides: "When to look at the scalp again",
    policy: {
      value: { afterH: { "24h": 24, "72h": 72, "7d": 168 } },
      says: "A short check-in after 24 hours, 72 hours and 7 days.",
      sources: ["granstein-course", "chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Redness should be gone after 72 hours, and most infections and reactions show within a week.",
    reviewedOn,
  },
  phases: {
    id: "aftercare/healing-phases",
    decides: "What your skin is doing",
    article: {
      says: "Healing goes through inflammation, proliferation and remodelling.",
      place: {
        section: "Dermarolling as an agent for skin cell proliferation",
        statements: ["S16"],
      },
    },
    policy: {
      value: { untilDays: { inflammation: 3, proliferation: 21, remodelling: 365 } },
      says: "Inflammation to day 3, new cells to day 21, remodelling for up to 12 months.",
      sources: ["wound-healing-phases", "tnf-mice"],
    },
    verdict: "agrees",
    strength: "observation",
    reason: "This is the course of every skin wound; these holes are far smaller than most.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<unknown>>;

/** Rules of the time after a session: what to leave alone, what to expect, which signs need a doctor. */
export const aftercareRules: readonly Rule<unknown>[] = [
  ...Object.values(avoidRule),
  ...Object.values(courseRule),
  ...Object.values(signRule),
];
