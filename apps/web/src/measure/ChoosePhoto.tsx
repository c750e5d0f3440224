import { Button } from "@mantine/core";
import { IconCamera, IconUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import classes from "./AddPhoto.module.css";
import { FileButton } from "./FileButton.tsx";
import { measureTexts } from "./texts.ts";

const texts = measureTexts.add;

interface ChoosePhotoProps {
  /** Hears the file, and how many more were dropped with it. */
  readonly onFile: (file: File, moreFiles: number) => void;
  readonly onCamera: () => void;
}

/** The two equal ways to a photo: a file, dropped or chosen, and the camera. */
export function ChoosePhoto({ onFile, onCamera }: ChoosePhotoProps) {
  const [isOver, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file, ...others] = event.dataTransfer.files;
    if (file) onFile(file, others.length);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first.
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <IconUpload size={32} stroke={1.5} aria-hidden />
      <p>{texts.drop}</p>
      <p className={classes.soft}>{texts.formats}</p>
      <div className={classes.actions}>
        <Button leftSection={<IconCamera size={20} aria-hidden />} onClick={onCamera}>
          {texts.camera}
        </Button>
        <FileButton onFile={(file) => onFile(file, 0)} />
      </div>
    </div>
  );
}
