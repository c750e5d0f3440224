import { Button, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { AddPhoto } from "./AddPhoto.tsx";
import classes from "./Measure.module.css";
import { PhotoList } from "./PhotoList.tsx";
import { Picture } from "./Picture.tsx";
import { measureTexts } from "./texts.ts";
import { sitesOf } from "./views.ts";

const texts = measureTexts.sites;

interface CloseUpSitesProps {
  readonly photos: readonly PhotoRow[];
  readonly dateStyle: DateStyle;
}

/** Places whose hairs are counted, each with its newest close-up. */
export function CloseUpSites({ photos, dateStyle }: CloseUpSitesProps) {
  const sites = sitesOf(photos);
  const [siteId, setSiteId] = useState<string>();

  return (
    <Panel title={texts.title}>
      <p>{texts.says}</p>
      {sites.length > 0 && (
        <ul className={classes.cards}>
          {sites.map(({ siteId: name, photos: [newest] }) => (
            <li key={name} className={classes.card}>
              <div className={classes.frame}>{newest && <Picture photo={newest} alt="" />}</div>
              <div className={classes.caption}>
                <h3>
                  {newest && (
                    <Link to="/measure/site/$photoId" params={{ photoId: newest.id }}>
                      {name}
                    </Link>
                  )}
                </h3>
                {newest && (
                  <p className={classes.soft}>{formatLongDay(newest.details.takenOn, dateStyle)}</p>
                )}
                {newest && (
                  <Link to="/measure/closeup/$photoId" params={{ photoId: newest.id }}>
                    {texts.count}
                  </Link>
                )}
                <div>
                  <Button variant="outline" size="sm" onClick={() => setSiteId(name)}>
                    {texts.next}
                  </Button>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {siteId === undefined ? (
        <div>
          <Button
            variant="outline"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => setSiteId("")}
          >
            {texts.add}
          </Button>
        </div>
      ) : (
        <NewCloseUp
          siteId={siteId}
          onName={setSiteId}
          photos={sites.find((site) => site.siteId === siteId.trim())?.photos ?? []}
          dateStyle={dateStyle}
        />
      )}
    </Panel>
  );
}

interface NewCloseUpProps {
  readonly siteId: string;
  readonly onName: (name: string) => void;
  /** Those of the site of this name, newest first. */
  readonly photos: readonly PhotoRow[];
  readonly dateStyle: DateStyle;
}

function NewCloseUp({ siteId, onName, photos, dateStyle }: NewCloseUpProps) {
  const name = siteId.trim();
  return (
    <div className={classes.form}>
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        maxLength={60}
        value={siteId}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      {name ? (
        <>
          <AddPhoto
            subject={{ view: "close-up", siteId: name }}
            ghost={photos[0]}
            dateStyle={dateStyle}
          />
          <PhotoList photos={photos} what={name} dateStyle={dateStyle} isCountable />
        </>
      ) : (
        <p className={classes.soft}>{texts.first}</p>
      )}
    </div>
  );
}
