import { Button } from "@mantine/core";
import { ownView } from "@stipple/figures";
import { isoDate, type SelfRating } from "@stipple/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { Chart } from "../../ui/Chart.tsx";
import { api } from "../../ui/client.ts";
import { type DateStyle, formatLongDay, todayHere } from "../../ui/dates.ts";
import { useFigureColours } from "../../ui/figure-colours.ts";
import { newId } from "../../ui/new-id.ts";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { DataTable, TwoViews } from "../../ui/TwoViews.tsx";
import classes from "./OwnView.module.css";
import { onWeeks, type StageOn, stageChanges } from "./own-view.ts";
import { assessedStagesQuery, selfRatingsQuery } from "./queries.ts";
import { ownViewTexts as texts } from "./texts.ts";

const ratingSteps = [3, 2, 1, 0, -1, -2, -3] as const;

/** How the person sees the own hair over time, beside the stage that was chosen; no measurement, and called none. */
export function OwnView({ style }: { readonly style: DateStyle }) {
  const { data: rated, error } = useQuery(selfRatingsQuery);
  const { data: assessed } = useQuery(assessedStagesQuery);
  const stages = useMemo(
    () => stageChanges(assessed?.assessments ?? [], style.timeZone),
    [assessed, style.timeZone],
  );
  if (error && !rated) return <ProblemNotice problem={error} />;
  if (!rated) return null;

  const { ratings } = rated;
  const newest = ratings.at(-1);
  return (
    <TwoViews
      title={texts.title}
      lead={
        <>
          <p>
            {newest ? texts.newest(formatLongDay(newest.on, style), newest.rating) : texts.empty}
          </p>
          <RateToday ratings={ratings} style={style} />
          <p className={classes.soft}>{texts.noMeasurement}</p>
        </>
      }
      picture={<OwnViewPicture ratings={ratings} stages={stages} />}
      table={<OwnViewTable ratings={ratings} stages={stages} style={style} />}
    />
  );
}

interface OwnViewProps {
  readonly ratings: readonly SelfRating[];
  readonly stages: readonly StageOn[];
  readonly style: DateStyle;
}

/** Seven steps for today. What was said before today stays; what was said today is replaced, and can be taken back. */
function RateToday({ ratings, style }: Pick<OwnViewProps, "ratings" | "style">) {
  const today = isoDate(todayHere(style.timeZone));
  const kept = ratings.findLast(({ on }) => on === today);
  const [chosen, setChosen] = useState<number>();
  const [before, setBefore] = useState<{ readonly saved: SelfRating; readonly was?: SelfRating }>();
  const name = useId();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: selfRatingsQuery.queryKey });
  const put = (rating: SelfRating) =>
    api["self-ratings"][":id"].$put({ param: { id: rating.id }, json: rating });
  const save = useMutation({
    mutationFn: async (rating: number) => {
      const saved = { id: kept?.id ?? newId(), on: today, rating };
      await put(saved);
      setBefore({ saved, ...(kept && { was: kept }) });
    },
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: async ({ saved, was }: NonNullable<typeof before>) => {
      if (was) await put(was);
      else await api["self-ratings"][":id"].$delete({ param: { id: saved.id } });
      setBefore(undefined);
      setChosen(undefined);
    },
    onSuccess: refresh,
  });
  const value = chosen ?? kept?.rating;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) save.mutate(value);
      }}
    >
      <fieldset className={classes.steps}>
        <legend>{texts.question}</legend>
        {ratingSteps.map((rating) => (
          <label key={rating} className={classes.step}>
            <input
              type="radio"
              name={name}
              checked={value === rating}
              onChange={() => setChosen(rating)}
            />
            {texts.steps[rating]}
          </label>
        ))}
      </fieldset>
      {(save.error ?? undo.error) && <ProblemNotice problem={save.error ?? undo.error} />}
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="outline"
          disabled={value === undefined || value === kept?.rating}
          loading={save.isPending}
        >
          {texts.save}
        </Button>
        {before && (
          <Button variant="subtle" loading={undo.isPending} onClick={() => undo.mutate(before)}>
            {texts.undo}
          </Button>
        )}
        <span role="status">{before && value === kept?.rating && texts.saved}</span>
      </div>
    </form>
  );
}

function OwnViewPicture({ ratings, stages }: Omit<OwnViewProps, "style">) {
  const colours = useFigureColours();
  const label = texts.figure.description(ratings.length, stages.length);
  const option = useMemo(
    () =>
      ownView({
        ...onWeeks(ratings, stages),
        colours,
        words: { x: texts.figure.x, y: texts.figure.y, description: label },
      }),
    [ratings, stages, colours, label],
  );
  if (ratings.length + stages.length === 0) return null;
  return <Chart label={label} option={option} heightPx={260} />;
}

/** Newest first. */
function OwnViewTable({ ratings, stages, style }: OwnViewProps) {
  const rows = [
    ...ratings.map(({ id, on, rating }) => ({ id, on, says: texts.steps[rating] ?? "" })),
    ...stages.map(({ id, on, name }) => ({ id, on, says: texts.chose(name) })),
  ].toSorted((a, b) => b.on.localeCompare(a.on));
  return (
    <DataTable
      caption={texts.title}
      heads={[texts.head.on, texts.head.says]}
      rows={rows.map(({ id, on, says }) => ({ key: id, cells: [formatLongDay(on, style), says] }))}
    />
  );
}
