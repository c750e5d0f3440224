import { chartablePoints, curves } from "@stipple/evidence";
import { type Answers, type Plan, type Therapy, therapies } from "@stipple/protocol";
import { progressTexts } from "./progress-texts.ts";

/** What a pooled course found in people treated in the same way, as a change in hairs/cm². */
interface CourseBeside {
  readonly name: string;
  readonly week: number;
  readonly changePerCm2: number;
  readonly rangePerCm2?: readonly [number, number] | undefined;
}

type CoursesBeside =
  | { readonly kind: "courses"; readonly points: readonly CourseBeside[] }
  | { readonly kind: "none"; readonly says: string };

/** Pooled trials begin with needles of this length. */
const shortestStudiedUm = 500;

const texts = progressTexts.trials;

/** Pooled courses with the same medicine and needles of a studied length, in the unit of the person's own numbers. */
export function coursesBeside(plan: Plan, taken: readonly Therapy[]): CoursesBeside {
  if (plan.needle.recommendedUm.value < shortestStudiedUm) {
    return { kind: "none", says: texts.short };
  }
  const others = taken.filter((one) => one !== "minoxidil-topical" && !isHarmless(one));
  if (others.length > 0) return { kind: "none", says: texts.none };
  const hasMinoxidil = taken.includes("minoxidil-topical");
  const id = hasMinoxidil ? "needling-with-minoxidil-5" : "needling-alone";
  const name = hasMinoxidil ? texts.withMinoxidil : texts.alone;
  const course = curves.find((one) => one.id === id);
  const points = (course ? chartablePoints(course) : []).flatMap(({ week, mean, range, unit }) =>
    week === undefined || unit !== "hairs/cm2"
      ? []
      : [{ name, week, changePerCm2: mean, rangePerCm2: range }],
  );
  return points.length > 0 ? { kind: "courses", points } : { kind: "none", says: texts.none };
}

/** Not given for growth in any of the trials. */
function isHarmless(therapy: Therapy): boolean {
  return therapy === "ketoconazole-shampoo" || therapy === "cosmetic-serum";
}

/** The treatments among the answers, without "none" and "unknown". */
export function knownTherapies(answered: Answers["therapies"] | undefined): readonly Therapy[] {
  return therapies.filter((one) => answered?.includes(one));
}
