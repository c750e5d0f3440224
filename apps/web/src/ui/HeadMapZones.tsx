import type { PartZoneId } from "@stipple/protocol";
import { dotsPath } from "./drawings/stipple.ts";
import classes from "./HeadMap.module.css";
import { mapCells } from "./head-map-geometry.ts";
import { uiTexts } from "./texts.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

const zonesInOrder: readonly PartZoneId[] = [
  "frontal-hairline",
  "left-temple",
  "mid-scalp",
  "right-temple",
  "vertex",
];

const zones = zonesInOrder.map((zone) => {
  const cells = [...mapCells.values()].filter((cell) => cell.zone === zone);
  return {
    zone,
    cells,
    dots: dotsPath(cells.flatMap(({ dots }) => dots)),
    centre: {
      x: cells.reduce((sum, { centre }) => sum + centre.x, 0) / cells.length,
      y: cells.reduce((sum, { centre }) => sum + centre.y, 0) / cells.length,
    },
  };
});

interface HeadMapZonesProps {
  readonly zones: readonly PartZoneId[];
  readonly onToggle: (zone: PartZoneId) => void;
}

/** The five zones as check boxes on the head; a chosen one fills with dots. */
export function HeadMapZones({ zones: chosen, onToggle }: HeadMapZonesProps) {
  const roving = useRovingFocus(zones.map(({ zone, centre }) => ({ id: zone, centre })));

  return zones.map(({ zone, cells, dots }) => {
    const isChosen = chosen.includes(zone);
    return (
      // biome-ignore lint/a11y/useSemanticElements: an SVG group cannot be an input.
      <g
        key={zone}
        className={classes.zone}
        role="checkbox"
        aria-checked={isChosen}
        aria-label={uiTexts.zones[zone]}
        data-chosen={isChosen || undefined}
        {...roving(zone)}
        onClick={() => onToggle(zone)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            onToggle(zone);
          } else roving(zone).onKeyDown(event);
        }}
      >
        {cells.map(({ outline }) => (
          <path key={outline} d={outline} className={classes.cell} />
        ))}
        <path d={dots} className={classes.dots} />
      </g>
    );
  });
}
