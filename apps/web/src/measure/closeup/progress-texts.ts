/** Words of the progress: what changed since, and what cannot be told yet. */
export const progressTexts = {
  title: "Progress",
  empty:
    "Here you will see how many hairs there are at each spot, from visit to visit. Add a close-up below and count its hairs.",
  byHand: "put right by hand",
  oneVisit: (site: string, density: string, day: string) =>
    `One count at ${site}: ${density} hairs/cm² on ${day}. A second one of the same spot shows whether anything changes.`,
  noPlan: (site: string) =>
    `There is no plan to count weeks from, so nothing is judged at ${site}. The numbers are below.`,
  tooEarly: (site: string, week: number, day: string) =>
    `Too early to judge ${site}: the next review is in week ${week}, on ${day}. Until then numbers go up and down by themselves.`,
  noReview: (site: string) => `No count at ${site} lies near a review of your plan.`,
  compared: {
    better: (n: Compared) =>
      `More hairs at ${n.site} since ${n.since}: ${n.from} to ${n.to} hairs/cm²; the smallest change this could show is ±${n.least}.`,
    worse: (n: Compared) =>
      `Fewer hairs at ${n.site} since ${n.since}: ${n.from} to ${n.to} hairs/cm²; the smallest change this could show is ±${n.least}.`,
    "no-detectable-change": (n: Compared) =>
      `No detectable change at ${n.site} since ${n.since}: ${n.from} to ${n.to} hairs/cm²; the smallest change this could show is ±${n.least}.`,
    "not-comparable": (n: Pick<Compared, "site" | "since">) =>
      `The counts at ${n.site} cannot be compared with that of ${n.since}.`,
  },
  hairByHair: (site: string) => `Compare ${site} hair by hair`,
  week: (week: number) => `Judged at the review of week ${week}.`,
  mixed:
    "One of the counts was put right by hand and the other was not. Put both right, or neither.",
  oneSpot:
    "Even without treatment, one spot changes by up to about 40 hairs/cm² in 19 of 20 people. A change at one spot alone says little.",
  figure: {
    description: (site: string, count: number) =>
      `Hair density and thickness at ${site} at ${count} visits, with the range that measuring alone may give`,
    week: "Week of the treatment",
    density: "Hairs per cm²",
    thickness: "Median thickness, µm",
    measured: "Marks: what was measured, with its 90 % range",
    noise: "Noise",
    band: "Band: what measuring alone may give around the first count",
    sessions: "Sessions",
    drugs: {
      "minoxidil-topical": "Minoxidil",
      "minoxidil-oral": "Minoxidil, oral",
      "finasteride-oral": "Finasteride, oral",
      "finasteride-topical": "Finasteride",
      "dutasteride-oral": "Dutasteride, oral",
      "dutasteride-topical": "Dutasteride",
      prp: "PRP",
      "ketoconazole-shampoo": "Ketoconazole",
      "cosmetic-serum": "Serum",
    },
    drugsSince: "A dashed medicine runs along the whole axis: its first day is not given below.",
  },
  medicines: {
    title: "Your medicines",
    says: "Give the day you began each. It is drawn in the figures above and decides nothing.",
    since: (drug: string) => `${drug}, since`,
    future: "This day has not come yet.",
    save: "Save the days",
    saved: "Saved.",
    drop: "Leave them as they were",
  },
  trials: {
    none: {
      "short-needles":
        "No curve exists for home needles below 0.5 mm: no trial has counted their effect.",
      "no-match": "No trial treated people in the same way, so none is drawn.",
    },
    single: (name: string) => `${name}, one trial`,
    note: "Grey: what trials found on average, added to your first count. Their needles were 0.5 mm and longer, used in clinics.",
  },
  table: {
    on: "Day",
    density: "Hairs/cm²",
    range: "90 % between",
    thickness: "Thickness, µm",
    photos: "Photos",
    to: (low: string, high: string) => `${low} and ${high}`,
    none: "–",
  },
} as const;

interface Compared {
  readonly site: string;
  readonly since: string;
  readonly from: string;
  readonly to: string;
  readonly least: string;
}
