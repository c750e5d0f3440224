import type { PartZoneId } from "@stipple/protocol";
import { HeadMap } from "./HeadMap.tsx";
import { uiTexts } from "./texts.ts";
import classes from "./ZonePicker.module.css";

const zones: readonly PartZoneId[] = [
  "frontal-hairline",
  "left-temple",
  "right-temple",
  "mid-scalp",
  "vertex",
];

interface ZonePickerProps {
  readonly label: string;
  readonly chosen: readonly PartZoneId[];
  readonly onChange: (zones: PartZoneId[]) => void;
}

/** Zones on the head map, and the same by name. */
export function ZonePicker({ label, chosen, onChange }: ZonePickerProps) {
  const toggle = (zone: PartZoneId) =>
    onChange(zones.filter((other) => (other === zone) !== chosen.includes(other)));

  return (
    <div className={classes.picker}>
      <div className={classes.map}>
        <HeadMap mode="pick-zones" zones={chosen} onToggle={toggle} label={label} />
      </div>
      <fieldset className={classes.chips}>
        <legend>{uiTexts.headMap.byName}</legend>
        {zones.map((zone) => (
          <label key={zone} className={classes.chip}>
            <input type="checkbox" checked={chosen.includes(zone)} onChange={() => toggle(zone)} />
            <span>{uiTexts.zones[zone]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
