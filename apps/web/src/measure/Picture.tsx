import { IconPhotoOff } from "@tabler/icons-react";
import type { PhotoRow } from "../ui/contract.ts";
import classes from "./Picture.module.css";
import { measureTexts as texts } from "./texts.ts";

interface PictureProps {
  readonly photo: Pick<PhotoRow, "id" | "state">;
  readonly alt: string;
  readonly size?: "thumbnail" | "image";
}

/** A photo, or in its place why it cannot be shown. */
export function Picture({ photo, alt, size = "thumbnail" }: PictureProps) {
  if (photo.state !== "ready") {
    return (
      <span className={classes.broken}>
        <IconPhotoOff size={28} stroke={1.6} aria-hidden />
        {texts.view.states[photo.state]}
      </span>
    );
  }
  return (
    <img
      className={classes.picture}
      src={`/api/photos/${photo.id}/${size}`}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  );
}
