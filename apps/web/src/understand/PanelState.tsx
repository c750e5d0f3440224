import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { ProblemError } from "../ui/problem.ts";
import type { Panel as PanelName } from "../ui/simulator/panels.ts";
import type { Simulated } from "../ui/simulator/simulator.ts";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

interface PanelStateProps {
  readonly title: string;
  readonly simulated: Simulated<PanelName> & { readonly askAgain: () => void };
}

/** What stands in a panel's place while it has no answer: work going on, a refusal, or a failure. */
export function PanelState({ title, simulated }: PanelStateProps) {
  const { refusal, hasFailed, askAgain } = simulated;
  return (
    <Panel title={title}>
      {hasFailed ? (
        <ProblemNotice problem={stopped} kept={understandTexts.failed.kept} onRetry={askAgain} />
      ) : refusal ? (
        <Refusal {...refusal} />
      ) : (
        <div className={classes.waiting} role="status" aria-label={understandTexts.working} />
      )}
    </Panel>
  );
}

/** Why there is no simulation, and what to do instead. */
export function Refusal({ says, nextStep }: { readonly says: string; readonly nextStep: string }) {
  return (
    <>
      <p>{says}</p>
      <p className={classes.soft}>{nextStep}</p>
    </>
  );
}

const stopped = new ProblemError({
  code: "simulation.stopped",
  status: 0,
  message: understandTexts.failed.message,
  action: understandTexts.failed.action,
});
