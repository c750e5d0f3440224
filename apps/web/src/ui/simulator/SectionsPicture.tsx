import {
  type Answers,
  type Device,
  guideSession,
  type Plan,
  type SectionProgress,
  type SessionEvent,
  showMm,
} from "@stipple/protocol";
import { type AsDone, type RolledSection, treatmentAsDone } from "@stipple/simulation";
import { useMemo } from "react";
import { Panel } from "../Panel.tsx";
import { TwoViews } from "../TwoViews.tsx";
import { sectionName } from "../texts.ts";
import { unbroken } from "../unbroken.ts";
import { ModelNote } from "./ModelNote.tsx";
import { percent, twoFigures } from "./numbers.ts";
import type { SectionsAnswer } from "./panels.ts";
import { SectionMaps, SectionTable, shownMm } from "./SectionMaps.tsx";
import { SimulationState } from "./SimulationState.tsx";
import classes from "./Simulator.module.css";
import { simulatorTexts } from "./texts.ts";
import { useSimulated, useSimulatorWhileOpen } from "./use-simulated.ts";

const texts = simulatorTexts.sections;

interface SectionsPictureProps {
  /** The plan the session followed. */
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  /** As far as the simulator must know the person: whom it has nothing to say about. */
  readonly answers: Answers;
  readonly devices: readonly Device[];
}

/** Where the needles of a session fell, section by section, from what was really recorded. */
export function SectionsPicture({ plan, events, answers, devices }: SectionsPictureProps) {
  useSimulatorWhileOpen();
  const done = useMemo(
    () => treatmentAsDone(answers, plan, { events, devices }),
    [answers, plan, events, devices],
  );
  const planned = useMemo(() => guideSession(plan, events).sections, [plan, events]);

  if (done.kind === "nothing-done") {
    return (
      <Panel title={texts.title}>
        <p>{texts.none}</p>
      </Panel>
    );
  }
  return <Rolled done={done} planned={planned} />;
}

interface RolledProps {
  readonly done: AsDone;
  readonly planned: readonly SectionProgress[];
}

function Rolled({ done: { treatment, sessions, assumed }, planned }: RolledProps) {
  const session = sessions.at(-1);
  const sections = useMemo<readonly RolledSection[]>(() => session?.rolled ?? [], [session]);
  const simulated = useSimulated("sections", { treatment, sections });
  const { answer } = simulated;
  if (!answer) {
    return (
      <Panel title={texts.title}>
        <SimulationState simulated={simulated} />
      </Panel>
    );
  }
  const skipped = planned.filter(
    ({ section: { id } }) => !answer.rolled.some(({ sectionId }) => sectionId === id),
  );
  const note = (
    <ModelNote
      grade={answer.grade}
      limits={[
        texts.limits,
        ...(assumed.includes("roller") ? [texts.roller] : []),
        ...(assumed.includes("drum") ? [texts.drum] : []),
      ]}
    />
  );
  return (
    <TwoViews
      title={texts.title}
      lead={
        <>
          <p className={classes.meaning}>
            {unbroken(meaningOf(answer, showMm(session?.needleLengthUm ?? 0)))}
          </p>
          {skipped.length > 0 && (
            <p>{texts.skipped(skipped.map(({ section: { id } }) => sectionName(id)).join("; "))}</p>
          )}
        </>
      }
      picture={
        <>
          <SectionMaps answer={answer} planned={planned} />
          <p className={classes.soft}>{texts.caption(shownMm)}</p>
          {note}
        </>
      }
      table={
        <>
          <SectionTable answer={answer} planned={planned} />
          {note}
        </>
      }
    />
  );
}

/** Means over the sections that can be judged, and the largest gap of them all. */
function meaningOf({ rolled }: SectionsAnswer, mm: string): string {
  const judged = rolled.flatMap(({ punctures }) => punctures.coverage ?? []);
  if (judged.length === 0) return texts.tooFew;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return texts.meaning({
    mm,
    density: Math.round(mean(judged.map(({ densityPerCm2 }) => densityPerCm2))),
    covered: percent(mean(judged.map(({ coveredFraction }) => coveredFraction))),
    gap: twoFigures(Math.max(...judged.map(({ largestGapMm }) => largestGapMm))),
  });
}
