import { Button, TextInput } from "@mantine/core";
import { type IsoDate, isoDate, type PhotoView } from "@stipple/protocol";
import { useEffect, useState } from "react";
import classes from "./AddPhoto.module.css";
import { QualityNotice } from "./quality/QualityNotice.tsx";
import { measureTexts } from "./texts.ts";

const texts = measureTexts.add;

interface ReviewPhotoProps {
  readonly file: Blob;
  readonly from: "file" | "camera";
  /** Files that were dropped with this one and are not taken. */
  readonly moreFiles: number;
  readonly view: PhotoView;
  readonly today: string;
  readonly onKeep: (takenOn: IsoDate) => void;
  readonly onBack: () => void;
}

/** The photo before it is kept: how it looks, what could be better, and the day it was taken. */
export function ReviewPhoto(props: ReviewPhotoProps) {
  const { file, from, moreFiles, view, today, onKeep, onBack } = props;
  const address = useObjectUrl(file);
  const [takenOn, setTakenOn] = useState(today);
  const [isUnseen, setUnseen] = useState(false);
  const isFuture = takenOn > today;

  return (
    <div className={classes.review}>
      {moreFiles > 0 && <p role="status">{texts.several(moreFiles)}</p>}
      {isUnseen ? (
        <p>{texts.noPreview}</p>
      ) : (
        <img
          src={address}
          alt={texts.preview}
          className={classes.preview}
          onError={() => setUnseen(true)}
        />
      )}
      {!isUnseen && <QualityNotice photo={file} view={view} />}
      {from === "file" && (
        <TextInput
          type="date"
          label={texts.takenOn}
          max={today}
          value={takenOn}
          error={isFuture && texts.future}
          onChange={(event) => setTakenOn(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <Button disabled={takenOn === "" || isFuture} onClick={() => onKeep(isoDate(takenOn))}>
          {texts.keep}
        </Button>
        <Button variant="outline" onClick={onBack}>
          {from === "camera" ? texts.retake : texts.other}
        </Button>
      </div>
    </div>
  );
}

function useObjectUrl(file: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
