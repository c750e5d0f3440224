import { useElementSize } from "@mantine/hooks";
import type { CSSProperties } from "react";
import { type Overlay, overlayTransform } from "./alignment.ts";
import classes from "./Compare.module.css";
import type { Pair } from "./ComparePair.tsx";

interface StageProps extends Pair {
  readonly overlay: Overlay;
  /** Cuts or hides the later photo. */
  readonly afterStyle: CSSProperties;
  readonly label: string;
}

/** The earlier photo, and the later one turned and stretched so that the same skin lies on the same place. */
export function Stage({ before, after, overlay, afterStyle, label }: StageProps) {
  const { ref, width } = useElementSize();
  const scale = width / overlay.before.width;
  return (
    <div
      ref={ref}
      className={classes.stage}
      style={{ aspectRatio: `${overlay.before.width} / ${overlay.before.height}` }}
      role="img"
      aria-label={label}
    >
      <img className={classes.whole} src={before.address} alt="" />
      <div className={classes.cut} style={afterStyle}>
        <img
          className={classes.laid}
          src={after.address}
          alt=""
          width={overlay.after.width}
          height={overlay.after.height}
          style={{ transform: overlayTransform(overlay, scale) }}
        />
      </div>
    </div>
  );
}
