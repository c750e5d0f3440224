import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconCheck,
  IconEye,
  IconRotate,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { type HintKind, measureTexts } from "../texts.ts";
import classes from "./GuidedCapture.module.css";

const icons = {
  left: IconArrowLeft,
  right: IconArrowRight,
  up: IconArrowUp,
  down: IconArrowDown,
  nearer: IconZoomIn,
  farther: IconZoomOut,
  clockwise: IconRotateClockwise,
  anticlockwise: IconRotate,
  unsure: IconEye,
  fits: IconCheck,
} satisfies Record<HintKind, typeof IconCheck>;

/** The one thing to change next, as an arrow and in words; read aloud when it changes. */
export function Hint({ kind = "unsure" }: { readonly kind: HintKind | undefined }) {
  const Icon = icons[kind];
  return (
    <p className={classes.hint} data-fits={kind === "fits" || undefined} role="status">
      <Icon size={32} stroke={2} aria-hidden />
      {measureTexts.camera.hints[kind]}
    </p>
  );
}
