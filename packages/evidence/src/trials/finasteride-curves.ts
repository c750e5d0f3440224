import type { ReferenceCurve } from "./trial.ts";

/** Finasteride and untreated men over years, as counts in a one-inch circle or as a share of the baseline. */
export const finasterideCurves: readonly ReferenceCurve[] = [
  {
    id: "finasteride-1-minus-placebo",
    label: "Finasteride 1 mg minus placebo",
    measures: "difference of hair counts at the vertex; baseline 876 in the circle",
    unit: "hairs/1-inch-circle",
    points: [
      {
        week: 52,
        mean: 107,
        unit: "hairs/1-inch-circle",
        confidence: "looked-up",
        sources: ["kaufman-1998"],
      },
      {
        week: 104,
        mean: 138,
        unit: "hairs/1-inch-circle",
        confidence: "looked-up",
        sources: ["kaufman-1998"],
      },
      {
        week: 260,
        mean: 277,
        n: 234,
        unit: "hairs/1-inch-circle",
        confidence: "looked-up",
        sources: ["kaufman-5y"],
        note: "219 on finasteride against only 15 on placebo",
      },
    ],
  },
  {
    id: "finasteride-1-men",
    label: "Finasteride 1 mg, men",
    measures: "change of hair count at the vertex",
    unit: "hairs/1-inch-circle",
    points: [
      {
        week: 52,
        mean: 86,
        unit: "hairs/1-inch-circle",
        confidence: "from-memory",
        sources: ["kaufman-1998"],
      },
      {
        week: 104,
        mean: 88,
        unit: "hairs/1-inch-circle",
        confidence: "uncertain",
        sources: ["kaufman-1998"],
      },
      {
        week: 260,
        mean: 38,
        unit: "hairs/1-inch-circle",
        confidence: "from-memory",
        sources: ["kaufman-5y"],
      },
    ],
  },
  {
    id: "placebo-men",
    label: "Men on placebo tablets",
    measures: "change of hair count at the vertex",
    unit: "hairs/1-inch-circle",
    points: [
      {
        week: 52,
        mean: -21,
        unit: "hairs/1-inch-circle",
        confidence: "from-memory",
        sources: ["kaufman-1998"],
      },
      {
        week: 104,
        mean: -50,
        unit: "hairs/1-inch-circle",
        confidence: "uncertain",
        sources: ["kaufman-1998"],
      },
      {
        week: 260,
        mean: -239,
        n: 15,
        unit: "hairs/1-inch-circle",
        confidence: "from-memory",
        sources: ["kaufman-5y"],
      },
    ],
  },
  {
    id: "placebo-men-percent",
    label: "Men on placebo tablets, share of baseline",
    measures: "change of hair count as a share of the baseline",
    unit: "%",
    points: [
      {
        week: 192,
        mean: -13,
        unit: "%",
        confidence: "looked-up",
        sources: ["price-2006"],
        place: "abstract",
        note: "hair weight −24.5 %",
      },
    ],
  },
  {
    id: "finasteride-1-men-percent",
    label: "Finasteride 1 mg, share of baseline",
    measures: "change of hair count as a share of the baseline",
    unit: "%",
    points: [
      {
        week: 192,
        mean: 7.2,
        unit: "%",
        confidence: "looked-up",
        sources: ["price-2006"],
        place: "abstract",
        note: "hair weight +21.6 %",
      },
    ],
  },
];
