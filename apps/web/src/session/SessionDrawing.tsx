import type { SectionProgress, SessionState } from "@stipple/protocol";
import type { CSSProperties } from "react";
import { headView } from "../ui/drawings/head-shape.ts";
import { HeadMap } from "../ui/HeadMap.tsx";
import { mapCells } from "../ui/head-map-geometry.ts";
import type { PaceMoment } from "./pace.ts";
import classes from "./SessionDrawing.module.css";

interface SessionDrawingProps {
  readonly state: SessionState;
  readonly activeId: string | undefined;
  readonly directionDeg?: number;
  /** Where in the current roll the hand should be; absent when the person sets the pace. */
  readonly moment?: PaceMoment | undefined;
}

/** The part of the head map's picture that is drawn: its viewBox. */
const view = { left: 14, top: 30, width: headView.width - 28, height: headView.height - 22 };

/** The head: while a section is rolled, close up on it, with the whole head small in the corner. */
export function SessionDrawing({ state, activeId, directionDeg, moment }: SessionDrawingProps) {
  const statuses = Object.fromEntries(
    state.sections.map(({ section, status }) => [section.id, status]),
  );
  const centre = activeId === undefined ? undefined : mapCells.get(activeId)?.centre;
  if (centre === undefined || directionDeg === undefined) {
    return (
      <div className={classes.whole}>
        <div>
          <HeadMap mode="session" statuses={statuses} active={activeId} />
        </div>
      </div>
    );
  }

  const active = state.sections.find(({ section }) => section.id === activeId);
  const place = {
    "--x": (centre.x - view.left) / view.width,
    "--y": (centre.y - view.top) / view.height,
  } as CSSProperties;

  return (
    <div className={classes.closeUp} style={place}>
      <div className={classes.near}>
        <HeadMap
          mode="session"
          statuses={statuses}
          active={activeId}
          directionDeg={directionDeg}
          doneFraction={rolledFraction(state, active, moment)}
        />
      </div>
      <div className={classes.far} aria-hidden>
        <HeadMap mode="show" isStill statuses={statuses} />
        <i />
      </div>
    </div>
  );
}

/** Share of the section's rolls that are behind the roller, the present one in part. */
function rolledFraction(
  { step }: SessionState,
  active: SectionProgress | undefined,
  moment: PaceMoment | undefined,
): number {
  if (step.kind !== "roll" || active === undefined) return 0;
  const logged = active.rolls.reduce((sum, done) => sum + done, 0);
  const sinceThen =
    moment?.kind === "rolling" ? step.rollsLeft - moment.rollsLeft + moment.strokeFraction : 0;
  return (logged + sinceThen) / Math.max(1, step.rollsPerDirection * active.rolls.length);
}
