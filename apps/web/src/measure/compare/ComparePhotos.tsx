import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import { measureTexts } from "../texts.ts";
import classes from "./Compare.module.css";
import { ComparePair } from "./ComparePair.tsx";

const texts = measureTexts.compare;

interface ComparePhotosProps {
  /** Photos of one view, newest first. */
  readonly photos: readonly PhotoRow[];
  readonly dateStyle: DateStyle;
}

/** Two dates of one view, the first and the newest unless others are chosen. */
export function ComparePhotos({ photos, dateStyle }: ComparePhotosProps) {
  const shown = photos.filter(({ state }) => state === "ready");
  const [beforeId, setBeforeId] = useState<string>();
  const [afterId, setAfterId] = useState<string>();
  const before = shown.find(({ id }) => id === beforeId) ?? shown.at(-1);
  const after = shown.find(({ id }) => id === afterId) ?? shown[0];

  if (!before || !after || shown.length < 2) {
    return (
      <Panel title={texts.title} tone="quiet">
        <p>{texts.one}</p>
      </Panel>
    );
  }
  const choices = shown.map(({ id, details }) => ({
    value: id,
    label: formatLongDay(details.takenOn, dateStyle),
  }));
  const dayOf = (photo: PhotoRow) => formatLongDay(photo.details.takenOn, dateStyle);

  return (
    <Panel title={texts.title}>
      <div className={classes.dates}>
        <NativeSelect
          label={texts.before}
          data={choices}
          value={before.id}
          onChange={(event) => setBeforeId(event.currentTarget.value)}
        />
        <NativeSelect
          label={texts.after}
          data={choices}
          value={after.id}
          onChange={(event) => setAfterId(event.currentTarget.value)}
        />
      </div>
      <ComparePair
        key={`${before.id} ${after.id}`}
        before={sideOf(before, `${texts.before}, ${dayOf(before)}`)}
        after={sideOf(after, `${texts.after}, ${dayOf(after)}`)}
      />
      <p className={classes.soft}>{texts.beware}</p>
    </Panel>
  );
}

const sideOf = (photo: PhotoRow, name: string) => ({
  photo,
  name,
  address: `/api/photos/${photo.id}/image`,
});
