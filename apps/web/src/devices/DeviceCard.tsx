import { Button } from "@mantine/core";
import { showMm } from "@stipple/protocol";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconHandStop,
} from "@tabler/icons-react";
import { useState } from "react";
import type { DeviceRow } from "../ui/contract.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Why } from "../ui/Why.tsx";
import classes from "./DeviceCard.module.css";
import { DevicePicture } from "./DevicePicture.tsx";
import { Inspection } from "./Inspection.tsx";
import { devicesTexts } from "./texts.ts";
import { usePendingEvent } from "./use-pending-event.ts";

const icons = { fit: IconCircleCheck, warn: IconAlertTriangle, blocked: IconHandStop } as const;

/** One device: its picture, its life, what speaks against it, what happened to it. */
export function DeviceCard({ row }: { readonly row: DeviceRow }) {
  const { device, state, events } = row;
  const { pending, error, record, undo } = usePendingEvent(device.id);
  const [isInspecting, setInspecting] = useState(false);
  const isRetired = events.some(({ kind }) => kind === "retired");
  const Icon = icons[state.fitness];
  const facts = [
    devicesTexts.kinds[device.kind],
    device.needleCount && devicesTexts.needles(device.needleCount),
    device.material !== "unknown" && devicesTexts.materials[device.material],
    device.lot && devicesTexts.lot(device.lot),
  ].filter(Boolean);

  return (
    <article className={classes.card} data-fitness={state.fitness}>
      <div className={classes.picture}>
        <DevicePicture kind={device.kind} />
      </div>
      <div className={classes.words}>
        <header className={classes.head}>
          <h2>{device.name}</h2>
          <strong className={classes.length}>{showMm(device.needleLengthUm)}</strong>
          <p className={classes.facts}>{facts.join(" · ")}</p>
        </header>
        <p className={classes.fitness}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {devicesTexts.fitness[state.fitness]}
        </p>
        <Life state={state} id={device.id} />
      </div>
      <div className={classes.below}>
        <ul className={classes.findings}>
          {state.findings.map(({ says, nextStep, decidedBy }) => (
            <li key={says}>
              <p>
                <strong>{says}</strong> {nextStep}
              </p>
              <Why decidedBy={decidedBy} />
            </li>
          ))}
        </ul>
        {pending && (
          <div className={classes.pending} role="status">
            {devicesTexts.pending[pending.kind]}
            <Button
              size="sm"
              variant="outline"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={undo}
            >
              {devicesTexts.undo}
            </Button>
          </div>
        )}
        {error && <ProblemNotice problem={error} />}
        {!isRetired && (
          <div className={classes.acts}>
            <Button variant="light" onClick={() => setInspecting(true)}>
              {devicesTexts.acts.inspected}
            </Button>
            <Button variant="light" onClick={() => record({ kind: "cleaned" })}>
              {devicesTexts.acts.cleaned}
            </Button>
            <Button variant="light" onClick={() => record({ kind: "dropped" })}>
              {devicesTexts.acts.dropped}
            </Button>
            <Button variant="subtle" color="stop" onClick={() => record({ kind: "retired" })}>
              {devicesTexts.acts.retired}
            </Button>
          </div>
        )}
      </div>
      <Inspection
        opened={isInspecting}
        onClose={() => setInspecting(false)}
        onFound={(found) => {
          setInspecting(false);
          record({ kind: "inspected", found });
        }}
      />
    </article>
  );
}

interface LifeProps {
  readonly id: string;
  readonly state: DeviceRow["state"];
}

/** One dot a use: filled when gone, open when left. */
function Life({ id, state: { uses, usesLeft, daysLeft } }: LifeProps) {
  const names = Array.from(
    { length: Math.min(40, uses + usesLeft) },
    (_, index) => `${id}/${index}`,
  );
  const days = daysLeft === undefined ? devicesTexts.life.fresh : devicesTexts.life.days(daysLeft);

  return (
    <div className={classes.life}>
      <span className={classes.dots} aria-hidden>
        {names.map((name, index) => (
          <i key={name} data-used={index < uses || undefined} />
        ))}
      </span>
      <p>
        {devicesTexts.life.uses(uses)} · <strong>{devicesTexts.life.left(usesLeft)}</strong> ·{" "}
        {days}
      </p>
    </div>
  );
}
