import type { PhotoDetails } from "@stipple/protocol";
import { useState } from "react";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, todayHere } from "../ui/dates.ts";
import { newId } from "../ui/new-id.ts";
import { ChoosePhoto } from "./ChoosePhoto.tsx";
import { GuidedCapture } from "./capture/GuidedCapture.tsx";
import { ReviewPhoto } from "./ReviewPhoto.tsx";
import { uploads } from "./use-uploads.ts";

interface AddPhotoProps {
  readonly subject: Pick<PhotoDetails, "view" | "siteId">;
  /** The photo that the new one should lie on. */
  readonly ghost: PhotoRow | undefined;
  readonly dateStyle: DateStyle;
  /** Hears when a photo is being taken, and when that is over. */
  readonly onTaking?: (isTaking: boolean) => void;
}

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "camera" }
  | {
      readonly kind: "review";
      readonly file: Blob;
      readonly from: "file" | "camera";
      readonly moreFiles?: number;
    };

/** From nothing to a photo on its way: a file or the camera, a look at it, and its day. */
export function AddPhoto({ subject, ghost, dateStyle, onTaking }: AddPhotoProps) {
  const [step, goTo] = useState<Step>({ kind: "choose" });
  const setStep = (next: Step) => {
    goTo(next);
    onTaking?.(next.kind !== "choose");
  };

  switch (step.kind) {
    case "choose":
      return (
        <ChoosePhoto
          onFile={(file, moreFiles) => setStep({ kind: "review", file, from: "file", moreFiles })}
          onCamera={() => setStep({ kind: "camera" })}
        />
      );
    case "camera":
      return (
        <GuidedCapture
          ghost={ghost?.state === "ready" ? ghost : undefined}
          dateStyle={dateStyle}
          onShot={(file) => setStep({ kind: "review", file, from: "camera" })}
          onFile={(file) => setStep({ kind: "review", file, from: "file" })}
          onClose={() => setStep({ kind: "choose" })}
        />
      );
    case "review":
      return (
        <ReviewPhoto
          file={step.file}
          from={step.from}
          moreFiles={step.moreFiles ?? 0}
          view={subject.view}
          today={todayHere(dateStyle.timeZone)}
          onKeep={(takenOn) => {
            const details = { ...subject, takenOn };
            void uploads.add({ id: newId(), file: step.file, details });
            setStep({ kind: "choose" });
          }}
          onBack={() => setStep({ kind: step.from === "camera" ? "camera" : "choose" })}
        />
      );
  }
}
