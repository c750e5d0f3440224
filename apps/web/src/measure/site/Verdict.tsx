import type { IsoDate } from "@stipple/protocol";
import type { CloseUpComparison } from "@stipple/trichometry";
import { useQuery } from "@tanstack/react-query";
import { type DateStyle, formatDay, formatLongDay } from "../../ui/dates.ts";
import { currentPlanQuery } from "../../ui/queries.ts";
import closeUp from "../closeup/CloseUp.module.css";
import { nextReview, reviewNear } from "../closeup/progress.ts";
import { progressTexts } from "../closeup/progress-texts.ts";
import type { PairSide } from "./comparable.ts";
import classes from "./Site.module.css";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.compare;

interface VerdictProps {
  readonly siteId: string;
  readonly first: PairSide;
  readonly second: PairSide;
  readonly style: DateStyle;
  readonly comparison: CloseUpComparison;
}

/** The answer in one sentence, why, and whether it may be taken for a verdict on the treatment. */
export function Verdict({ siteId, first, second, comparison, style }: VerdictProps) {
  const total = comparison.quantities["density-total"];
  const { hairs } = comparison;
  if (!total) return null;
  const from = first.compared.visit.closeUp.density?.total ?? 0;
  const counted = second.compared.visit.closeUp.density?.total ?? 0;
  const to = total.change === undefined ? counted : from + total.change;
  return (
    <div className={classes.said} role="status">
      <p>
        <strong>
          {progressTexts.compared[total.answer]({
            site: siteId,
            since: formatDay(first.takenOn, style, { day: "numeric", month: "long" }),
            from: from.toFixed(0),
            to: to.toFixed(0),
            least: (total.detectableChange ?? 0).toFixed(0),
          })}
        </strong>
      </p>
      {"netFraction" in hairs && (
        <p>
          {texts.net({
            before: hairs.before.toFixed(0),
            after: hairs.after.toFixed(0),
            change: percent(hairs.netFraction),
            low: percent(hairs.interval90[0]),
            high: percent(hairs.interval90[1]),
          })}{" "}
          {texts.apart(from.toFixed(0), counted.toFixed(0))}
        </p>
      )}
      {total.reasons.map(({ text }) => (
        <p key={text} className={closeUp.soft}>
          {text}
        </p>
      ))}
      <ReviewNote on={second.takenOn} style={style} />
    </div>
  );
}

function percent(fraction: number): string {
  const whole = Math.round(100 * fraction);
  if (whole === 0) return "0 %";
  return `${whole < 0 ? "−" : "+"}${Math.abs(whole)} %`;
}

function ReviewNote({ on, style }: { readonly on: IsoDate; readonly style: DateStyle }) {
  const { data } = useQuery(currentPlanQuery);
  const reviews = data?.plan.reviews;
  const at = reviewNear(on, reviews);
  const next = nextReview(on, reviews);
  let says: string = texts.noReview;
  if (at) says = texts.atReview(at.week);
  else if (next) says = texts.between(next.week, formatLongDay(next.on, style));
  return <p className={closeUp.soft}>{says}</p>;
}
