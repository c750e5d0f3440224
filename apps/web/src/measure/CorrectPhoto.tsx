import { Button, NativeSelect, TextInput } from "@mantine/core";
import { isoDate, type PhotoDetails } from "@stipple/protocol";
import { type FormEvent, useState } from "react";
import { correctedDetails } from "./correct-details.ts";
import classes from "./PhotoList.module.css";
import { measureTexts } from "./texts.ts";
import { globalViews, isGlobalView } from "./views.ts";

const texts = measureTexts.view;

interface CorrectPhotoProps {
  readonly details: PhotoDetails;
  readonly name: string;
  readonly today: string;
  readonly onSave: (details: PhotoDetails) => void;
  readonly onLeave: () => void;
}

/** The day and the view of a photo that is kept, or of a close-up the name of its place. */
export function CorrectPhoto({ details, name, today, onSave, onLeave }: CorrectPhotoProps) {
  const [takenOn, setTakenOn] = useState<string>(details.takenOn);
  const [view, setView] = useState(details.view);
  const [siteId, setSiteId] = useState(details.siteId ?? "");
  const isFuture = takenOn > today;
  const isCloseUp = details.view === "close-up";
  const isReady = takenOn !== "" && !isFuture && (!isCloseUp || siteId.trim() !== "");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSave(correctedDetails(details, { takenOn: isoDate(takenOn), view, siteId }));
  };
  return (
    <form className={classes.ask} aria-label={name} onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={texts.correctDay}
        max={today}
        value={takenOn}
        error={isFuture && measureTexts.add.future}
        onChange={(event) => setTakenOn(event.currentTarget.value)}
      />
      {isCloseUp ? (
        <TextInput
          label={texts.correctSite}
          maxLength={60}
          value={siteId}
          onChange={(event) => setSiteId(event.currentTarget.value)}
        />
      ) : (
        <NativeSelect
          label={texts.correctView}
          data={globalViews.map((value) => ({ value, label: measureTexts.views[value] }))}
          value={view}
          onChange={({ currentTarget: { value } }) => isGlobalView(value) && setView(value)}
        />
      )}
      <Button type="submit" size="sm" disabled={!isReady}>
        {texts.correctSave}
      </Button>
      <Button size="sm" variant="outline" onClick={onLeave}>
        {texts.correctLeave}
      </Button>
    </form>
  );
}
