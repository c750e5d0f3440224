import { Button } from "@mantine/core";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { Segments } from "../../ui/Segments.tsx";
import { FileButton } from "../FileButton.tsx";
import { measureTexts } from "../texts.ts";
import { CameraMissing } from "./CameraMissing.tsx";
import { takeFrame } from "./frames.ts";
import classes from "./GuidedCapture.module.css";
import { Hint } from "./Hint.tsx";
import { SpokenHint } from "./SpokenHint.tsx";
import { type Camera, useCamera } from "./use-camera.ts";
import { useGhostHint } from "./use-ghost-hint.ts";
import { useSelfTimer } from "./use-self-timer.ts";

const texts = measureTexts.camera;

interface GuidedCaptureProps {
  readonly ghost: PhotoRow | undefined;
  readonly dateStyle: DateStyle;
  readonly onShot: (photo: Blob) => void;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** The camera with the last photo laid over it, and what to change until the two fit. Nothing keeps the shutter shut. */
export function GuidedCapture({ ghost, dateStyle, onShot, onFile, onClose }: GuidedCaptureProps) {
  const camera = useCamera();
  const [opacityPercent, setOpacityPercent] = useState(40);
  const isMissing = camera.state !== "live" && camera.state !== "starting";

  return (
    <div className={classes.capture}>
      {isMissing && <CameraMissing fault={camera.state} onRetry={camera.tryAgain} />}
      <Viewfinder camera={camera} ghost={ghost} opacityPercent={opacityPercent} onShot={onShot} />
      {camera.state === "live" && ghost && (
        <label className={classes.strength}>
          {texts.ghost}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={opacityPercent}
            aria-valuetext={texts.ghostValue(opacityPercent)}
            onChange={(event) => setOpacityPercent(event.currentTarget.valueAsNumber)}
          />
        </label>
      )}
      {camera.state === "live" && (
        <p className={classes.soft}>
          {ghost ? texts.ghostOf(formatLongDay(ghost.details.takenOn, dateStyle)) : texts.noGhost}
        </p>
      )}
      <div className={classes.actions}>
        {camera.state === "live" && (
          <Button variant="outline" onClick={camera.turnRound}>
            {texts.other}
          </Button>
        )}
        <FileButton onFile={onFile} />
        <Button variant="subtle" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </div>
  );
}

interface ViewfinderProps {
  readonly camera: Camera;
  readonly ghost: PhotoRow | undefined;
  readonly opacityPercent: number;
  readonly onShot: (photo: Blob) => void;
}

function Viewfinder({ camera: { video, state }, ghost, opacityPercent, onShot }: ViewfinderProps) {
  const isLive = state === "live";
  const hint = useGhostHint(video, isLive && ghost ? addressOf(ghost) : undefined);
  const timer = useSelfTimer(() => {
    if (video.current) void takeFrame(video.current).then(onShot);
  });

  return (
    <div className={classes.finder} hidden={!isLive && state !== "starting"}>
      {state === "starting" && <p role="status">{texts.starting}</p>}
      <div className={classes.stage} hidden={!isLive}>
        <video ref={video} className={classes.video} aria-label={texts.preview} muted playsInline />
        {ghost && (
          <img
            className={classes.ghost}
            src={addressOf(ghost)}
            alt=""
            style={{ opacity: opacityPercent / 100 }}
          />
        )}
        {timer.leftSeconds !== undefined && (
          <output className={classes.countdown}>{texts.counting(timer.leftSeconds)}</output>
        )}
      </div>
      {isLive && (
        <>
          {ghost && <Hint kind={hint} />}
          <Segments
            legend={texts.timer}
            choices={timerChoices}
            chosen={timer.chosen}
            onChoose={timer.choose}
          />
          <Button
            size="lg"
            variant={!ghost || hint === "fits" ? "filled" : "outline"}
            onClick={timer.press}
          >
            {!ghost || hint === "fits" ? texts.shoot : texts.anyway}
          </Button>
          {ghost && <SpokenHint kind={hint} />}
        </>
      )}
    </div>
  );
}

const timerChoices = (["0", "5", "10"] as const).map((value) => ({
  value,
  label: value === "0" ? `${texts.timer}: ${texts.timers[value]}` : texts.timers[value],
}));

const addressOf = ({ id }: PhotoRow) => `/api/photos/${id}/image`;
