import type { Plan, SectionProgress, SessionEvent } from "@stipple/protocol";
import { useMemo } from "react";
import { Panel } from "../ui/Panel.tsx";
import { WhenSeen } from "../ui/simulator/WhenSeen.tsx";
import classes from "./EndSteps.module.css";
import type { KeptPerson } from "./record.ts";
import { sessionTexts } from "./texts.ts";

const texts = sessionTexts.closed;
const load = () =>
  import("../ui/simulator/SectionsPicture.tsx").then(({ SectionsPicture }) => SectionsPicture);

interface ReachedProps {
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  readonly sections: readonly SectionProgress[];
  readonly person: KeptPerson | undefined;
}

/** Where the needles of this session fell. Draws nothing where no roll was made. */
export function Reached({ plan, events, sections, person }: ReachedProps) {
  const devices = useMemo(() => (person?.device ? [person.device] : []), [person]);
  const hasRolled = sections.some(({ rolls }) => rolls.some((count) => count > 0));
  if (!hasRolled) return null;
  if (!person) {
    return (
      <Panel title={texts.reached}>
        <p>{texts.reachedLater}</p>
      </Panel>
    );
  }
  return (
    <WhenSeen load={load} props={{ plan, events, answers: person.answers, devices }}>
      <Panel title={texts.reached}>
        <div className={classes.picturePlace} />
      </Panel>
    </WhenSeen>
  );
}
