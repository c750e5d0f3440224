import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../ui/client.ts";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { forgetPhoto } from "./kept-photos.ts";
import classes from "./PhotoList.module.css";
import { Picture } from "./Picture.tsx";
import { photosQuery } from "./queries.ts";
import { measureTexts } from "./texts.ts";

const texts = measureTexts.view;

interface PhotoListProps {
  readonly photos: readonly PhotoRow[];
  /** What they show, for those who hear the page. */
  readonly what: string;
  readonly dateStyle: DateStyle;
  /** Close-ups lead to their counts. */
  readonly isCountable?: boolean;
}

/** Every photo of a view or a site, newest first, each with the way to delete it. */
export function PhotoList({ photos, what, dateStyle, isCountable }: PhotoListProps) {
  return (
    <ul className={classes.photos}>
      {photos.map((photo) => (
        <OnePhoto
          key={photo.id}
          photo={photo}
          what={what}
          day={formatLongDay(photo.details.takenOn, dateStyle)}
          isCountable={isCountable}
        />
      ))}
    </ul>
  );
}

interface OnePhotoProps {
  readonly photo: PhotoRow;
  readonly what: string;
  readonly day: string;
  readonly isCountable: boolean | undefined;
}

function OnePhoto({ photo, what, day, isCountable }: OnePhotoProps) {
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      await api.photos[":id"].$delete({ param: { id: photo.id } });
      // A photo whose arrival this browser never heard of must not be sent once more.
      await forgetPhoto(photo.id).catch(() => undefined);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: photosQuery.queryKey }),
  });

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
        {isAsking ? (
          <fieldset className={classes.ask} aria-label={texts.deleteOf(day)}>
            <p>{texts.deleteAsk}</p>
            <Button
              size="sm"
              color="stop"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {texts.deleteNow}
            </Button>
            <Button size="sm" variant="outline" onClick={() => setAsking(false)} autoFocus>
              {texts.deleteNot}
            </Button>
          </fieldset>
        ) : (
          <Button
            size="sm"
            variant="subtle"
            className={classes.delete}
            aria-label={texts.deleteOf(day)}
            onClick={() => setAsking(true)}
          >
            {texts.delete}
          </Button>
        )}
        {remove.error && <ProblemNotice problem={remove.error} />}
      </div>
    </li>
  );
}
