import type { TopicalStep } from "@stipple/protocol";
import { Panel } from "../ui/Panel.tsx";
import { Why } from "../ui/Why.tsx";
import classes from "./TopicalSchedule.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.topicals;

/** What may go on the scalp around a session, each as a strip of time with the session in it. */
export function TopicalSchedule({ topicals }: { readonly topicals: readonly TopicalStep[] }) {
  return (
    <Panel title={texts.title}>
      {topicals.length === 0 && <p>{texts.none}</p>}
      <ul className={classes.list}>
        {topicals.map((step) => (
          <li key={step.product} className={classes.item}>
            <h3>{planTexts.products[step.product]}</h3>
            {(step.pauseBeforeH > 0 || step.waitAfterH > 0) && <Strip step={step} />}
            <p className={classes.says}>{step.says}</p>
            <Why decidedBy={step.decidedBy} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const view = { width: 340, left: 2, right: 338, lineY: 18 } as const;

/** In use (solid), paused (dashed outline), the session (a line): two days before to three after. */
function Strip({ step: { product, pauseBeforeH, waitAfterH } }: { readonly step: TopicalStep }) {
  const spanH = Math.max(48, pauseBeforeH * 1.4, waitAfterH * 1.4);
  const xOf = (hours: number) =>
    view.left + ((hours + spanH) / (2 * spanH)) * (view.right - view.left);
  const [start, session, end] = [xOf(-pauseBeforeH), xOf(0), xOf(waitAfterH)];
  const label = [
    planTexts.products[product],
    texts.before(planTexts.span(pauseBeforeH)),
    texts.after(planTexts.span(waitAfterH)),
  ].join(", ");

  return (
    <svg viewBox={`0 0 ${view.width} 50`} className={classes.strip} role="img" aria-label={label}>
      <rect
        className={classes.use}
        x={view.left}
        y={view.lineY - 5}
        width={start - view.left}
        height={10}
        rx={5}
      />
      <rect
        className={classes.pause}
        x={start + 3}
        y={view.lineY - 5}
        width={Math.max(0, end - start - 6)}
        height={10}
        rx={5}
      />
      <rect
        className={classes.use}
        x={end}
        y={view.lineY - 5}
        width={view.right - end}
        height={10}
        rx={5}
      />
      <path className={classes.session} d={`M${session} ${view.lineY - 14}v28`} />
      <circle className={classes.dot} cx={session} cy={view.lineY} r={5} />
      <text className={classes.tick} x={session} y={46} textAnchor="middle">
        {texts.session}
      </text>
      {pauseBeforeH > 0 && (
        <text className={classes.tick} x={start} y={46} textAnchor="end">
          −{planTexts.span(pauseBeforeH)}
        </text>
      )}
      {waitAfterH > 0 && (
        <text className={classes.tick} x={end} y={46} textAnchor="start">
          +{planTexts.span(waitAfterH)}
        </text>
      )}
    </svg>
  );
}
