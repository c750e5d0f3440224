import { combination } from "./combination.ts";
import { because } from "./decided.ts";
import type { Plan, TopicalStep } from "./plan.ts";
import type { Reason } from "./rule.ts";

/** Longest needle after which the article's immediate window may open, and how long it stays open at most. */
export const windowMaxUm = 300;
export const windowMin = 60;

/** The least a drug waits where the plan names no longer wait. */
const leastWaitH = 24;

const drugs: readonly TopicalStep["product"][] = [
  "minoxidil",
  "finasteride-topical",
  "dutasteride-topical",
];

/** The drug that goes on in the article's window, when the plan opened it. */
export function windowProduct({ topicalTiming, topicals }: Plan): string | undefined {
  if (topicalTiming.value !== "article-window") return undefined;
  return topicals.find(({ product, waitAfterH }) => drugs.includes(product) && waitAfterH === 0)
    ?.product;
}

/** Hours that every drug of the plan waits after a session when it does not go on in the window. */
export function drugWaitH({ topicals }: Plan): number {
  const waits = topicals
    .filter(({ product }) => drugs.includes(product))
    .map(({ waitAfterH }) => waitAfterH);
  return Math.max(leastWaitH, ...waits);
}

/** Why the drug waits, also where the plan opened a window that this session closed. */
export function waitReasons({ topicalTiming: { value, decidedBy } }: Plan): readonly Reason[] {
  return value === "article-window"
    ? because(combination.windowAndHealth, combination.waitADay)
    : decidedBy;
}
