import { type RefObject, useEffect, useRef, useState } from "react";

/** Why there is no picture. */
export type CameraFault = "refused" | "none" | "busy" | "unsafe";

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: "starting" | "live" | CameraFault;
  readonly tryAgain: () => void;
  /** Goes over to the camera on the other side of the phone. */
  readonly turnRound: () => void;
}

/** As sharp as the camera can; the lens away from the person first. */
const wished = { width: { ideal: 4096 }, height: { ideal: 4096 } };

/** Opens the camera while the component is there, and lets go of it afterwards. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<Camera["state"]>("starting");
  const [facingMode, setFacing] = useState<"environment" | "user">("environment");
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same camera again.
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    const release = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const open = async () => {
      setState("starting");
      if (!navigator.mediaDevices) return setState("unsafe");
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { ...wished, facingMode } });
        if (isOver || !video.current) return release();
        for (const track of stream.getTracks()) track.onended = () => setState("busy");
        video.current.srcObject = stream;
        await video.current.play();
        setState("live");
      } catch (thrown) {
        release();
        if (!isOver) setState(faultOf(thrown));
      }
    };
    void open();
    return () => {
      isOver = true;
      release();
    };
  }, [facingMode, attempt]);

  return {
    video,
    state,
    tryAgain: () => setAttempt((count) => count + 1),
    turnRound: () => setFacing((facing) => (facing === "user" ? "environment" : "user")),
  };
}

function faultOf(thrown: unknown): CameraFault {
  const name = thrown instanceof Error ? thrown.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "none";
}
