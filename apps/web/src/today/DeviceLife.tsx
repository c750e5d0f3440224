import { showMm } from "@stipple/protocol";
import { Link } from "@tanstack/react-router";
import type { DeviceRow } from "../ui/contract.ts";
import { Panel } from "../ui/Panel.tsx";
import classes from "./DeviceLife.module.css";
import { todayTexts } from "./texts.ts";

const texts = todayTexts.devices;

/** The life of each roller in use as dots: one a use, filled when gone. */
export function DeviceLife({ devices }: { readonly devices: readonly DeviceRow[] }) {
  const inUse = devices.filter(({ events }) => events.every(({ kind }) => kind !== "retired"));

  return (
    <Panel title={texts.title}>
      {inUse.length === 0 && <p className={classes.none}>{texts.none}</p>}
      <ul className={classes.devices}>
        {inUse.map(({ device, state }) => (
          <li key={device.id} data-fitness={state.fitness}>
            <p>
              <strong>{device.name}</strong> <span>{showMm(device.needleLengthUm)}</span>
            </p>
            <UseDots id={device.id} uses={state.uses} left={state.usesLeft} />
            <p className={classes.left}>
              {state.fitness === "blocked"
                ? (state.findings[0]?.says ?? texts.blocked)
                : leftOf(state)}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/devices" className={classes.all}>
        {texts.all}
      </Link>
    </Panel>
  );
}

function leftOf({ usesLeft, daysLeft }: DeviceRow["state"]): string {
  const uses = texts.life(usesLeft);
  return daysLeft === undefined ? uses : `${uses}, ${texts.days(daysLeft)}`;
}

interface UseDotsProps {
  readonly id: string;
  readonly uses: number;
  readonly left: number;
}

function UseDots({ id, uses, left }: UseDotsProps) {
  const total = Math.min(30, uses + left);
  return (
    <span className={classes.dots} aria-hidden>
      {Array.from({ length: total }, (_, index) => `${id}/${index}`).map((name, index) => (
        <i key={name} data-used={index < uses || undefined} />
      ))}
    </span>
  );
}
