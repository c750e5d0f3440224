import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ActionLink } from "../../ui/ActionLink.tsx";
import type { PhotoRow } from "../../ui/contract.ts";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { settingsQuery } from "../../ui/queries.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { AddPhoto } from "../AddPhoto.tsx";
import { closeUpsQuery } from "../closeup/measurement-queries.ts";
import { PhotoList } from "../PhotoList.tsx";
import { photosQuery } from "../queries.ts";
import { StoreClosed } from "../StoreClosed.tsx";
import { measureTexts } from "../texts.ts";
import { UploadList } from "../UploadList.tsx";
import { GrowingShare } from "./GrowingShare.tsx";
import { HairByHair } from "./HairByHair.tsx";
import { siteTexts as texts } from "./site-texts.ts";
import { countedOf, siteOf } from "./sites.ts";
import { WhereItIs } from "./WhereItIs.tsx";

/** One place whose hairs are counted: what changed at it, and its next photo. The address names one of its photos. */
export function SitePage() {
  const { photoId } = useParams({ from: "/measure/site/$photoId" });
  const photos = useQuery(photosQuery);
  const counts = useQuery(closeUpsQuery);
  // The photo that named the place may be deleted while the page is open.
  const [lastId, setLastId] = useState<string>();
  const problem = photos.error ?? counts.error;

  if (problem && (!photos.data || !counts.data)) {
    const retry = () => void Promise.all([photos.refetch(), counts.refetch()]);
    return (
      <Page title={measureTexts.sites.title}>
        <ProblemNotice problem={problem} onRetry={retry} />
      </Page>
    );
  }
  if (!photos.data || !counts.data) return <Waiting />;
  const named = siteOf(photoId, photos.data.photos, counts.data);
  if (named !== undefined && named !== lastId) setLastId(named);
  const siteId = named ?? lastId;
  const ofSite = photos.data.photos.filter(({ details }) => details.siteId === siteId);
  if (siteId === undefined || ofSite.length === 0) {
    return (
      <Page title={texts.unknown.title} lead={texts.unknown.says}>
        <Back />
      </Page>
    );
  }
  return (
    <Site
      key={photoId}
      siteId={siteId}
      counted={countedOf(siteId, ofSite, counts.data)}
      all={photos.data.photos}
      photos={ofSite}
      store={photos.data.store}
    />
  );
}

interface SiteProps {
  readonly siteId: string;
  /** Of every view and site. */
  readonly all: readonly PhotoRow[];
  /** Of this site, newest first. */
  readonly photos: readonly PhotoRow[];
  readonly counted: ReturnType<typeof countedOf>;
  readonly store: Parameters<typeof StoreClosed>[0]["store"];
}

function Site({ siteId, all, photos, counted, store }: SiteProps) {
  const { data: settings } = useQuery(settingsQuery);
  const style = { locale: settings?.locale, timeZone: settings?.timeZone };
  return (
    <Page title={siteId} lead={texts.lead(measureTexts.photosCount(photos.length), counted.length)}>
      <Back />
      <StoreClosed store={store} />
      <UploadList />
      <HairByHair siteId={siteId} counted={counted} style={style} />
      <WhereItIs siteId={siteId} photos={all} style={style} />
      <Panel title={texts.take}>
        <AddPhoto subject={{ view: "close-up", siteId }} ghost={photos[0]} dateStyle={style} />
      </Panel>
      <Panel title={texts.photos}>
        <PhotoList photos={photos} what={siteId} dateStyle={style} isCountable />
      </Panel>
      <GrowingShare siteId={siteId} counted={counted} style={style} />
    </Page>
  );
}

function Back() {
  return (
    <div>
      <ActionLink to="/measure" weight="quiet">
        {texts.back}
      </ActionLink>
    </div>
  );
}
