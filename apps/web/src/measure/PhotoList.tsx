import { Button } from "@mantine/core";
import type { PhotoDetails } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../ui/client.ts";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, formatLongDay, todayHere } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { CorrectPhoto } from "./CorrectPhoto.tsx";
import { forgetPhoto } from "./kept-photos.ts";
import classes from "./PhotoList.module.css";
import { Picture } from "./Picture.tsx";
import { photosQuery } from "./queries.ts";
import { measureTexts } from "./texts.ts";
import { useSaveDetails } from "./use-save-details.ts";
import { isGlobalView } from "./views.ts";

const texts = measureTexts.view;

interface PhotoListProps {
  readonly photos: readonly PhotoRow[];
  /** What they show, for those who hear the page. */
  readonly what: string;
  readonly dateStyle: DateStyle;
  /** Close-ups lead to their counts. */
  readonly isCountable?: boolean;
}

/** Every photo of a view or a site, newest first, each with the way to put it right and to delete it. */
export function PhotoList({ photos, what, dateStyle, isCountable }: PhotoListProps) {
  const { save, undo, last, problem } = useSaveDetails();
  const dayOf = ({ takenOn }: PhotoDetails) => formatLongDay(takenOn, dateStyle);
  return (
    <>
      <div className={classes.said} role="status">
        {last && (
          <>
            <p>{texts.corrected(nameOf(last.after), dayOf(last.after))}</p>
            <Button size="sm" variant="outline" onClick={undo}>
              {texts.undo}
            </Button>
          </>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={classes.photos}>
        {photos.map((photo) => (
          <OnePhoto
            key={photo.id}
            photo={photo}
            what={what}
            day={dayOf(photo.details)}
            today={todayHere(dateStyle.timeZone)}
            isCountable={isCountable}
            onCorrect={(details) => save(photo, details)}
          />
        ))}
      </ul>
    </>
  );
}

function nameOf({ view, siteId }: PhotoDetails): string {
  return isGlobalView(view) ? measureTexts.views[view] : (siteId ?? "");
}

interface OnePhotoProps {
  readonly photo: PhotoRow;
  readonly what: string;
  readonly day: string;
  readonly today: string;
  readonly isCountable: boolean | undefined;
  readonly onCorrect: (details: PhotoDetails) => void;
}

function OnePhoto({ photo, what, day, today, isCountable, onCorrect }: OnePhotoProps) {
  const [doing, setDoing] = useState<"correct" | "delete">();
  return (
    <li className={classes.photo}>
      <div className={classes.frame}>
        <Picture photo={photo} alt={measureTexts.photoOf(what, day)} />
      </div>
      <div className={classes.beside}>
        <strong>{day}</strong>
        {isCountable && (
          <Link to="/measure/closeup/$photoId" params={{ photoId: photo.id }}>
            {measureTexts.sites.countOf(day)}
          </Link>
        )}
        {doing === "correct" && (
          <CorrectPhoto
            details={photo.details}
            name={texts.correctOf(day)}
            today={today}
            onLeave={() => setDoing(undefined)}
            onSave={(details) => {
              setDoing(undefined);
              onCorrect(details);
            }}
          />
        )}
        {doing === "delete" && (
          <DeletePhoto photoId={photo.id} day={day} onLeave={() => setDoing(undefined)} />
        )}
        {doing === undefined && (
          <div className={classes.acts}>
            <Button
              size="sm"
              variant="subtle"
              aria-label={texts.correctOf(day)}
              onClick={() => setDoing("correct")}
            >
              {texts.correct}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              aria-label={texts.deleteOf(day)}
              onClick={() => setDoing("delete")}
            >
              {texts.delete}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

interface DeletePhotoProps {
  readonly photoId: string;
  readonly day: string;
  readonly onLeave: () => void;
}

/** The question before a photo goes for good. */
function DeletePhoto({ photoId, day, onLeave }: DeletePhotoProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      await api.photos[":id"].$delete({ param: { id: photoId } });
      // A photo whose arrival this browser never heard of must not be sent once more.
      await forgetPhoto(photoId).catch(() => undefined);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: photosQuery.queryKey }),
  });
  return (
    <fieldset className={classes.ask} aria-label={texts.deleteOf(day)}>
      <p>{texts.deleteAsk}</p>
      <Button size="sm" color="stop" loading={remove.isPending} onClick={() => remove.mutate()}>
        {texts.deleteNow}
      </Button>
      <Button size="sm" variant="outline" onClick={onLeave} autoFocus>
        {texts.deleteNot}
      </Button>
      {remove.error && <ProblemNotice problem={remove.error} />}
    </fieldset>
  );
}
