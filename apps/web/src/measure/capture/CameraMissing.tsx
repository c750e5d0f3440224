import { Button } from "@mantine/core";
import { IconCameraOff } from "@tabler/icons-react";
import { Panel } from "../../ui/Panel.tsx";
import { measureTexts } from "../texts.ts";
import type { CameraFault } from "./use-camera.ts";

const texts = measureTexts.camera;

interface CameraMissingProps {
  readonly fault: CameraFault;
  readonly onRetry: () => void;
}

/** Why the camera shows nothing, and the way that remains. */
export function CameraMissing({ fault, onRetry }: CameraMissingProps) {
  const { title, says } = texts[fault];
  return (
    <div role="alert">
      <Panel
        tone="mind"
        order={3}
        title={
          <>
            <IconCameraOff size={22} stroke={1.75} aria-hidden />
            {title}
          </>
        }
      >
        <p>{says}</p>
        {fault !== "unsafe" && (
          <div>
            <Button variant="outline" onClick={onRetry}>
              {texts.tryAgain}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  );
}
