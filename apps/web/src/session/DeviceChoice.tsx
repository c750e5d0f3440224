import { type Plan, showMm } from "@stipple/protocol";
import { ActionLink } from "../ui/ActionLink.tsx";
import type { DeviceRow } from "../ui/contract.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Panel } from "../ui/Panel.tsx";
import classes from "./BeforeSession.module.css";
import { sessionTexts } from "./texts.ts";

const texts = sessionTexts.before;

interface DeviceChoiceProps {
  readonly plan: Plan;
  readonly devices: readonly DeviceRow[];
  readonly suits: (row: DeviceRow) => boolean;
  readonly chosenId: string | undefined;
  readonly onChoose: (deviceId: string) => void;
}

/** The registered rollers. One that is not fit, or of another length, cannot be chosen and says why. */
export function DeviceChoice({ plan, devices, suits, chosenId, onChoose }: DeviceChoiceProps) {
  return (
    <Panel title={texts.device}>
      {devices.length === 0 && (
        <EmptyState
          says={texts.noDevice}
          action={<ActionLink to="/devices">{texts.addDevice}</ActionLink>}
        />
      )}
      <div className={classes.devices} role="radiogroup" aria-label={texts.device}>
        {devices.map((row) => {
          const { device } = row;
          const isOpen = suits(row);
          return (
            <label
              key={device.id}
              className={classes.device}
              data-chosen={chosenId === device.id || undefined}
              data-closed={!isOpen || undefined}
            >
              <input
                type="radio"
                name="device"
                value={device.id}
                disabled={!isOpen}
                checked={chosenId === device.id}
                onChange={() => onChoose(device.id)}
              />
              <span>
                <strong>{device.name}</strong>
                <small>{isOpen ? texts.usesLeft(row.state.usesLeft) : whyNot(row, plan)}</small>
              </span>
              <span className={classes.length}>{showMm(device.needleLengthUm)}</span>
            </label>
          );
        })}
      </div>
    </Panel>
  );
}

function whyNot({ state }: DeviceRow, plan: Plan): string {
  const [minUm, maxUm] = plan.needle.rangeUm.value;
  const range = minUm === maxUm ? showMm(minUm) : `${showMm(minUm)} to ${showMm(maxUm)}`;
  return state.fitness === "blocked"
    ? `${texts.notFit}. ${state.findings[0]?.says ?? ""}`
    : texts.outsideRange(range);
}
