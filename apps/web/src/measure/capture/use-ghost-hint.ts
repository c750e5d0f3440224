import { type RefObject, useEffect, useState } from "react";
import type { HintKind } from "../texts.ts";
import { smallFrame, smallGhost } from "./frames.ts";
import { type GhostQuestion, isGhostReply } from "./ghost-messages.ts";
import { type GhostPose, hintFor } from "./hint.ts";

/** About eight frames a second: quick for a hand, slow for a phone's battery. */
const frameMs = 125;

/** What to change so that the live picture lies on the ghost; nothing without a ghost. */
export function useGhostHint(
  video: RefObject<HTMLVideoElement | null>,
  ghostAddress: string | undefined,
): HintKind | undefined {
  const [pose, setPose] = useState<GhostPose>();

  useEffect(() => {
    if (ghostAddress === undefined) return;
    const worker = new Worker(new URL("./ghost.worker.ts", import.meta.url), { type: "module" });
    const ask = (question: GhostQuestion) => worker.postMessage(question);
    const ghost = new Image();
    ghost.src = ghostAddress;
    let knownAspect: number | undefined;
    let isWaiting = false;

    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      isWaiting = false;
      setPose(isGhostReply(data) ? data.pose : undefined);
    };
    // Without arrows the ghost is still there to match by eye.
    worker.onerror = (event) => {
      event.preventDefault();
      setPose(undefined);
    };
    const timer = setInterval(() => {
      const live = video.current;
      if (isWaiting || !live?.videoWidth || !ghost.complete || !ghost.naturalWidth) return;
      const aspect = live.videoWidth / live.videoHeight;
      if (aspect !== knownAspect) ask({ kind: "ghost", image: smallGhost(ghost, aspect) });
      knownAspect = aspect;
      isWaiting = true;
      ask({ kind: "frame", image: smallFrame(live) });
    }, frameMs);

    return () => {
      clearInterval(timer);
      worker.terminate();
      setPose(undefined);
    };
  }, [video, ghostAddress]);

  return pose && hintFor(pose);
}
