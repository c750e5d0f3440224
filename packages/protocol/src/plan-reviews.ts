import { dateOfEpochDay, epochDay, type IsoDate } from "./calendar.ts";
import { because } from "./decided.ts";
import type { Review } from "./plan.ts";
import { reviews } from "./reviews.ts";

/** The reviews of a plan, each counted in whole weeks from the first session. */
export function reviewsFrom(firstOn: IsoDate, weeks: readonly Review["week"][]): readonly Review[] {
  const firstDay = epochDay(firstOn);
  return weeks.map((week) => ({
    week,
    on: dateOfEpochDay(firstDay + 7 * week),
    says: reviews[week].policy.says,
    decidedBy: because(reviews[week]),
  }));
}
