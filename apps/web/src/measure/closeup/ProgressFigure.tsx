import type { TrialBeside } from "@stipple/evidence";
import { measuredProgress, measuredProgressHeightPx, type ProgressTrial } from "@stipple/figures";
import { type Answers, daysBetween, type IsoDate, type Plan } from "@stipple/protocol";
import { type ReactNode, useMemo } from "react";
import { Chart } from "../../ui/Chart.tsx";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { useFigureColours } from "../../ui/figure-colours.ts";
import { DataTable, TwoViews } from "../../ui/TwoViews.tsx";
import { Sources } from "../../ui/WhyReasons.tsx";
import classes from "./CloseUp.module.css";
import type { Site, Verdict } from "./progress.ts";
import { progressTexts as texts } from "./progress-texts.ts";
import { knownTherapies, trialsBesidePlan } from "./trials-beside.ts";

/** What the person said about medicines. */
export type ProgressAnswers = Pick<Answers, "therapies" | "therapiesSince">;

interface ProgressFigureProps {
  readonly site: Site;
  readonly verdict: Verdict;
  readonly plan: Plan | undefined;
  readonly sessions: readonly IsoDate[];
  readonly answers: ProgressAnswers;
  readonly style: DateStyle;
  readonly lead: ReactNode;
}

/** The course of a spot with what was done, and what trials found beside it. */
export function ProgressFigure(props: ProgressFigureProps) {
  const { site, verdict, plan, sessions, answers, style, lead } = props;
  const taken = useMemo(() => knownTherapies(answers.therapies), [answers.therapies]);
  const colours = useFigureColours();
  const beside = useMemo(
    () => (plan ? trialsBesidePlan(plan, answers.therapies) : undefined),
    [plan, answers.therapies],
  );
  const option = useMemo(() => {
    const start = startOf(site, plan);
    const weekOf = (on: IsoDate) => daysBetween(start, on) / 7;
    return measuredProgress({
      density: site.visits.map(({ on, densityPerCm2, interval90 }) => ({
        week: weekOf(on),
        value: densityPerCm2,
        interval90,
      })),
      thickness: site.visits.flatMap(({ on, medianThicknessUm }) =>
        medianThicknessUm === undefined ? [] : [{ week: weekOf(on), value: medianThicknessUm }],
      ),
      noise: noiseOf(verdict),
      sessionWeeks: sessions.map(weekOf),
      medicines: taken.map((one) => {
        const since = answers.therapiesSince?.[one];
        return { name: texts.figure.drugs[one], sinceWeek: since && weekOf(since) };
      }),
      trials: beside?.kind === "trials" ? beside.points.map(trialOn(site)) : [],
      colours,
      words: {
        ...texts.figure,
        description: texts.figure.description(site.siteId, site.visits.length),
      },
    });
  }, [site, verdict, plan, sessions, taken, answers.therapiesSince, beside, colours]);

  return (
    <TwoViews
      title={`${texts.title}: ${site.siteId}`}
      lead={lead}
      picture={
        <>
          <Chart
            label={texts.figure.description(site.siteId, site.visits.length)}
            option={option}
            heightPx={measuredProgressHeightPx(1 + taken.length)}
          />
          {verdict.kind === "compared" && noiseOf(verdict) && (
            <p className={classes.soft}>
              {texts.figure.measured}. {texts.figure.band}.
            </p>
          )}
          {taken.some((one) => answers.therapiesSince?.[one] === undefined) && (
            <p className={classes.soft}>{texts.figure.drugsSince}</p>
          )}
          {beside && (
            <p className={classes.soft}>
              {beside.kind === "none" ? texts.trials.none[beside.because] : texts.trials.note}
            </p>
          )}
          {beside?.kind === "trials" && (
            <Sources ids={[...new Set(beside.points.flatMap(({ sources }) => sources))]} />
          )}
        </>
      }
      table={<VisitTable site={site} style={style} />}
    />
  );
}

/** Without a plan the weeks are counted from the first visit. */
function startOf({ visits }: Site, plan: Plan | undefined): IsoDate {
  const start = plan?.sessions[0]?.date ?? visits[0]?.on;
  if (start === undefined) throw new RangeError("a site without a visit");
  return start;
}

function noiseOf(verdict: Verdict): readonly [number, number] | undefined {
  if (verdict.kind !== "compared") return undefined;
  const { first, comparison } = verdict;
  const reach = comparison.detectableChange;
  return reach === undefined
    ? undefined
    : [Math.max(0, first.densityPerCm2 - reach), first.densityPerCm2 + reach];
}

/** A change that trials found, added to the first count. A single trial is named as one: it may be an outlier. */
function trialOn({ visits }: Site) {
  const from = visits[0]?.densityPerCm2 ?? 0;
  return ({ name, isPooled, week, changePerCm2, rangePerCm2 }: TrialBeside): ProgressTrial => ({
    name: isPooled ? name : texts.trials.single(name),
    week,
    value: from + changePerCm2,
    range: rangePerCm2 && [from + rangePerCm2[0], from + rangePerCm2[1]],
  });
}

function VisitTable({ site, style }: Pick<ProgressFigureProps, "site" | "style">) {
  const { table } = texts;
  return (
    <DataTable
      caption={`${texts.title}: ${site.siteId}`}
      heads={[table.on, table.density, table.range, table.thickness, table.photos]}
      rows={site.visits.map(({ on, densityPerCm2, interval90, medianThicknessUm, photos }) => ({
        key: on,
        cells: [
          formatLongDay(on, style),
          densityPerCm2.toFixed(0),
          table.to(interval90[0].toFixed(0), interval90[1].toFixed(0)),
          medianThicknessUm?.toFixed(0) ?? table.none,
          String(photos),
        ],
      }))}
    />
  );
}
