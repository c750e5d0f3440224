import { useQuery } from "@tanstack/react-query";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { settingsQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { CloseUpSites } from "./CloseUpSites.tsx";
import { ProgressPanel } from "./closeup/ProgressPanel.tsx";
import classes from "./Measure.module.css";
import { OwnView } from "./own-view/OwnView.tsx";
import { photosQuery } from "./queries.ts";
import { SameEveryTime } from "./SameEveryTime.tsx";
import { StoreClosed } from "./StoreClosed.tsx";
import { measureTexts as texts } from "./texts.ts";
import { UploadList } from "./UploadList.tsx";
import { ViewCard } from "./ViewCard.tsx";
import { globalViews, photosOf } from "./views.ts";

/** Photos by view: what there is, what to do next, and the way to each of them. */
export function MeasurePage() {
  const { data, error, refetch } = useQuery(photosQuery);
  const { data: settings } = useQuery(settingsQuery);
  const style = { locale: settings?.locale, timeZone: settings?.timeZone };

  if (error && !data) {
    return (
      <Page title={texts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <Waiting />;

  return (
    <Page title={texts.title} lead={leadOf(data.photos, style)} aside={<SameEveryTime />}>
      <StoreClosed store={data.store} />
      <UploadList />
      <section className={classes.views} aria-labelledby="views">
        <h2 id="views">{texts.viewsTitle}</h2>
        {data.photos.length === 0 && <p className={classes.soft}>{texts.emptySays}</p>}
        <ul className={classes.cards}>
          {globalViews.map((view) => (
            <ViewCard
              key={view}
              view={view}
              photos={photosOf(data.photos, view)}
              dateStyle={style}
            />
          ))}
        </ul>
      </section>
      <ProgressPanel />
      <OwnView style={style} />
      <CloseUpSites photos={data.photos} dateStyle={style} />
    </Page>
  );
}

function leadOf(photos: readonly PhotoRow[], style: DateStyle): string {
  const [newest] = photos;
  if (!newest) return texts.lead.empty;
  const missing = globalViews.filter((view) => photosOf(photos, view).length === 0);
  return texts.lead.some(
    photos.length,
    formatLongDay(newest.details.takenOn, style),
    missing.map((view) => texts.views[view]),
  );
}
