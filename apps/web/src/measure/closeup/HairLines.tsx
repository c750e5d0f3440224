import type { NamedHair, Point } from "@stipple/trichometry";
import { memo } from "react";
import classes from "./CloseUp.module.css";

interface HairLinesProps {
  readonly hairs: readonly NamedHair[];
}

/** Every hair twice: a pale line below, so that it stands out on any skin, and its class above. */
export const HairLines = memo(function HairLines({ hairs }: HairLinesProps) {
  return (
    <>
      {hairs.map((hair) => (
        <HairLine key={hair.id} hair={hair} />
      ))}
    </>
  );
});

interface HairLineProps {
  readonly hair: NamedHair;
  readonly isChosen?: boolean;
}

export function HairLine({ hair, isChosen = false }: HairLineProps) {
  const path = pathOf(hair.polyline);
  return (
    <g
      className={classes.hair}
      data-class={hair.class ?? "unknown"}
      data-chosen={isChosen || undefined}
    >
      <path d={path} data-part="ground" />
      <path d={path} data-part="line" />
      {/* A line without length and with round ends: a dot that stays as large at every zoom. */}
      <path d={`M${hair.root.x} ${hair.root.y}h0.001`} data-part="root" />
    </g>
  );
}

export function pathOf(line: readonly Point[]): string {
  return line.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}
