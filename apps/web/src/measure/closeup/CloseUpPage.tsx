import type { MeasurementRecord } from "@stipple/api";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ActionLink } from "../../ui/ActionLink.tsx";
import type { PhotoRow } from "../../ui/contract.ts";
import { formatLongDay } from "../../ui/dates.ts";
import { Page } from "../../ui/Page.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { settingsQuery } from "../../ui/queries.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { CountResult } from "./CountResult.tsx";
import { closeUpOf } from "./kept-measurement.ts";
import { closeUpsQuery, measurementQuery, photoQuery } from "./measurement-queries.ts";
import { NewCount } from "./NewCount.tsx";
import { closeUpTexts as texts } from "./texts.ts";

/** One close-up: counted, or about to be. */
export function CloseUpPage() {
  const { photoId } = useParams({ from: "/measure/closeup/$photoId" });
  const photo = useQuery(photoQuery(photoId));
  const counts = useQuery(closeUpsQuery);
  const problem = photo.error ?? counts.error;

  if (problem && (!photo.data || !counts.data)) {
    const retry = () => void Promise.all([photo.refetch(), counts.refetch()]);
    return (
      <Page title={texts.title("")}>
        <ProblemNotice problem={problem} onRetry={retry} />
      </Page>
    );
  }
  if (!photo.data || !counts.data) return <Waiting />;
  const newest = counts.data.findLast(({ measurement }) => measurement.photoId === photoId);
  return <CloseUp key={photoId} photo={photo.data} newestId={newest?.measurement.id} />;
}

interface CloseUpProps {
  readonly photo: PhotoRow;
  /** The newest count of this photo. */
  readonly newestId: string | undefined;
}

function CloseUp({ photo, newestId }: CloseUpProps) {
  const { id, details, state } = photo;
  const { data: settings } = useQuery(settingsQuery);
  const [isAnew, setAnew] = useState(false);
  const title = texts.title(details.siteId ?? details.view);
  const takenOn = texts.takenOn(formatLongDay(details.takenOn, { locale: settings?.locale }));

  if (details.view !== "close-up") {
    return (
      <Page title={title} lead={texts.noCloseUp.says}>
        <Back photo={photo} />
      </Page>
    );
  }
  if (newestId !== undefined && !isAnew) {
    return (
      <Kept
        key={newestId}
        id={newestId}
        photo={photo}
        title={title}
        takenOn={takenOn}
        onCountAgain={() => setAnew(true)}
      />
    );
  }
  return (
    <Page title={title} lead={takenOn}>
      {state === "ready" ? (
        <NewCount photoId={id} onKept={() => setAnew(false)} />
      ) : (
        <p role="alert">{texts.photoGone}</p>
      )}
      <Back photo={photo} />
    </Page>
  );
}

interface KeptProps {
  readonly id: string;
  readonly photo: PhotoRow;
  readonly title: string;
  readonly takenOn: string;
  readonly onCountAgain: () => void;
}

function Kept({ id, photo, ...shown }: KeptProps) {
  const { data, error, refetch } = useQuery(measurementQuery(id));
  // What the page was opened with; its own corrections are kept by the page from then on.
  const [opened, setOpened] = useState<MeasurementRecord>();
  if (data && !opened) setOpened(data);
  const frame = useMemo(
    () => ({ width: photo.widthPx, height: photo.heightPx }),
    [photo.widthPx, photo.heightPx],
  );

  const kept = useMemo(() => opened && closeUpOf(opened.measurement), [opened]);

  if (error && !opened) {
    return (
      <Page title={shown.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!opened) return <Waiting />;
  if (!kept) return <Waiting />;
  const back = <Back photo={photo} />;
  return <CountResult {...shown} back={back} kept={kept} edits={opened.edits} frame={frame} />;
}

/** To the place this is a close-up of, where its photos are compared. */
function Back({ photo: { id, details } }: { readonly photo: PhotoRow }) {
  return (
    <div>
      {details.siteId === undefined ? (
        <ActionLink to="/measure" weight="quiet">
          {texts.back}
        </ActionLink>
      ) : (
        <ActionLink to="/measure/site/$photoId" params={{ photoId: id }} weight="quiet">
          {texts.backTo(details.siteId)}
        </ActionLink>
      )}
    </div>
  );
}
