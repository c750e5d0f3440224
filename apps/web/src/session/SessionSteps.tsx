import type { Plan, SessionEvent, SessionState } from "@stipple/protocol";
import type { ReactNode } from "react";
import { CleanStep } from "./CleanStep.tsx";
import { BlockedStep, ClosedStep } from "./EndSteps.tsx";
import { FeelStep } from "./FeelStep.tsx";
import { GateStep } from "./GateStep.tsx";
import { Reached } from "./Reached.tsx";
import { PausedStep, RollStep } from "./RollStep.tsx";
import type { KeptPerson } from "./record.ts";
import classes from "./SessionSteps.module.css";
import { TopicalStep } from "./TopicalStep.tsx";
import type { Acts } from "./use-acts.ts";
import type { Pacing } from "./use-pacing.ts";

interface SessionStepsProps {
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  readonly state: SessionState;
  readonly acts: Acts;
  readonly pacing: Pacing;
  readonly autoAdvance: boolean;
  /** Absent where neither the server nor this browser can say. */
  readonly person: KeptPerson | undefined;
  /** What is said now, for screen readers. */
  readonly line: string;
  readonly onTimerOver: () => void;
  readonly tools: ReactNode;
  readonly notices: ReactNode;
}

/** The one step that is due, full screen. */
export function SessionSteps(props: SessionStepsProps) {
  const { plan, events, state, acts, pacing, autoAdvance, line, onTimerOver } = props;
  const { step, sections } = state;
  const shared = {
    state,
    plan,
    act: acts.act,
    undo: acts.undo,
    tools: props.tools,
    notices: props.notices,
  };
  const current = sections.find(({ status }) => ["waiting", "rolling", "asked"].includes(status));

  return (
    <>
      <p className={classes.spoken} role="status" aria-live="polite">
        {line}
      </p>
      {step.kind === "gate" && <GateStep step={step} {...shared} />}
      {step.kind === "blocked" && <BlockedStep step={step} {...shared} />}
      {step.kind === "roll" && (
        <RollStep step={step} {...shared} {...{ pacing, autoAdvance }} onDone={acts.done} />
      )}
      {step.kind === "feel" && <FeelStep key={step.section.id} step={step} {...shared} />}
      {step.kind === "paused" && (
        <PausedStep step={step} {...shared} activeId={current?.section.id} />
      )}
      {step.kind === "topical" && <TopicalStep step={step} {...shared} />}
      {step.kind === "clean" && (
        <CleanStep key={step.step} step={step} {...shared} {...{ events, onTimerOver }} />
      )}
      {step.kind === "closed" && (
        <ClosedStep step={step} {...shared}>
          <Reached plan={plan} events={events} sections={sections} person={props.person} />
        </ClosedStep>
      )}
    </>
  );
}
