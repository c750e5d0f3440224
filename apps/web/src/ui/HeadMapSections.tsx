import { dotsPath, type Point } from "./drawings/stipple.ts";
import classes from "./HeadMap.module.css";
import { type MapCell, mapCells } from "./head-map-geometry.ts";
import { sectionName, uiTexts } from "./texts.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

/** "unplanned" lies outside the plan and is only outlined. */
export type SectionStatus = keyof typeof uiTexts.statuses;

interface HeadMapSectionsProps {
  readonly isStill: boolean;
  readonly statuses: Readonly<Record<string, SectionStatus>>;
  readonly active: string | undefined;
  readonly directionDeg: number | undefined;
  readonly doneFraction: number | undefined;
}

const places = [...mapCells].map(([id, { centre }]) => ({ id, centre }));

/** Every section as it stands; the one being rolled carries an arrow along the stroke. */
export function HeadMapSections({
  isStill,
  statuses,
  active,
  directionDeg,
  doneFraction,
}: HeadMapSectionsProps) {
  const planned = places.filter(({ id }) => statuses[id] !== undefined);
  const roving = useRovingFocus(planned.length > 0 ? planned : places);
  const activeCell = active === undefined ? undefined : mapCells.get(active);

  return (
    <>
      {[...mapCells].map(([id, cell]) => {
        const status = statuses[id];
        if (status === undefined) {
          return (
            <g key={id} className={classes.section} data-status="unplanned">
              <path d={cell.outline} className={classes.cell} />
            </g>
          );
        }
        return (
          <g
            key={id}
            className={classes.section}
            {...(!isStill && {
              role: "img",
              "aria-label": `${sectionName(id)}: ${uiTexts.statuses[status]}`,
              ...roving(id),
            })}
            data-status={status}
            data-active={id === active || undefined}
          >
            <path d={cell.outline} className={classes.cell} />
            <path
              d={dotsPath(id === active ? firstOf(cell.dots, doneFraction ?? 0) : cell.dots)}
              className={classes.dots}
            />
            <StatusMark status={status} at={cell.centre} />
          </g>
        );
      })}
      {activeCell && directionDeg !== undefined && (
        <StrokeArrow cell={activeCell} directionDeg={directionDeg} />
      )}
    </>
  );
}

function firstOf(dots: readonly Point[], share: number): readonly Point[] {
  return dots.slice(0, Math.round(dots.length * Math.min(1, Math.max(0, share))));
}

/** A cross for "stopped early", a slash for "skipped": told apart without colour. */
function StatusMark({
  status,
  at: { x, y },
}: {
  readonly status: SectionStatus;
  readonly at: Point;
}) {
  if (status === "stopped") {
    return <path d={`M${x - 8} ${y - 8}l16 16m0-16l-16 16`} className={classes.mark} />;
  }
  return status === "skipped" ? (
    <path d={`M${x - 9} ${y + 9}l18-18`} className={`${classes.mark} ${classes.skipMark}`} />
  ) : null;
}

function StrokeArrow({
  cell,
  directionDeg,
}: {
  readonly cell: MapCell;
  readonly directionDeg: number;
}) {
  const arrow = "M-46 0H44M29 -15L46 0L29 15";
  const { centre, hairDeg } = cell;

  return (
    <g
      transform={`translate(${centre.x.toFixed(1)} ${centre.y.toFixed(1)}) rotate(${(hairDeg + directionDeg).toFixed(1)})`}
    >
      <path d={arrow} className={classes.arrowHalo} />
      <path d={arrow} className={classes.arrow} />
      <g className={classes.stroke}>
        <rect x={-5} y={-17} width={10} height={34} rx={5} />
      </g>
    </g>
  );
}
