import type { PartZoneId } from "@stipple/protocol";
import { useId } from "react";
import { HeadBackground } from "./drawings/HeadBackground.tsx";
import { headView } from "./drawings/head-shape.ts";
import classes from "./HeadMap.module.css";
import { HeadMapSections, type SectionStatus } from "./HeadMapSections.tsx";
import { HeadMapZones } from "./HeadMapZones.tsx";
import { uiTexts } from "./texts.ts";

export type { SectionStatus } from "./HeadMapSections.tsx";

type HeadMapProps = { readonly label?: string } & (
  | {
      /** Zones are tapped: where is it thin, what is treated. */
      readonly mode: "pick-zones";
      readonly zones: readonly PartZoneId[];
      readonly onToggle: (zone: PartZoneId) => void;
    }
  | {
      /** Sections are shown as they are. */
      readonly mode: "show";
      readonly statuses: Readonly<Record<string, SectionStatus>>;
      /** A picture with one name, without a stop for every section. */
      readonly isStill?: boolean;
    }
  | {
      /** One section is being rolled, in one direction. */
      readonly mode: "session";
      readonly statuses: Readonly<Record<string, SectionStatus>>;
      readonly active?: string | undefined;
      /** Degrees against the way the hair lies; 0 is along it. */
      readonly directionDeg?: number | undefined;
      /** Share of this section's rolls that is done, 0 to 1: so many of its dots are drawn. */
      readonly doneFraction?: number | undefined;
    }
);

/** The head from above, nose at the top: the same picture wherever a place on the scalp is meant. */
export function HeadMap(props: HeadMapProps) {
  const hintId = useId();
  const isStill = props.mode === "show" && props.isStill === true;

  return (
    <div className={classes.map}>
      <svg
        viewBox={`14 30 ${headView.width - 28} ${headView.height - 22}`}
        className={classes.svg}
        role={isStill ? "img" : "group"}
        aria-label={props.label ?? uiTexts.headMap.label}
        aria-describedby={props.mode === "pick-zones" ? hintId : undefined}
      >
        <HeadBackground />
        {props.mode === "pick-zones" ? (
          <HeadMapZones zones={props.zones} onToggle={props.onToggle} />
        ) : (
          <HeadMapSections
            statuses={props.statuses}
            isStill={isStill}
            active={props.mode === "session" ? props.active : undefined}
            directionDeg={props.mode === "session" ? props.directionDeg : undefined}
            doneFraction={props.mode === "session" ? props.doneFraction : undefined}
          />
        )}
      </svg>
      {props.mode === "pick-zones" && (
        <span id={hintId} hidden>
          {uiTexts.headMap.zoneHint}
        </span>
      )}
    </div>
  );
}
