import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { settingsQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { AddPhoto } from "./AddPhoto.tsx";
import { ComparePhotos } from "./compare/ComparePhotos.tsx";
import { PhotoList } from "./PhotoList.tsx";
import { photosQuery } from "./queries.ts";
import { SameEveryTime } from "./SameEveryTime.tsx";
import { StoreClosed } from "./StoreClosed.tsx";
import { measureTexts as texts } from "./texts.ts";
import { UploadList } from "./UploadList.tsx";
import { type GlobalView, isGlobalView, photosOf } from "./views.ts";

/** One view of the head: take it again, compare two dates, and every photo of it. */
export function ViewPage() {
  const { view } = useParams({ from: "/measure/view/$view" });
  if (isGlobalView(view)) return <KnownView key={view} view={view} />;
  return (
    <Page title={texts.view.unknownTitle} lead={texts.view.unknownSays}>
      <BackToAll />
    </Page>
  );
}

function KnownView({ view }: { readonly view: GlobalView }) {
  const { data, error, refetch } = useQuery(photosQuery);
  const { data: settings } = useQuery(settingsQuery);
  const style = { locale: settings?.locale, timeZone: settings?.timeZone };
  const [isTaking, setTaking] = useState(false);
  const [hadPhotos, setHadPhotos] = useState(false);
  const title = texts.views[view];

  if (error && !data) {
    return (
      <Page title={title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <Waiting />;
  const photos = photosOf(data.photos, view);
  // A photo that was moved away can be taken back where it was.
  if (photos.length > 0 && !hadPhotos) setHadPhotos(true);

  return (
    <Page
      title={title}
      lead={texts.how[view]}
      aside={
        <>
          {hadPhotos && (
            <Panel title={texts.view.photos}>
              {photos.length === 0 && <p>{texts.noPhoto}</p>}
              <PhotoList photos={photos} what={title} dateStyle={style} />
            </Panel>
          )}
          <SameEveryTime />
        </>
      }
    >
      <BackToAll />
      <StoreClosed store={data.store} />
      <UploadList />
      <Panel title={texts.add.title}>
        {photos.length === 0 && <p>{texts.view.none}</p>}
        <AddPhoto subject={{ view }} ghost={photos[0]} dateStyle={style} onTaking={setTaking} />
      </Panel>
      {photos.length > 0 && !isTaking && <ComparePhotos photos={photos} dateStyle={style} />}
    </Page>
  );
}

function BackToAll() {
  return (
    <div>
      <ActionLink to="/measure" weight="quiet">
        {texts.view.back}
      </ActionLink>
    </div>
  );
}
