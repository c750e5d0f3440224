import type { AftercareClock, AvoidItem, Instant } from "@stipple/protocol";
import { IconDropletHalf2 } from "@tabler/icons-react";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { unbroken } from "../ui/unbroken.ts";
import { Why } from "../ui/Why.tsx";
import classes from "./AvoidNow.module.css";
import { todayTexts } from "./texts.ts";

interface AvoidNowProps {
  readonly aftercare: AftercareClock | undefined;
  readonly style: DateStyle;
}

/** What to keep clear of, each with the moment it ends; and when the topical may go on again. */
export function AvoidNow({ aftercare, style }: AvoidNowProps) {
  const avoidNow = aftercare?.avoidNow ?? [];
  const topical = aftercare?.topical;

  return (
    <>
      {topical && (
        <Panel title={todayTexts.topical.title}>
          <p className={classes.topical} data-due={topical.isDue || undefined}>
            <IconDropletHalf2 size={24} stroke={1.6} aria-hidden />
            <strong>
              {topical.isDue
                ? todayTexts.topical.due
                : todayTexts.topical.wait(formatMoment(topical.notBefore, style))}
            </strong>
          </p>
          <p>{topical.says}</p>
          <Why decidedBy={topical.decidedBy} />
        </Panel>
      )}
      <Panel title={todayTexts.avoid.title}>
        {avoidNow.length === 0 && (
          <p className={classes.none}>
            {aftercare ? todayTexts.avoid.none : todayTexts.avoid.before}
          </p>
        )}
        {byEnd(avoidNow).map(([until, ending]) => (
          <section key={until} className={classes.group}>
            <h3>{todayTexts.until(formatMoment(until, style))}</h3>
            <ul>
              {ending.map(({ id, says, decidedBy }) => (
                <li key={id}>
                  <span>{unbroken(says)}</span>
                  <Why decidedBy={decidedBy} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Panel>
    </>
  );
}

/** Items under the moment at which they end, soonest first as they come. */
function byEnd(items: readonly AvoidItem[]): readonly (readonly [Instant, readonly AvoidItem[]])[] {
  return [...Map.groupBy(items, ({ until }) => until)];
}
